package org.ohmgrad.network;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.DenseLayer.DenseStage;

/**
 * What a forward pass leaves behind.
 *
 * @param hidden one stage for every layer but the last
 * @param last the last layer's
 */
public record Pass(List<Stage> hidden, DenseStage last) {
    /** Keeps its own list of the same stages. */
    public Pass {
        hidden = List.copyOf(hidden);
    }

    /** What the network was fed. */
    public FMatrixRMaj input() {
        return stage(0).input();
    }

    /** What a layer was fed and gave, counted from 0. */
    public Stage stage(int layer) {
        return layer == hidden.size() ? last : hidden.get(layer);
    }

    /** What the network gave. */
    public Answer answer() {
        return new Answer(last.sums(), last.output());
    }

    /** What the network gave, without the weighted sums. */
    public FMatrixRMaj output() {
        return last.output();
    }
}
