package org.ohmgrad.training.gradient;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Finite;

/**
 * Examples that are trained on together.
 *
 * @param inputs examples x features
 * @param targets examples x outputs
 */
public record Batch(FMatrixRMaj inputs, FMatrixRMaj targets) {
    /** Refuses targets that are infinite or no number; a network refuses such inputs. */
    public Batch {
        Finite.require("targets", targets);
    }

    /** Number of examples. */
    public int size() {
        return inputs.numRows;
    }
}
