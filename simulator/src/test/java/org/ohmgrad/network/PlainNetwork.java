package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;

/**
 * A fully connected network in plain double-precision loops: the oracle of {@link Network}. It shares no code with it, so
 * activations and losses go by their names.
 */
public final class PlainNetwork {
    private final double[][][] weights;
    private final double[][] biases;
    private final String hidden;
    private final String output;
    private final String loss;

    /**
     * A network over arrays that the caller may change afterwards.
     *
     * @param weights layer, input, output
     * @param biases layer, output
     * @param hidden name of the hidden layers' activation
     * @param output name of the last layer's activation
     * @param loss name of the loss
     */
    public PlainNetwork(double[][][] weights, double[][] biases, String hidden, String output, String loss) {
        this.weights = weights;
        this.biases = biases;
        this.hidden = hidden;
        this.output = output;
        this.loss = loss;
    }

    /** The same network as settings and weights describe. */
    public static PlainNetwork of(NetworkSettings settings, Weights weights) {
        return new PlainNetwork(
                weights.matrices().stream().map(PlainNetwork::table).toArray(double[][][]::new),
                weights.biases().stream().map(bias -> table(bias)[0]).toArray(double[][]::new),
                settings.activation().name(),
                settings.output().under(settings.loss()).name(),
                settings.loss().name());
    }

    /** A matrix as rows of doubles. */
    public static double[][] table(FMatrixRMaj matrix) {
        double[][] table = new double[matrix.numRows][matrix.numCols];
        for (int row = 0; row < table.length; row++) {
            for (int col = 0; col < table[row].length; col++) {
                table[row][col] = matrix.data[row * matrix.numCols + col];
            }
        }
        return table;
    }

    /** The live weights: layer, input, output. */
    public double[][][] weights() {
        return weights;
    }

    /** The live biases: layer, output. */
    public double[][] biases() {
        return biases;
    }

    /** What the network gives for one example. */
    public double[] output(double[] input) {
        double[][] outputs = outputs(input);
        return outputs[outputs.length - 1];
    }

    /** The input, then every layer's output. */
    private double[][] outputs(double[] input) {
        double[][] outputs = new double[weights.length + 1][];
        outputs[0] = input;
        for (int layer = 0; layer < weights.length; layer++) {
            outputs[layer + 1] = activate(nameOf(layer), sums(layer, outputs[layer]));
        }
        return outputs;
    }

    private String nameOf(int layer) {
        return layer == weights.length - 1 ? output : hidden;
    }

