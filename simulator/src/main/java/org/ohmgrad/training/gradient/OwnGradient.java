package org.ohmgrad.training.gradient;

/**
 * How a matrix that a learner holds beside the weights should change: against rate (inputs<sup>T</sup> deltas / examples + decay times
 * the matrix), in the orientation in which it is stored.
 *
 * @param outer the factors, reads x rows and reads x columns of the matrix as it is stored
 * @param examples number by which the sum over the reads is divided
 * @param rate learning rate of its own
 * @param decay pull toward zero
 */
public record OwnGradient(Outer outer, int examples, double rate, float decay) {}
