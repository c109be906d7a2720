package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;
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

    /**
     * From what every layer was fed and its delta: dW = x<sup>T</sup> delta / n, db = column means of delta.
     *
     * @param deltas by layer; those below firstLayer are not looked at
     */
    static Gradients of(Pass pass, List<FMatrixRMaj> deltas, int firstLayer) {
        List<FMatrixRMaj> weights = new ArrayList<>();
        List<FMatrixRMaj> biases = new ArrayList<>();
        for (int layer = firstLayer; layer < deltas.size(); layer++) {
            weights.add(weightGradient(pass.inputOf(layer), deltas.get(layer)));
            biases.add(biasGradient(deltas.get(layer)));
        }
        return new Gradients(firstLayer, weights, biases);
    }

    private static FMatrixRMaj weightGradient(FMatrixRMaj inputs, FMatrixRMaj delta) {
        FMatrixRMaj gradient = new FMatrixRMaj(inputs.numCols, delta.numCols);
        Gemm.best().multTransA(inputs, delta, gradient);
        divide(gradient, delta.numRows);
        return gradient;
    }

    private static FMatrixRMaj biasGradient(FMatrixRMaj delta) {
        FMatrixRMaj gradient = new FMatrixRMaj(1, delta.numCols);
        for (int k = 0; k < delta.data.length; k++) {
            gradient.data[k % delta.numCols] += delta.data[k];
        }
        divide(gradient, delta.numRows);
        return gradient;
    }

    private static void divide(FMatrixRMaj matrix, int count) {
        float share = 1f / count;
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= share;
        }
    }

    /** Weights and biases together. */
    List<FMatrixRMaj> all() {
        List<FMatrixRMaj> all = new ArrayList<>(weights);
        all.addAll(biases);
        return Collections.unmodifiableList(all);
    }
}
