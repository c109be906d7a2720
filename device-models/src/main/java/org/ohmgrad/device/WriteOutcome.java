package org.ohmgrad.device;

/**
 * What one write by pulses did.
 *
 * @param siemens conductance that it left
 * @param pulses pulses fired, those in vain included
 * @param reads reads of the cell
 * @param failed whether the procedure gave up, or wrote a stuck cell blindly
 */
public record WriteOutcome(double siemens, int pulses, int reads, boolean failed) {}
