package org.ohmgrad.crossbar.plane;

/**
 * When pulses are fired: it decides the chance in their steps and the time from which cells drift.
 *
 * @param step training step
 * @param example position of the train among those that a cell may get in the step
 * @param seconds chip time
 */
public record PulseMoment(long step, long example, double seconds) {}
