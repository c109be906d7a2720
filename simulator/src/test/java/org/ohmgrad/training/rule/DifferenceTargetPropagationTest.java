package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.DifferenceTargetPropagation.Inverses;

/** Targets and inverses against the formulas of the paper, in double precision. The network is 5-6-4-3, tanh and softmax. */
class DifferenceTargetPropagationTest {
    private static final double STEP = 0.25;
    private static final Batch BATCH = Bench.batch(9, 77);

    private static Bench bench(Inverses inverses, double rate, double inverseRate) {
        var rule = new DifferenceTargetPropagation(FeedbackPlace.DIGITAL, inverses, STEP, inverseRate);
        return Bench.of(Chip.exactNumbers(), rule, new Sgd(), rate);
    }

    private static double[][] inverse(Bench bench, int synapse) {
        FMatrixRMaj stored = bench.grids().get(synapse - 1).meanForward();
        return PlainNetwork.table(stored);
    }

    private static double[] tanhOf(double[] vector, double[][] matrix) {
        double[] result = new double[matrix[0].length];
        for (int col = 0; col < result.length; col++) {
            double sum = 0;
            for (int row = 0; row < vector.length; row++) {
                sum += vector[row] * matrix[row][col];
            }
            result[col] = Math.tanh(sum);
        }
        return result;
    }

    private static double[] forward(double[] vector, Weights weights, int layer, boolean last) {
        double[][] matrix = PlainNetwork.table(weights.matrices().get(layer));
        float[] bias = weights.biases().get(layer).data;
        double[] sums = new double[matrix[0].length];
        for (int col = 0; col < sums.length; col++) {
            sums[col] = bias[col];
            for (int row = 0; row < vector.length; row++) {
                sums[col] += vector[row] * matrix[row][col];
            }
        }
        if (!last) {
            return Arrays.stream(sums).map(Math::tanh).toArray();
        }
        double all = Arrays.stream(sums).map(Math::exp).sum();
        return Arrays.stream(sums).map(z -> Math.exp(z) / all).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void hiddenLayersDescendTheDistanceToTheirTargets(Inverses inverses) {
        Bench bench = bench(inverses, 0.1, 0.1);
        bench.train(5);
        Weights weights = Weights.of(bench.network);
        Gradients found = bench.step.probe(BATCH, 0);
        double[][] first = new double[5][6];
        double[][] second = new double[6][4];
        for (int n = 0; n < BATCH.size(); n++) {
            double[] x0 = PlainNetwork.table(BATCH.inputs())[n];
            double[] x1 = forward(x0, weights, 0, false);
            double[] x2 = forward(x1, weights, 1, false);
            double[] x3 = forward(x2, weights, 2, true);
            double[] t3 = new double[3];
            for (int k = 0; k < 3; k++) {
                t3[k] = x3[k] - STEP * (x3[k] - BATCH.targets().get(n, k));
            }
            double[] t2 = target(x2, t3, x3, inverse(bench, 2));
            double[] t1 = target(x1, t2, x2, inverse(bench, 1));
            add(first, x0, x1, t1);
            add(second, x1, x2, t2);
        }
        assertClose(first, found.weights().get(0));
        assertClose(second, found.weights().get(1));
    }

    private static double[] target(double[] below, double[] target, double[] value, double[][] inverse) {
        double[] aim = tanhOf(target, inverse);
        double[] guess = tanhOf(value, inverse);
        double[] result = below.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] += aim[k] - guess[k];
        }
        return result;
    }

    private static void add(double[][] gradient, double[] input, double[] output, double[] target) {
        for (int row = 0; row < input.length; row++) {
            for (int col = 0; col < output.length; col++) {
                double error = (output[col] - target[col]) / STEP;
                gradient[row][col] += input[row] * error * (1 - output[col] * output[col]) / BATCH.size();
            }
        }
    }

    private static void assertClose(double[][] expected, FMatrixRMaj found) {
        double apart = PlainNetwork.relativeDistance(
                Arrays.stream(PlainNetwork.table(found))
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray());
        assertTrue(apart < 1e-4, () -> "relative distance " + apart);
    }

    /** Mean squared distance between what an inverse gives and the layer below, of two layers. */
    private static double[] misses(Bench bench) {
        Weights weights = Weights.of(bench.network);
        double[] misses = new double[2];
        for (int n = 0; n < BATCH.size(); n++) {
            double[] x1 = forward(PlainNetwork.table(BATCH.inputs())[n], weights, 0, false);
            double[] x2 = forward(x1, weights, 1, false);
            double[] x3 = forward(x2, weights, 2, true);
            misses[0] += distance(x1, tanhOf(x2, inverse(bench, 1)));
            misses[1] += distance(x2, tanhOf(x3, inverse(bench, 2)));
        }
        return misses;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    @Test
    void learnedInversesInvertAndFixedOnesStay() {
        Bench learned = bench(Inverses.LEARNED, 1e-6, 0.3);
        double[] before = misses(learned);
        for (int step = 0; step < 400; step++) {
            learned.step.run(BATCH, step);
        }
        double[] after = misses(learned);
        assertTrue(after[0] < 0.3 * before[0], () -> after[0] + " of " + before[0]);
        assertTrue(after[1] < 0.6 * before[1], () -> after[1] + " of " + before[1]);
        Bench fixed = bench(Inverses.FIXED, 0.1, 0.3);
        double[][] drawn = inverse(fixed, 1);
        fixed.train(20);
        assertTrue(Arrays.deepEquals(drawn, inverse(fixed, 1)));
        assertFalse(Arrays.deepEquals(drawn, inverse(learned, 1)));
    }

    /** In one step from zero noise: the change is minus the rate times the difference quotient of half the squared miss. */
    @Test
    void anInverseDescendsItsOwnLoss() {
        double rate = 1e-2;
        Bench bench = bench(Inverses.LEARNED, 1e-6, rate);
        double[][] before = inverse(bench, 2);
        double loss = misses(bench)[1] / 2 / BATCH.size();
        bench.step.run(BATCH, 0);
        double[][] after = inverse(bench, 2);
        double squared = 0;
        for (int row = 0; row < before.length; row++) {
            squared += distance(before[row], after[row]);
        }
        double fallen = loss - misses(bench)[1] / 2 / BATCH.size();
        assertEquals(squared / rate, fallen, 0.02 * fallen);
    }
}
