package org.ohmgrad.training.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Synapse;

/**
 * Mean gradients of a batch, by synapse that learns.
 *
 * @param firstTrained synapse of the first entry of both lists, counted from 0
 * @param weights inputs x outputs each
 * @param biases 1 x outputs each
 */
public record Gradients(int firstTrained, List<FMatrixRMaj> weights, List<FMatrixRMaj> biases) {
    /** Keeps its own lists of the same matrices. */
    public Gradients {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
    }

    /** Room for the gradients of a network's synapses from one on. */
    static Gradients roomFor(Network network, int firstTrained) {
        List<FMatrixRMaj> weights = new ArrayList<>();
        List<FMatrixRMaj> biases = new ArrayList<>();
        for (Synapse synapse : network.synapses().subList(firstTrained, network.depth())) {
            weights.add(
                    new FMatrixRMaj(synapse.weights().rows(), synapse.weights().cols()));
            biases.add(new FMatrixRMaj(1, synapse.weights().cols()));
        }
        return new Gradients(firstTrained, weights, biases);
    }

    /**
     * The gradients of a lesson, in matrices of their own.
     *
     * @param firstTrained the lowest synapse that learns, counted from 0
     */
    public static Gradients of(Network network, int firstTrained, Lesson lesson) {
        Gradients gradients = roomFor(network, firstTrained);
        for (int k = 0; k < gradients.weights.size(); k++) {
            Outer outer = lesson.outerOf(network.synapse(firstTrained + k));
            WeightGradient.of(outer, lesson.examples(), gradients.weights.get(k))
                    .matrix();
            fillBias(outer.deltas(), lesson.examples(), gradients.biases.get(k));
        }
        return gradients;
    }

    static void fillBias(FMatrixRMaj deltas, int examples, FMatrixRMaj bias) {
        sumColumns(deltas, bias);
        CommonOps_FDRM.scale(1f / examples, bias);
    }

    private static void sumColumns(FMatrixRMaj delta, FMatrixRMaj sums) {
        int width = delta.numCols;
        Arrays.fill(sums.data, 0);
        for (int from = 0; from < delta.data.length; from += width) {
            for (int k = 0; k < width; k++) {
                sums.data[k] += delta.data[from + k];
            }
        }
    }
}
