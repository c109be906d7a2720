package org.ohmgrad.training.update;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** How many slots each example's trains have, and what its inputs and deltas are multiplied by to give probabilities. */
final class LineGains {
    private final float[] inputs;
    private final float[] deltas;
    private final int[] slots;

    private LineGains(int examples) {
        inputs = new float[examples];
        deltas = new float[examples];
        slots = new int[examples];
    }

    /**
     * The gains of a batch.
     *
     * @param rate learning rate
     * @param unit change of a weight by one pulse, times the examples over which the gradient is a mean
     */
    static LineGains of(FMatrixRMaj inputs, FMatrixRMaj deltas, double rate, double unit, StochasticPulses scheme) {
        LineGains gains = new LineGains(inputs.numRows);
        for (int example = 0; example < inputs.numRows; example++) {
            double largestInput = largest(inputs, example);
            double largestDelta = largest(deltas, example);
            boolean asks = largestInput > 0 && largestDelta > 0;
            int slots = scheme.slotsFor(rate * largestInput * largestDelta / unit);
            double gain = Math.sqrt(rate / (unit * slots));
            double balance = asks && scheme.updateManagement() ? Math.sqrt(largestDelta / largestInput) : 1;
            gains.slots[example] = slots;
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

    /** Length of the trains, one number an example; live. */
    int[] slots() {
        return slots;
    }

    /** Slots of all examples together. */
    long allSlots() {
        return Arrays.stream(slots).asLongStream().sum();
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
