package org.ohmgrad.training.update;

import org.ejml.data.FMatrixRMaj;

/** What the inputs and deltas of each example are multiplied by to give probabilities. */
final class LineGains {
    private final float[] inputs;
    private final float[] deltas;

    private LineGains(int examples) {
        inputs = new float[examples];
        deltas = new float[examples];
    }

    /**
     * The gains of a batch.
     *
     * @param gain of both without management
     * @param managed whether the largest probabilities of both are made equal
     */
    static LineGains of(FMatrixRMaj inputs, FMatrixRMaj deltas, double gain, boolean managed) {
        LineGains gains = new LineGains(inputs.numRows);
        for (int example = 0; example < inputs.numRows; example++) {
            double largestInput = largest(inputs, example);
            double largestDelta = largest(deltas, example);
            boolean asks = largestInput > 0 && largestDelta > 0;
            double balance = asks && managed ? Math.sqrt(largestDelta / largestInput) : 1;
            gains.inputs[example] = asks ? (float) (gain * balance) : 0;
            gains.deltas[example] = asks ? (float) (gain / balance) : 0;
        }
        return gains;
    }

    /** One number an example; live. */
    float[] inputs() {
        return inputs;
    }

    /** One number an example, 0 if the example asks for nothing; live. */
    float[] deltas() {
        return deltas;
    }

    /** Largest magnitude of a vector. */
    static float largest(FMatrixRMaj vectors, int row) {
        float largest = 0;
        for (int k = row * vectors.numCols; k < (row + 1) * vectors.numCols; k++) {
            float size = Math.abs(vectors.data[k]);
            largest = size > largest ? size : largest;
        }
        return largest;
    }
}
