package org.ohmgrad.verify;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.training.gradient.Batch;

/** The loss of a dense network in plain loops of double precision, which share nothing with the simulator's. */
final class PlainNetwork {
    private final int[] widths;
    private final Activation hidden;
    private final Loss loss;

    /** A network whose widths are given from its input on, with the output that the loss is made for. */
    PlainNetwork(int[] widths, Activation hidden, Loss loss) {
        this.widths = widths.clone();
        this.hidden = hidden;
        this.loss = loss;
    }

    /** Derivatives of the mean loss by central differences, in the order of the parameters. */
    double[] differences(double[] parameters, Batch batch, double step) {
        double[] differences = new double[parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            double here = parameters[k];
            parameters[k] = here + step;
            double above = meanLoss(parameters, batch);
            parameters[k] = here - step;
            differences[k] = (above - meanLoss(parameters, batch)) / (2 * step);
            parameters[k] = here;
        }
        return differences;
    }

    private double meanLoss(double[] parameters, Batch batch) {
        double sum = 0;
        for (int example = 0; example < batch.size(); example++) {
            double[] sums = lastSums(parameters, row(batch.inputs(), example));
            sum += loss(sums, row(batch.targets(), example));
        }
        return sum / batch.size();
    }

    private static double[] row(FMatrixRMaj matrix, int row) {
        double[] values = new double[matrix.numCols];
        for (int k = 0; k < values.length; k++) {
            values[k] = matrix.get(row, k);
        }
        return values;
    }

    /** Parameters stand layer by layer, weights input by input, then biases. */
    private double[] lastSums(double[] parameters, double... input) {
        double[] values = input;
        int from = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            double[] sums = sums(parameters, from, values, widths[layer]);
            from += (widths[layer - 1] + 1) * widths[layer];
            values = layer == widths.length - 1 ? sums : activated(sums);
        }
        return values;
    }

    private static double[] sums(double[] parameters, int from, double[] values, int width) {
        double[] sums = new double[width];
        for (int j = 0; j < width; j++) {
            sums[j] = parameters[from + values.length * width + j];
            for (int i = 0; i < values.length; i++) {
                sums[j] += values[i] * parameters[from + i * width + j];
            }
        }
        return sums;
    }

    private double[] activated(double... sums) {
        double[] values = new double[sums.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = switch (hidden) {
                case SIGMOID -> sigmoid(sums[j]);
                case HARD_SIGMOID -> Math.max(0, Math.min(1, sums[j]));
                case TANH -> Math.tanh(sums[j]);
                case RELU -> Math.max(sums[j], 0);
                case IDENTITY -> sums[j];
                case SOFTMAX -> throw new IllegalStateException("softmax belongs to the output");
            };
        }
        return values;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private double loss(double[] sums, double... targets) {
        double total = 0;
        for (int j = 0; j < sums.length; j++) {
            double t = targets[j];
            total += switch (loss) {
                case MEAN_SQUARED_ERROR -> (sigmoid(sums[j]) - t) * (sigmoid(sums[j]) - t) / 2;
                case CROSS_ENTROPY -> t * (logSum(sums) - sums[j]);
                case BINARY_CROSS_ENTROPY -> Math.log1p(Math.exp(sums[j])) - t * sums[j];
            };
        }
        return total;
    }

    private static double logSum(double... sums) {
        double total = 0;
        for (double sum : sums) {
            total += Math.exp(sum);
        }
        return Math.log(total);
    }
}
