package org.ohmgrad.device.pulse;

/**
 * A law of pulses whose steps are the same in every state.
 *
 * @param up step of a pulse up, as a share of the cell's range
 * @param down size of the step of a pulse down
 * @param ofStep standard deviation of a step, cycle to cycle, as a share of the step
 * @param ofRange the same as a share of the range, in addition
 */
public record EvenPulses(double up, double down, double ofStep, double ofRange) {}
