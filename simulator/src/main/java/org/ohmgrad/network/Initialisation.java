package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** The law of initial weights: normal with mean zero and a standard deviation that may depend on the layer. */
public sealed interface Initialisation
        permits XavierInitialisation, HeInitialisation, NormalInitialisation, ZeroInitialisation {
    /** Standard deviation for a layer of so many inputs and outputs. */
    double standardDeviation(int inputs, int outputs);

    /**
     * Draws a matrix.
     *
     * @return inputs x outputs
     */
    default FMatrixRMaj draw(int inputs, int outputs, Draws draws) {
        return draw(inputs, outputs, standardDeviation(inputs, outputs), draws);
    }

    /** Draws the biases of a layer of so many inputs and outputs, 1 x outputs. */
    default FMatrixRMaj drawBias(int inputs, int outputs, Draws draws) {
        return draw(1, outputs, standardDeviation(inputs, outputs), draws);
    }

    private static FMatrixRMaj draw(int rows, int cols, double deviation, Draws draws) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        draws.normals(0, 0, matrix.data, 0, matrix.data.length);
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= (float) deviation;
        }
        return matrix;
    }
}
