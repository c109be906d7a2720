package org.ohmgrad.training.gradient;

import org.ejml.data.FMatrixRMaj;

/**
 * A product of which a gradient is the sum, factor · inputs<sup>T</sup> deltas: what pulses on the lines can fire.
 *
 * @param inputs reads x inputs of the synapse; not modified
 * @param deltas reads x outputs of the synapse; not modified
 * @param factor its share in the gradient, negative to be taken off
 */
public record Outer(FMatrixRMaj inputs, FMatrixRMaj deltas, float factor) {}