    private double[] sums(int layer, double[] input) {
        double[] sums = biases[layer].clone();
        for (int i = 0; i < input.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += input[i] * weights[layer][i][j];
            }
        }
        return sums;
    }

    private static double[] activate(String name, double[] z) {
        double[] a = new double[z.length];
        double total = 0;
        for (int j = 0; j < z.length; j++) {
            total += Math.exp(z[j]);
        }
        for (int j = 0; j < z.length; j++) {
            a[j] = switch (name) {
                case "SIGMOID" -> 1 / (1 + Math.exp(-z[j]));
                case "TANH" -> Math.tanh(z[j]);
                case "RELU" -> Math.max(z[j], 0);
                case "HARD_SIGMOID" -> Math.max(0, Math.min(1, z[j]));
                case "IDENTITY" -> z[j];
                case "SOFTMAX" -> Math.exp(z[j]) / total;
                default -> throw new IllegalArgumentException(name);
            };
        }
        return a;
    }

    /** d a[i] / d z[j], from the outputs. */
    private static double slope(String name, double[] a, int i, int j) {
        if (name.equals("SOFTMAX")) {
            return a[i] * ((i == j ? 1 : 0) - a[j]);
        }
        if (i != j) {
            return 0;
        }
        return switch (name) {
            case "SIGMOID" -> a[i] * (1 - a[i]);
            case "TANH" -> 1 - a[i] * a[i];
            case "RELU" -> a[i] > 0 ? 1 : 0;
            case "HARD_SIGMOID" -> a[i] > 0 && a[i] < 1 ? 1 : 0;
            case "IDENTITY" -> 1;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Mean loss of a batch: examples x inputs, examples x outputs. */
    public double loss(double[][] inputs, double[][] targets) {
        double total = 0;
        for (int n = 0; n < inputs.length; n++) {
            double[][] outputs = outputs(inputs[n]);
            double[] z = sums(weights.length - 1, outputs[weights.length - 1]);
            double[] y = outputs[weights.length];
            for (int j = 0; j < y.length; j++) {
                total += lossOf(z[j], y[j], targets[n][j]);
            }
        }
        return total / inputs.length;
    }

    /** Binary cross-entropy comes from the sum, where 1 - y would have lost its digits. */
    private double lossOf(double z, double y, double t) {
        return switch (loss) {
            case "MEAN_SQUARED_ERROR" -> (y - t) * (y - t) / 2;
            case "CROSS_ENTROPY" -> -t * Math.log(y);
            case "BINARY_CROSS_ENTROPY" -> t * Math.log1p(Math.exp(-z)) + (1 - t) * Math.log1p(Math.exp(z));
            default -> throw new IllegalArgumentException(loss);
        };
    }

    private double lossSlope(double y, double t) {
        return switch (loss) {
            case "MEAN_SQUARED_ERROR" -> y - t;
            case "CROSS_ENTROPY" -> -t / y;
            case "BINARY_CROSS_ENTROPY" -> (y - t) / (y * (1 - y));
            default -> throw new IllegalArgumentException(loss);
        };
    }

    /** Gradient of the mean loss by backpropagation, as one vector in the order of {@link #get}. */
    public double[] gradient(double[][] inputs, double[][] targets) {
        double[][][] above = new double[weights.length - 1][][];
        System.arraycopy(weights, 1, above, 0, above.length);
        return gradient(inputs, targets, above, false);
    }

    /**
     * The same with other matrices on the way back.
     *
     * @param feedback for each layer but the last, outputs of the layer x width that its error comes from
     * @param direct whether every error comes from the last layer, else from the next one
     */
    public double[] gradient(double[][] inputs, double[][] targets, double[][][] feedback, boolean direct) {
        PlainNetwork sum = zeros();
        for (int n = 0; n < inputs.length; n++) {
            double[][] outputs = outputs(inputs[n]);
            sum.add(outputs, deltas(outputs, targets[n], feedback, direct), 1.0 / inputs.length);
        }
        double[] gradient = new double[sum.size()];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = sum.get(k);
        }
        return gradient;
    }

    private double[][] deltas(double[][] outputs, double[] target, double[][][] feedback, boolean direct) {
        int last = weights.length - 1;
        double[] error = new double[target.length];
        for (int j = 0; j < target.length; j++) {
            error[j] = lossSlope(outputs[last + 1][j], target[j]);
        }
        double[][] deltas = new double[last + 1][];
        deltas[last] = throughActivation(last, outputs[last + 1], error);
        for (int layer = last - 1; layer >= 0; layer--) {
            double[] from = deltas[direct ? last : layer + 1];
            deltas[layer] = throughActivation(layer, outputs[layer + 1], product(feedback[layer], from));
        }
        return deltas;
    }

    private double[] throughActivation(int layer, double[] a, double[] error) {
        double[] delta = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            for (int i = 0; i < a.length; i++) {
                delta[j] += error[i] * slope(nameOf(layer), a, i, j);
            }
        }
        return delta;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private PlainNetwork zeros() {
        double[][][] w = new double[weights.length][][];
        double[][] b = new double[weights.length][];
        for (int layer = 0; layer < w.length; layer++) {
            w[layer] = new double[weights[layer].length][biases[layer].length];
            b[layer] = new double[biases[layer].length];
        }
        return new PlainNetwork(w, b, hidden, output, loss);
    }

    private void add(double[][] outputs, double[][] deltas, double share) {
        for (int layer = 0; layer < weights.length; layer++) {
            for (int j = 0; j < deltas[layer].length; j++) {
                for (int i = 0; i < outputs[layer].length; i++) {
                    weights[layer][i][j] += share * outputs[layer][i] * deltas[layer][j];
                }
                biases[layer][j] += share * deltas[layer][j];
            }
        }
    }

    /** Number of weights and biases. */
    public int size() {
        int size = 0;
        for (int layer = 0; layer < weights.length; layer++) {
            size += sizeOf(layer);
        }
        return size;
    }

    /** A parameter: layer by layer, first the weights input by input, then the biases. */
    public double get(int index) {
        return cellOf(index)[columnOf(index)];
    }

    /** Changes a parameter. */
    public void set(int index, double value) {
        cellOf(index)[columnOf(index)] = value;
    }

    private double[] cellOf(int index) {
        int left = index;
        int layer = 0;
        while (left >= sizeOf(layer)) {
            left -= sizeOf(layer);
            layer++;
        }
        int row = left / biases[layer].length;
        return row < weights[layer].length ? weights[layer][row] : biases[layer];
    }

    private int columnOf(int index) {
        int left = index;
        int layer = 0;
        while (left >= sizeOf(layer)) {
            left -= sizeOf(layer);
            layer++;
        }
        return left % biases[layer].length;
    }

    private int sizeOf(int layer) {
        return (weights[layer].length + 1) * biases[layer].length;
    }

    /** Gradient of the mean loss by central differences. */
    public double[] differences(double[][] inputs, double[][] targets, double h) {
        double[] gradient = new double[size()];
        for (int k = 0; k < gradient.length; k++) {
            double here = get(k);
            set(k, here + h);
            double above = loss(inputs, targets);
            set(k, here - h);
            gradient[k] = (above - loss(inputs, targets)) / (2 * h);
            set(k, here);
        }
        return gradient;
    }

    /** Length of the difference of two vectors, divided by the length of the second; 0 if both are zero. */
    public static double relativeDistance(double[] a, double[] b) {
        double apart = 0;
        double length = 0;
        for (int k = 0; k < b.length; k++) {
            apart += (a[k] - b[k]) * (a[k] - b[k]);
            length += b[k] * b[k];
        }
        return apart == 0 ? 0 : Math.sqrt(apart / length);
    }
}
