package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.arithmetic.Elementary;

/** What training makes small: per example a sum over outputs, then the mean over examples. */
public enum Loss {
    /** Half the sum of squared differences, for any output. */
    MEAN_SQUARED_ERROR {
        @Override
        public Activation usualOutput() {
            return Activation.SIGMOID;
        }

        @Override
        public boolean fits(Activation output) {
            return true;
        }

        @Override
        double perOutput(float z, float a, float target, double logSum) {
            double difference = (double) a - target;
            return 0.5 * difference * difference;
        }

        @Override
        void toSums(Activation output, FMatrixRMaj outputs, FMatrixRMaj errors) {
            output.carryBack(outputs, errors);
        }
    },
    /** Minus the logarithm of the softmax probability of the right class. */
    CROSS_ENTROPY {
        @Override
        public Activation usualOutput() {
            return Activation.SOFTMAX;
        }

        @Override
        public boolean fits(Activation output) {
            return output == Activation.SOFTMAX;
        }

        @Override
        double perOutput(float z, float a, float target, double logSum) {
            return target == 0 ? 0 : target * (logSum - z);
        }

        @Override
        void toSums(Activation output, FMatrixRMaj outputs, FMatrixRMaj errors) {}
    },
    /** Summed over outputs, each a yes or no of its own: -t ln a - (1 - t) ln(1 - a) for sigmoid outputs. */
    BINARY_CROSS_ENTROPY {
        @Override
        public Activation usualOutput() {
            return Activation.SIGMOID;
        }

        @Override
        public boolean fits(Activation output) {
            return output == Activation.SIGMOID;
        }

        @Override
        double perOutput(float z, float a, float target, double logSum) {
            return Math.max(z, 0) - (double) z * target + Elementary.log1p(Elementary.exp(-Math.abs((double) z)));
        }

        @Override
        void toSums(Activation output, FMatrixRMaj outputs, FMatrixRMaj errors) {}
    };

    /** The output activation that this loss is made for. */
    public abstract Activation usualOutput();

    /** Whether the loss is defined for an output activation. */
    public abstract boolean fits(Activation output);

    abstract double perOutput(float z, float a, float target, double logSum);

    abstract void toSums(Activation output, FMatrixRMaj outputs, FMatrixRMaj errors);

    /**
     * Mean loss over the examples.
     *
     * @param sums examples x outputs, weighted sums of the last layer; not modified
     * @param outputs examples x outputs, the last layer's activations; not modified
     * @param targets examples x outputs; not modified
     */
    public double value(FMatrixRMaj sums, FMatrixRMaj outputs, FMatrixRMaj targets) {
        double total = 0;
        for (int row = 0; row < sums.numRows; row++) {
            double logSum = this == CROSS_ENTROPY ? logSum(sums, row) : 0;
            for (int k = row * sums.numCols; k < (row + 1) * sums.numCols; k++) {
                total += perOutput(sums.data[k], outputs.data[k], targets.data[k], logSum);
            }
        }
        return total / sums.numRows;
    }

    /**
     * Loss of every example for itself.
     *
     * @param sums examples x outputs, weighted sums of the last layer; not modified
     * @param outputs examples x outputs, the last layer's activations; not modified
     * @param targets examples x outputs; not modified
     */
    public double[] perExample(FMatrixRMaj sums, FMatrixRMaj outputs, FMatrixRMaj targets) {
        double[] losses = new double[sums.numRows];
        for (int row = 0; row < losses.length; row++) {
            double logSum = this == CROSS_ENTROPY ? logSum(sums, row) : 0;
            for (int k = row * sums.numCols; k < (row + 1) * sums.numCols; k++) {
                losses[row] += perOutput(sums.data[k], outputs.data[k], targets.data[k], logSum);
            }
        }
        return losses;
    }

    private static double logSum(FMatrixRMaj sums, int row) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = row * sums.numCols; k < (row + 1) * sums.numCols; k++) {
            top = Math.max(top, sums.data[k]);
        }
        double total = 0;
        for (int k = row * sums.numCols; k < (row + 1) * sums.numCols; k++) {
            total += Elementary.exp(sums.data[k] - top);
        }
        return top + Elementary.log(total);
    }

    /**
     * Gradient with respect to the weighted sums of the last layer, of each example's own loss: it is not divided by
     * the number of examples, so that the signal which a chip sends backward does not depend on the batch.
     *
     * @param outputs examples x outputs; not modified
     * @param targets examples x outputs; not modified
     * @return examples x outputs
     */
    public FMatrixRMaj delta(Activation output, FMatrixRMaj outputs, FMatrixRMaj targets) {
        if (!fits(output)) {
            throw new IllegalArgumentException("loss " + this + " is not defined for output " + output);
        }
        FMatrixRMaj errors = outputs.copy();
        for (int k = 0; k < errors.data.length; k++) {
            errors.data[k] -= targets.data[k];
        }
        toSums(output, outputs, errors);
        return errors;
    }
}
