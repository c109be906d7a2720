package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.GradientFidelity;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.EquilibriumPropagation.Sign;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticRounding;

/** Rules that need more than one pass: against what their papers write, in plain double precision. */
class ManyPassesTest {
    private static final Batch BATCH = Bench.batch(6, 3);
    private static final Occasion NOW = new Occasion(Phase.PROBE, 0, 0);

    private static Bench onFloat(LearningRule rule) {
        return Bench.of(Chip.exactNumbers(), rule, new Sgd(), 0.1);
    }

    private static double[][] times(double[][] a, double[]... b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[]... a) {
        double[][] result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private static double[][] plus(double[][] a, double factor, double[]... b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j] + factor * b[i][j];
            }
        }
        return sum;
    }

    private static void assertGradient(double[][] sum, FMatrixRMaj found) {
        double[][] table = PlainNetwork.table(found);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[0].length; j++) {
                assertEquals(sum[i][j] / BATCH.size(), table[i][j], 2e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void pepitaLearnsFromTheDifferenceOfTwoPasses(FeedbackPlace on) {
        Bench bench = onFloat(new Pepita(on, 0.5));
        Weights weights = Weights.of(bench.network);
        FMatrixRMaj stored = bench.grids().get(0).targetWeights();
        double[][] inputs = PlainNetwork.table(BATCH.inputs());
        List<double[][]> first = pass(bench, weights, inputs);
        double[][] error = plus(first.get(3), -1, PlainNetwork.table(BATCH.targets()));
        List<double[][]> second = pass(bench, weights, plus(inputs, 1, times(error, PlainNetwork.table(stored))));
        Gradients found = bench.step.probe(BATCH, 0);
        for (int layer = 0; layer < 2; layer++) {
            double[][] difference = plus(first.get(layer + 1), -1, second.get(layer + 1));
            assertGradient(
                    times(transposed(second.get(layer)), difference),
                    found.weights().get(layer));
        }
        double[][] last = plus(second.get(3), -1, PlainNetwork.table(BATCH.targets()));
        assertGradient(times(transposed(second.get(2)), last), found.weights().get(2));
    }

    /** What every layer is fed, and the output. */
    private static List<double[][]> pass(Bench bench, Weights weights, double[]... inputs) {
        List<double[][]> all = new ArrayList<>();
        all.add(inputs);
        for (int layer = 0; layer < 3; layer++) {
            double[][] sums =
                    times(all.get(layer), PlainNetwork.table(weights.matrices().get(layer)));
            for (double[] row : sums) {
                double total = 0;
                for (int j = 0; j < row.length; j++) {
                    row[j] += weights.biases().get(layer).data[j];
                    row[j] = layer < 2 ? Math.tanh(row[j]) : Math.exp(row[j]);
                    total += row[j];
                }
                for (int j = 0; layer == 2 && j < row.length; j++) {
                    row[j] /= total;
                }
            }
            all.add(sums);
        }
        assertEquals(3, bench.network.depth());
        return all;
    }

    @Test
    void pepitasProjectionHasTheSizeThatIsAsked() {
        FMatrixRMaj small =
                onFloat(new Pepita(FeedbackPlace.DIGITAL, 0.05)).grids().get(0).targetWeights();
        FMatrixRMaj large =
                onFloat(new Pepita(FeedbackPlace.DIGITAL, 0.5)).grids().get(0).targetWeights();
        assertEquals(Bench.OUTPUTS, small.numRows);
        assertEquals(Bench.INPUTS, small.numCols);
        CommonOps_FDRM.scale(10, small);
        assertArrayEquals(large.data, small.data, 1e-6f);
    }

    @ParameterizedTest
    @EnumSource
    void directRandomTargetProjectionSendsTheTarget(FeedbackPlace on) {
        Bench bench = onFloat(new DirectRandomTargetProjection(on));
        var pass = bench.network.forward(BATCH.inputs(), NOW);
        Gradients found = bench.step.probe(BATCH, 0);
        for (int layer = 0; layer < 2; layer++) {
            FMatrixRMaj stored = bench.grids().get(layer).targetWeights();
            double[][] delta = times(PlainNetwork.table(BATCH.targets()), PlainNetwork.table(stored));
            double[][] outputs = PlainNetwork.table(pass.stage(layer).output());
            for (int n = 0; n < delta.length; n++) {
                for (int j = 0; j < delta[n].length; j++) {
                    delta[n][j] *= 1 - outputs[n][j] * outputs[n][j];
                }
            }
            double[][] inputs = PlainNetwork.table(pass.stage(layer).input());
            assertGradient(times(transposed(inputs), delta), found.weights().get(layer));
        }
        Gradients exact = ExactGradient.of(Weights.realised(bench.network), bench.settings, BATCH);
        assertArrayEquals(exact.weights().get(2).data, found.weights().get(2).data);
    }

    /** A network whose states settle between 0 and 1, where they are smooth functions of the weights. */
    private static Bench settling(double nudge, Sign sign) {
        LearningRule rule = new EquilibriumPropagation(100, 100, 0.3, nudge, sign);
        NetworkSettings settings = Bench.fitting(rule);
        Weights drawn = settings.initialWeights(Bench.INPUTS, Bench.OUTPUTS, Bench.SEED);
        List<FMatrixRMaj> matrices = drawn.matrices().stream()
                .map(matrix -> {
                    FMatrixRMaj small = matrix.copy();
                    CommonOps_FDRM.scale(0.25f, small);
                    return small;
                })
                .toList();
        drawn.biases().forEach(bias -> Arrays.fill(bias.data, 0.5f));
        return new Bench(
                settings,
                new Weights(matrices, drawn.biases()),
                Chip.exactNumbers(),
                rule,
                new NearestLevel(),
                Bench.training(new Sgd(), 0.1));
    }

    private static double angle(Bench bench) {
        Gradients found = bench.step.probe(BATCH, 0);
        Gradients exact = bench.step
                .learner()
                .exact(Weights.realised(bench.network), bench.settings, Shape.of(Bench.INPUTS), BATCH);
        return GradientFidelity.angleDegrees(joined(found), joined(exact)).orElseThrow();
    }

    private static FMatrixRMaj joined(Gradients gradients) {
        double[] all = Bench.flat(gradients);
        FMatrixRMaj row = new FMatrixRMaj(1, all.length);
        for (int k = 0; k < all.length; k++) {
            row.data[k] = (float) all[k];
        }
        return row;
    }

    /** Scellier and Bengio 2017, theorem 1; with a centred nudge the error is of second order (Laborieux 2021). */
    @Test
    void equilibriumPropagationTendsToTheGradientAsTheNudgeGoesToZero() {
        double[] nudges = {0.4, 0.2, 0.1, 0.05};
        double[] plain = new double[nudges.length];
        double[] centred = new double[nudges.length];
        for (int k = 0; k < nudges.length; k++) {
            plain[k] = angle(settling(nudges[k], Sign.POSITIVE));
            centred[k] = angle(settling(nudges[k], Sign.CENTRED));
        }
        String all = Arrays.toString(plain) + " and " + Arrays.toString(centred);
        for (int k = 1; k < nudges.length; k++) {
            assertEquals(0.5, plain[k] / plain[k - 1], 0.12, all);
        }
        assertTrue(plain[3] < 1, all);
        assertTrue(centred[3] < plain[3] / 5 && centred[3] < 0.2, all);
    }

    @Test
    void theSettledGradientIsThatOfDifferences() {
        Bench bench = onFloat(new EquilibriumPropagation(12, 4, 0.5, 0.5, Sign.POSITIVE));
        Weights weights = Weights.realised(bench.network);
        Gradients exact = bench.step.learner().exact(weights, bench.settings, Shape.of(Bench.INPUTS), BATCH);
        for (int layer = 0; layer < 3; layer++) {
            FMatrixRMaj matrix = weights.matrices().get(layer);
            FMatrixRMaj differences = new FMatrixRMaj(matrix.numRows, matrix.numCols);
            for (int k = 0; k < matrix.data.length; k++) {
                differences.data[k] = (float)
                        ((loss(bench, weights, layer, k, 1e-3f) - loss(bench, weights, layer, k, -1e-3f)) / 2e-3);
            }
            double angle = GradientFidelity.angleDegrees(exact.weights().get(layer), differences)
                    .orElseThrow();
            assertTrue(angle < 0.2, "layer " + layer + ": " + angle + " degrees");
        }
    }

    private static double loss(Bench bench, Weights weights, int layer, int k, float by) {
        List<FMatrixRMaj> moved = new ArrayList<>(
                weights.matrices().stream().map(FMatrixRMaj::copy).toList());
        moved.get(layer).data[k] += by;
        Bench other = new Bench(
                bench.settings,
                new Weights(moved, weights.biases()),
                Chip.exactNumbers(),
                new EquilibriumPropagation(12, 4, 0.5, 0.5, Sign.POSITIVE),
                new NearestLevel(),
                Bench.training(new Sgd(), 0.1));
        return other.loss(BATCH);
    }

    @Test
    void readsAreAsManyAsTheRulesSay() {
        assertReads(new Pepita(FeedbackPlace.CHIP, 0.05), 2, 0);
        assertReads(new DirectRandomTargetProjection(FeedbackPlace.CHIP), 1, 0);
        assertReads(new EquilibriumPropagation(20, 4, 0.5, 0.5, Sign.RANDOM), 24, 24);
        assertReads(new EquilibriumPropagation(20, 4, 0.5, 0.5, Sign.CENTRED), 28, 28);
    }

    private static void assertReads(LearningRule rule, int forward, int transposed) {
        Bench bench = new Bench(
                Bench.fitting(rule), Bench.noisy(), rule, new StochasticRounding(), Bench.training(new Sgd(), 0.1));
        bench.train(3);
        for (int synapse = 0; synapse < 3; synapse++) {
            TileGrid weights = bench.network.synapse(synapse).weights();
            long tiles = weights.tiles().size();
            assertEquals(3L * 8 * forward * tiles, weights.forwardCounts().reads());
            assertEquals(
                    3L * 8 * (synapse == 0 ? 0 : transposed) * tiles,
                    weights.transposedCounts().reads());
        }
    }

    @Test
    void everyRoundDrawsNoiseOfItsOwn() {
        Bench bench = new Bench(
                Bench.smooth(),
                Bench.noisy(),
                new Backpropagation(),
                new NearestLevel(),
                Bench.training(new Sgd(), 0.1));
        Occasion now = new Occasion(Phase.TRAIN, 5, 0);
        float[] first = bench.network.forward(BATCH.inputs(), now).output().data;
        float[] again = bench.network.forward(BATCH.inputs(), now).output().data;
        float[] other = bench.network.forward(BATCH.inputs(), now.inRound(1)).output().data;
        assertArrayEquals(first, again);
        int same = 0;
        for (int k = 0; k < first.length; k++) {
            same += first[k] == other[k] ? 1 : 0;
        }
        assertEquals(0, same);
    }
}
