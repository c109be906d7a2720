package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.WeightMatrix;

/**
 * One weight matrix on tiles with its digital bias: what is read, updated, counted, measured and kept in checkpoints, whatever
 * the layer it belongs to. Two synapses are equal only if they are the same.
 */
public final class Synapse {
    private final int number;
    private final TileGrid weights;
    private final FMatrixRMaj bias;
    private WeightMatrix matrix;

    /**
     * A synapse.
     *
     * @param number its place among the synapses of the network, counted from 0
     * @param weights inputs x outputs
     * @param bias 1 x outputs; kept, and modified by training
     */
    public Synapse(int number, TileGrid weights, FMatrixRMaj bias) {
        this.number = number;
        this.weights = weights;
        matrix = weights;
        this.bias = bias;
    }

    /** The name of a synapse in streams of random numbers, for example {@code layer1} for the first. */
    public static String name(int number) {
        return "layer" + (number + 1);
    }

    /** Its place among the synapses of the network, counted from 0. */
    public int number() {
        return number;
    }

    /** The array that the weights were written to and that learns, inputs x outputs. */
    public TileGrid weights() {
        return weights;
    }

    /** What signals are read through in both directions, inputs x outputs: the array of the weights, unless it was told otherwise. */
    public WeightMatrix matrix() {
        return matrix;
    }

    /** Lets signals be read through this from now on, which has the array of the weights among its grids. */
    public void readThrough(WeightMatrix other) {
        matrix = other;
    }

    /** The bias, 1 x outputs; the live matrix. */
    public FMatrixRMaj bias() {
        return bias;
    }

    /**
     * Weighted sums: one forward read, plus the bias.
     *
     * @param inputs reads x inputs; not modified
     * @return reads x outputs
     */
    public FMatrixRMaj sums(FMatrixRMaj inputs, Occasion occasion) {
        FMatrixRMaj sums = matrix.read(inputs, occasion);
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
