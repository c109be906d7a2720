package org.ohmgrad.network;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_FDRM;

/**
 * Weights and biases of a network as plain numbers.
 *
 * @param matrices one per synapse, inputs x outputs
 * @param biases one per synapse, 1 x outputs
 */
public record Weights(List<FMatrixRMaj> matrices, List<FMatrixRMaj> biases) {
    /** Keeps its own lists of the same matrices. */
    public Weights {
        matrices = List.copyOf(matrices);
        biases = List.copyOf(biases);
    }

    /** The weights that the network's stored target levels stand for, and its biases; copies. */
    public static Weights of(Network network) {
        return new Weights(
                network.synapses().stream()
                        .map(synapse -> synapse.weights().targetWeights())
                        .toList(),
                network.synapses().stream()
                        .map(synapse -> synapse.bias().copy())
                        .toList());
    }

    /** The weights that the mean forward read realises now, and the biases; copies. */
    public static Weights realised(Network network) {
        return new Weights(
                network.synapses().stream()
                        .map(synapse -> synapse.matrix().meanForward())
                        .toList(),
                network.synapses().stream()
                        .map(synapse -> synapse.bias().copy())
                        .toList());
    }

    /** Whether all of them are numbers: those of a training that diverged are not. */
    public boolean areNumbers() {
        return Stream.concat(matrices.stream(), biases.stream()).noneMatch(MatrixFeatures_FDRM::hasNaN);
    }

    /** Number of synapses. */
    public int depth() {
        return matrices.size();
    }
}
