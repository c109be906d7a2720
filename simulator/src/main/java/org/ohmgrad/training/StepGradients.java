package org.ohmgrad.training;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Pass;

/** The gradients of one training step after another, in memory that is used again. */
final class StepGradients {
    private final Gradients room;
    private final List<WeightGradient> weights = new ArrayList<>();

    StepGradients(Network network, int firstLayer) {
        room = Gradients.roomFor(network, firstLayer);
    }

    /** Takes what every layer was fed and its delta; products of weights wait until they are asked for. */
    void take(Pass pass, List<FMatrixRMaj> deltas) {
        weights.clear();
        for (int layer = room.firstLayer(); layer < deltas.size(); layer++) {
            int k = layer - room.firstLayer();
            weights.add(WeightGradient.of(
                    pass.inputOf(layer), deltas.get(layer), room.weights().get(k)));
            Gradients.fillBias(deltas.get(layer), room.biases().get(k));
        }
    }

    /** By layer that learns. */
    List<WeightGradient> weights() {
        return weights;
    }

    /** By layer that learns, 1 x outputs each. */
    List<FMatrixRMaj> biases() {
        return room.biases();
    }

    /** Weights and biases together; a product is made when its element is asked for. */
    List<FMatrixRMaj> all() {
        return new AbstractList<>() {
            @Override
            public FMatrixRMaj get(int index) {
                int layers = weights.size();
                return index < layers ? weights.get(index).matrix() : biases().get(index - layers);
            }

            @Override
            public int size() {
                return weights.size() + biases().size();
            }
        };
    }
}
