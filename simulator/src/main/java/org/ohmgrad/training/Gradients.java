package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.network.Layer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Pass;

/**
 * Mean gradients of a batch, by trained layer.
 *
 * @param firstLayer layer of the first entry of both lists
 * @param weights inputs x outputs each
 * @param biases 1 x outputs each
 */
public record Gradients(int firstLayer, List<FMatrixRMaj> weights, List<FMatrixRMaj> biases) {
    /** Keeps its own lists of the same matrices. */
    public Gradients {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
    }

    /** Room for the gradients of a network's layers from one on. */
    static Gradients roomFor(Network network, int firstLayer) {
        List<FMatrixRMaj> weights = new ArrayList<>();
        List<FMatrixRMaj> biases = new ArrayList<>();
        for (Layer layer : network.layers().subList(firstLayer, network.depth())) {
            weights.add(new FMatrixRMaj(layer.weights().rows(), layer.weights().cols()));
            biases.add(new FMatrixRMaj(1, layer.weights().cols()));
        }
        return new Gradients(firstLayer, weights, biases);
    }

    /**
     * Fills these from what every layer was fed and its delta: dW = x<sup>T</sup> delta / n, db = column means of delta.
     *
     * @param deltas by layer; those below firstLayer are not looked at
     * @return these
     */
    Gradients fill(Pass pass, List<FMatrixRMaj> deltas) {
        for (int layer = firstLayer; layer < deltas.size(); layer++) {
            FMatrixRMaj delta = deltas.get(layer);
            FMatrixRMaj weight = weights.get(layer - firstLayer);
            Gemm.best().multTransA(pass.inputOf(layer), delta, weight);
            divide(weight, delta.numRows);
            fillBias(delta, biases.get(layer - firstLayer));
        }
        return this;
    }

    static void fillBias(FMatrixRMaj delta, FMatrixRMaj bias) {
        sumColumns(delta, bias);
        divide(bias, delta.numRows);
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

    static void divide(FMatrixRMaj matrix, int count) {
        float share = 1f / count;
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= share;
        }
    }
}
