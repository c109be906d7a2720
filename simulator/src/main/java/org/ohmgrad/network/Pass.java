package org.ohmgrad.network;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What a forward pass leaves behind.
 *
 * @param activations inputs of the first layer, then the output of every layer; each examples x width
 * @param lastSums weighted sums of the last layer
 */
public record Pass(List<FMatrixRMaj> activations, FMatrixRMaj lastSums) {
    /** Keeps its own list of the same matrices. */
    public Pass {
        activations = List.copyOf(activations);
    }

    /** What a layer was fed. */
    public FMatrixRMaj inputOf(int layer) {
        return activations.get(layer);
    }

    /** What a layer gave. */
    public FMatrixRMaj outputOf(int layer) {
        return activations.get(layer + 1);
    }

    /** What the network gave. */
    public FMatrixRMaj output() {
        return activations.get(activations.size() - 1);
    }
}
