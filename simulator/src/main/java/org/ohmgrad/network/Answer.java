package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;

/**
 * What a network answers to a batch.
 *
 * @param sums weighted sums of the last layer, examples x outputs
 * @param outputs examples x outputs
 */
public record Answer(FMatrixRMaj sums, FMatrixRMaj outputs) {}
