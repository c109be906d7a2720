package org.ohmgrad.fit;

/**
 * A number that a measurement decided.
 *
 * @param name its place in the device file
 * @param value the number
 * @param error its standard deviation, NaN if it cannot be told; of a number that is 0, what it lies below with 95 %
 * @param unit words
 */
public record Estimate(String name, double value, double error, String unit) {}
