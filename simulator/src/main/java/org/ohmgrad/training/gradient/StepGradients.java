package org.ohmgrad.training.gradient;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Network;

/** The gradients of one training step after another, in memory that is used again. */
public final class StepGradients {
    private final Network network;
    private final Gradients room;
    private final List<WeightGradient> weights = new ArrayList<>();

    /** Room for the gradients of a network's synapses from one on, counted from 0. */
    public StepGradients(Network network, int firstTrained) {
        this.network = network;
        room = Gradients.roomFor(network, firstTrained);
    }

    /** Takes the factors of a lesson; products of weights wait until they are asked for. */
    public void take(Lesson lesson) {
        weights.clear();
        for (int k = 0; k < room.weights().size(); k++) {
            Outer outer = lesson.outerOf(network.synapse(room.firstTrained() + k));
            weights.add(
                    WeightGradient.of(outer, lesson.examples(), room.weights().get(k)));
            Gradients.fillBias(outer.deltas(), lesson.examples(), room.biases().get(k));
        }
    }

    /** Reads of a synapse whose products its gradient sums up. */
    public long rows(int synapse) {
        return weights.get(synapse - room.firstTrained()).inputs().numRows;
    }

    /** By synapse that learns. */
    public List<WeightGradient> weights() {
        return weights;
    }

    /** By synapse that learns, 1 x outputs each. */
    public List<FMatrixRMaj> biases() {
        return room.biases();
    }

    /** Weights and biases together; a product is made when its element is asked for. */
    public List<FMatrixRMaj> all() {
        return new AbstractList<>() {
            @Override
            public FMatrixRMaj get(int index) {
                int synapses = weights.size();
                return index < synapses ? weights.get(index).matrix() : biases().get(index - synapses);
            }

            @Override
            public int size() {
                return weights.size() + biases().size();
            }
        };
    }
}
