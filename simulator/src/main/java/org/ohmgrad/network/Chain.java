package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/** Layers one after another. */
final class Chain {
    private Chain() {}

    /** The stages of a batch; none if there are no layers. */
    static List<Stage> forward(List<? extends Layer> layers, FMatrixRMaj inputs, Occasion occasion) {
        List<Stage> stages = new ArrayList<>();
        FMatrixRMaj now = inputs;
        for (Layer layer : layers) {
            Stage stage = layer.forward(now, occasion);
            stages.add(stage);
            now = stage.output();
        }
        return stages;
    }

    /** Carries an error back through the stages from the last to one of them. */
    static Supplier<FMatrixRMaj> back(List<Stage> stages, int first, Supplier<FMatrixRMaj> error, Backward way) {
        Supplier<FMatrixRMaj> now = error;
        for (int k = stages.size() - 1; k >= first; k--) {
            now = stages.get(k).back(now.get(), way);
        }
        return now;
    }
}
