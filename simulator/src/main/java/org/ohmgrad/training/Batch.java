package org.ohmgrad.training;

import org.ejml.data.FMatrixRMaj;

/**
 * Examples that are trained on together.
 *
 * @param inputs examples x features
 * @param targets examples x outputs
 */
public record Batch(FMatrixRMaj inputs, FMatrixRMaj targets) {
    /** Number of examples. */
    public int size() {
        return inputs.numRows;
    }
}
