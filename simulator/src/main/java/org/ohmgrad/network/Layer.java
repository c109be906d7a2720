package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;

/** A dense layer: a weight matrix on tiles (inputs x outputs), a digital bias, an activation. */
public final class Layer {
    private final TileGrid weights;
    private final FMatrixRMaj bias;
    private final Activation activation;

    /**
     * A layer.
     *
     * @param bias 1 x outputs; kept, and modified by training
     */
    public Layer(TileGrid weights, FMatrixRMaj bias, Activation activation) {
        this.weights = weights;
        this.bias = bias;
        this.activation = activation;
    }

    /** The weight matrix, inputs x outputs. */
    public TileGrid weights() {
        return weights;
    }

    /** The bias, 1 x outputs; the live matrix. */
    public FMatrixRMaj bias() {
        return bias;
    }

    /** What the layer does to its weighted sums. */
    public Activation activation() {
        return activation;
    }

    /**
     * Weighted sums of a batch: one forward read, plus the bias.
     *
     * @param inputs examples x inputs; not modified
     * @return examples x outputs
     */
    FMatrixRMaj sums(FMatrixRMaj inputs, Occasion occasion) {
        FMatrixRMaj sums = weights.read(inputs, occasion);
        addBias(sums, bias);
        return sums;
    }

    /** Adds a bias (1 x outputs) to every row. */
    public static void addBias(FMatrixRMaj sums, FMatrixRMaj bias) {
        for (int k = 0; k < sums.data.length; k += bias.numCols) {
            for (int j = 0; j < bias.numCols; j++) {
                sums.data[k + j] += bias.data[j];
            }
        }
    }

    void keep(Archive archive) {
        weights.keep(archive);
        archive.keep(bias.data);
    }
}
