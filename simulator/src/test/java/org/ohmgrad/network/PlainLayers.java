package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers of any kind in plain double precision, one example at a time and straight from their definitions: the oracle of the
 * real ones. Parameters are numbers in one array, matrix after matrix, each followed by its bias.
 */
final class PlainLayers {
    private final NetworkSettings settings;
    private final Shape inputs;
    private final double[] parameters;
    private int used;

    PlainLayers(NetworkSettings settings, Shape inputs, double... parameters) {
        this.settings = settings;
        this.inputs = inputs;
        this.parameters = parameters;
    }

    /** Mean loss over examples. */
    double loss(double[][] examples, double[]... targets) {
        double total = 0;
        for (int n = 0; n < examples.length; n++) {
            total += loss(lastSums(examples[n]), targets[n]);
        }
        return total / examples.length;
    }

    private double loss(double[] sums, double... targets) {
        double total = 0;
        double all = 0;
        for (double sum : sums) {
            all += Math.exp(sum);
        }
        for (int j = 0; j < sums.length; j++) {
            double p = 1 / (1 + Math.exp(-sums[j]));
            total += switch (settings.loss()) {
                case MEAN_SQUARED_ERROR -> (p - targets[j]) * (p - targets[j]) / 2;
                case CROSS_ENTROPY -> -targets[j] * Math.log(Math.exp(sums[j]) / all);
                case BINARY_CROSS_ENTROPY -> -targets[j] * Math.log(p) - (1 - targets[j]) * Math.log(1 - p);
            };
        }
        return total;
    }

    /** Weighted sums of the last layer. */
    double[] lastSums(double... example) {
        used = 0;
        Signal signal = new Signal(example, inputs);
        for (LayerSettings layer : settings.hiddenLayers()) {
            signal = through(layer, signal);
        }
        return sums(signal.values, parameters.length - used, signal.values.length);
    }

    private static final class Signal {
        private final double[] values;
        private final Shape shape;

        Signal(double[] values, Shape shape) {
            this.values = values;
            this.shape = shape;
        }
    }

    private Signal through(LayerSettings layer, Signal in) {
        if (layer instanceof Dense dense) {
            double[] sums = sums(in.values, (in.values.length + 1) * dense.units(), in.values.length);
            return new Signal(activated(sums, dense.activation()), Shape.of(dense.units()));
        } else if (layer instanceof Convolution convolution) {
            return convolved(convolution, in);
        } else if (layer instanceof MaxPooling pooling) {
            return pooled(in, pooling.size(), pooling.stride(), true);
        } else if (layer instanceof AveragePooling pooling) {
            return pooled(in, pooling.size(), pooling.stride(), false);
        } else if (layer instanceof Residual residual) {
            Signal through = in;
            for (LayerSettings inner : residual.layers()) {
                through = through(inner, through);
            }
            double[] sum = new double[in.values.length];
            for (int k = 0; k < sum.length; k++) {
                sum[k] = in.values[k] + through.values[k];
            }
            return new Signal(activated(sum, residual.activation()), through.shape);
        }
        throw new IllegalArgumentException("no plain layer for " + layer);
    }

    /** in x out weights, then out biases. */
    private double[] sums(double[] in, int numbers, int width) {
        int outputs = numbers / (width + 1);
        double[] sums = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            sums[j] = parameters[used + width * outputs + j];
            for (int i = 0; i < width; i++) {
                sums[j] += in[i] * parameters[used + i * outputs + j];
            }
        }
        used += numbers;
        return sums;
    }

    private Signal convolved(Convolution layer, Signal in) {
        int filters = layer.filters();
        int width = in.shape.channels() * layer.size() * layer.size();
        Shape out = layer.outputs(in.shape);
        double[] values = new double[out.features()];
        for (int f = 0; f < filters; f++) {
            for (int y = 0; y < out.height(); y++) {
                for (int x = 0; x < out.width(); x++) {
                    double sum = parameters[used + width * filters + f];
                    for (int c = 0; c < in.shape.channels(); c++) {
                        for (int dy = 0; dy < layer.size(); dy++) {
                            for (int dx = 0; dx < layer.size(); dx++) {
                                int row = (c * layer.size() + dy) * layer.size() + dx;
                                sum += parameters[used + row * filters + f]
                                        * pixel(
                                                in,
                                                c,
                                                y * layer.stride() + dy - layer.padding(),
                                                x * layer.stride() + dx - layer.padding());
                            }
                        }
                    }
                    values[(f * out.height() + y) * out.width() + x] = sum;
                }
            }
        }
        used += (width + 1) * filters;
        return new Signal(activated(values, layer.activation()), out);
    }

    private static double pixel(Signal in, int channel, int y, int x) {
        boolean inside = y >= 0 && x >= 0 && y < in.shape.height() && x < in.shape.width();
        return inside ? in.values[(channel * in.shape.height() + y) * in.shape.width() + x] : 0;
    }

    private static Signal pooled(Signal in, int size, int stride, boolean largest) {
        int height = (in.shape.height() - size) / stride + 1;
        int width = (in.shape.width() - size) / stride + 1;
        List<Double> values = new ArrayList<>();
        for (int c = 0; c < in.shape.channels(); c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double most = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    for (int k = 0; k < size * size; k++) {
                        double value = pixel(in, c, y * stride + k / size, x * stride + k % size);
                        most = Math.max(most, value);
                        sum += value / (size * size);
                    }
                    values.add(largest ? most : sum);
                }
            }
        }
        return new Signal(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                Shape.of(in.shape.channels(), height, width));
    }

    private double[] activated(double[] sums, LayerActivation activation) {
        double[] values = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            double z = sums[k];
            values[k] = switch (activation.or(settings.activation())) {
                case SIGMOID -> 1 / (1 + Math.exp(-z));
                case TANH -> Math.tanh(z);
                case RELU -> Math.max(0, z);
                case HARD_SIGMOID -> Math.max(0, Math.min(1, z));
                default -> z;
            };
        }
        return values;
    }
}
