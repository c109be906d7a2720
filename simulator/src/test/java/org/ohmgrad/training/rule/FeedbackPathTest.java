package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.GlobalNormGradientClipping;
import org.ohmgrad.training.gradient.GradientClipping;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.ValueGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticRounding;

/** Each rule's error against the formula of its paper, with matrices made independently. The network is 5-6-4-3. */
class FeedbackPathTest {
    private static final int[] WIDTHS = {5, 6, 4, 3};
    private static final Batch BATCH = Bench.batch(9, 77);

    private static Bench onFloat(LearningRule rule) {
        return Bench.of(Chip.exactNumbers(), rule, new Sgd(), 0.1);
    }

    private static double deviation(int rows, int cols) {
        return Math.sqrt(2.0 / (rows + cols));
    }

    /** Matrices of the seed's random feedback: the layer's width x the width that the error comes from. */
    private static double[][][] random(boolean direct) {
        double[][][] feedback = new double[2][][];
        for (int layer = 0; layer < 2; layer++) {
            int rows = WIDTHS[layer + 1];
            int cols = direct ? WIDTHS[3] : WIDTHS[layer + 2];
            Draws draws = new Draws(Bench.SEED, "init/feedback" + (layer + 2));
            feedback[layer] = new double[rows][cols];
            for (int k = 0; k < rows * cols; k++) {
                feedback[layer][k / cols][k % cols] = deviation(rows, cols) * draws.normal(0, k);
            }
        }
        return feedback;
    }

    /** For each weight above a hidden layer its sign times the deviation of the initial weights. */
    private static double[][][] signs(Weights weights) {
        double[][][] feedback = new double[2][][];
        for (int layer = 0; layer < 2; layer++) {
            double[][] above = PlainNetwork.table(weights.matrices().get(layer + 1));
            for (double[] row : above) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = Math.signum(row[k]) * deviation(above.length, row.length);
                }
            }
            feedback[layer] = above;
        }
        return feedback;
    }

    private static void assertFollows(double[][][] feedback, boolean direct, Bench bench) {
        double[] expected = PlainNetwork.of(bench.settings, Weights.of(bench.network))
                .gradient(PlainNetwork.table(BATCH.inputs()), PlainNetwork.table(BATCH.targets()), feedback, direct);
        double apart = PlainNetwork.relativeDistance(Bench.flat(bench.step.probe(BATCH, 0)), expected);
        assertTrue(apart < 1e-5, () -> "relative distance " + apart);
        for (int layer = 0; layer < 2; layer++) {
            FMatrixRMaj matrix = bench.step.learner().feedbackOf(layer + 1).orElseThrow();
            for (int row = 0; row < matrix.numRows; row++) {
                assertArrayEquals(feedback[layer][row], PlainNetwork.table(matrix)[row], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void feedbackAlignmentSendsTheNextLayersErrorThroughARandomMatrix(FeedbackPlace on) {
        Bench bench = onFloat(new FeedbackAlignment(on));
        assertFollows(random(false), false, bench);
        bench.train(20);
        assertFollows(random(false), false, bench);
    }

    @ParameterizedTest
    @EnumSource
    void directFeedbackAlignmentSendsTheOutputsErrorThroughARandomMatrix(FeedbackPlace on) {
        Bench bench = onFloat(new DirectFeedbackAlignment(on));
        assertFollows(random(true), true, bench);
        bench.train(20);
        assertFollows(random(true), true, bench);
    }

    @ParameterizedTest
    @EnumSource
    void signSymmetryFollowsTheSignsOfTheWeights(FeedbackPlace on) {
        Bench bench = Bench.of(Chip.exactNumbers(), new SignSymmetric(on), new Sgd(), 2);
        double[][][] atFirst = signs(Weights.of(bench.network));
        assertFollows(atFirst, false, bench);
        bench.train(20);
        double[][][] last = signs(Weights.of(bench.network));
        bench.step.run(BATCH, 20);
        for (int layer = 0; layer < 2; layer++) {
            double[][] matrix = PlainNetwork.table(
                    bench.step.learner().feedbackOf(layer + 1).orElseThrow());
            for (int row = 0; row < matrix.length; row++) {
                assertArrayEquals(last[layer][row], matrix[row], 1e-6);
            }
        }
        assertFalse(Arrays.deepEquals(atFirst, last), "some weight should have changed its sign meanwhile");
    }

    @ParameterizedTest
    @EnumSource
    void kolenPollackStartsAtRandomAndTakesTheSameUpdates(FeedbackPlace on) {
        Bench bench = onFloat(new KolenPollack(on, 0));
        double[][][] feedback = random(false);
        assertFollows(feedback, false, bench);
        Weights before = Weights.of(bench.network);
        bench.train(30);
        Weights after = Weights.of(bench.network);
        for (int layer = 0; layer < 2; layer++) {
            double[][] old = PlainNetwork.table(before.matrices().get(layer + 1));
            double[][] now = PlainNetwork.table(after.matrices().get(layer + 1));
            for (int row = 0; row < old.length; row++) {
                for (int col = 0; col < old[row].length; col++) {
                    feedback[layer][row][col] += now[row][col] - old[row][col];
                }
            }
        }
        assertFollows(feedback, false, bench);
    }

    @ParameterizedTest
    @EnumSource
    void kolenPollacksMatrixApproachesTheWeightsByTheFactorOfTheDecay(FeedbackPlace on) {
        for (Chip chip : List.of(Chip.exactNumbers(), Chip.ideal(2))) {
            Bench bench = Bench.of(chip, new KolenPollack(on, 0.1), new Sgd(), 0.1);
            double before = distanceToWeights(bench, 0) + distanceToWeights(bench, 1);
            bench.train(300);
            double after = distanceToWeights(bench, 0) + distanceToWeights(bench, 1);
            assertEquals(Math.pow(1 - 0.1 * 0.1, 300), after / before, 1e-3 * Math.pow(1 - 0.1 * 0.1, 300));
        }
    }

    @ParameterizedTest
    @EnumSource
    void kolenPollacksMatrixTakesTheUpdatesAsTheyWereClipped(FeedbackPlace on) {
        for (Chip chip : List.of(Chip.exactNumbers(), Chip.ideal(2))) {
            for (GradientClipping clipping :
                    List.of(new ValueGradientClipping(1e-3f), new GlobalNormGradientClipping(1e-3))) {
                LearningRule rule = new KolenPollack(on, 0);
                Bench bench = new Bench(
                        Bench.smooth(),
                        chip,
                        rule,
                        new NearestLevel(),
                        new TrainingSettings(1, 8, 1, 1, new Sgd(), clipping, 0));
                double before = distanceToWeights(bench, 0) + distanceToWeights(bench, 1);
                bench.train(30);
                assertEquals(before, distanceToWeights(bench, 0) + distanceToWeights(bench, 1), 1e-5 * before);
            }
        }
    }

    private static double distanceToWeights(Bench bench, int layer) {
        double[][] weights =
                PlainNetwork.table(Weights.of(bench.network).matrices().get(layer + 1));
        double[][] matrix = PlainNetwork.table(
                CommonOps_FDRM.transpose(bench.grids().get(layer).targetWeights(), null));
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            for (int col = 0; col < weights[row].length; col++) {
                sum += Math.abs(weights[row][col] - matrix[row][col]);
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void kolenPollackOnANoisyChipComesCloseToTheWeights(long seed) {
        Bench bench = new Bench(
                Bench.smooth(),
                Bench.noisy(),
                new KolenPollack(FeedbackPlace.CHIP, 0.1),
                new StochasticRounding(),
                Bench.training(new Sgd(), 0.1));
        double before = distanceToWeights(bench, 0) + distanceToWeights(bench, 1);
        for (int step = 0; step < 400; step++) {
            bench.step.run(Bench.separable(8, seed * 1000 + step), step);
        }
        double after = distanceToWeights(bench, 0) + distanceToWeights(bench, 1);
        assertTrue(after < 0.5 * before, () -> "distance " + before + " became " + after);
    }

    @Test
    void onlyRulesThatNeedTransposedReadsMakeThem() {
        for (LearningRule rule : Rules.all()) {
            Bench bench = new Bench(
                    Bench.fitting(rule), Bench.noisy(), rule, new StochasticRounding(), Bench.training(new Sgd(), 0.1));
            bench.train(2);
            List<TileGrid> grids = new ArrayList<>(bench.grids());
            bench.network.synapses().forEach(layer -> grids.add(layer.weights()));
            long backward = grids.stream()
                    .mapToLong(grid -> grid.transposedCounts().adc())
                    .sum();
            assertEquals(rule.needs().transposedReads() > 0, backward > 0, rule + " made " + backward + " conversions");
        }
    }

    @Test
    void backpropagationsMatrixIsTheWeightsAbove() {
        Bench bench = onFloat(new Backpropagation());
        Weights weights = Weights.of(bench.network);
        for (int layer = 0; layer < 2; layer++) {
            FMatrixRMaj matrix = bench.step.learner().feedbackOf(layer + 1).orElseThrow();
            assertArrayEquals(weights.matrices().get(layer + 1).data, matrix.data);
            assertArrayEquals(
                    weights.matrices().get(layer + 1).data,
                    bench.step.learner().exactFeedbackOf(layer + 1, weights).data);
        }
        assertTrue(bench.grids().isEmpty());
    }

    @Test
    void directFeedbackStandsForTheProductOfAllWeightsAbove() {
        Bench bench = onFloat(new DirectFeedbackAlignment(FeedbackPlace.DIGITAL));
        Weights weights = Weights.of(bench.network);
        double[][] second = PlainNetwork.table(weights.matrices().get(1));
        double[][] third = PlainNetwork.table(weights.matrices().get(2));
        double[][] exact = PlainNetwork.table(bench.step.learner().exactFeedbackOf(1, weights));
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += second[i][k] * third[k][j];
                }
                assertEquals(sum, exact[i][j], 1e-6);
            }
        }
        assertArrayEquals(weights.matrices().get(2).data, bench.step.learner().exactFeedbackOf(2, weights).data);
    }

    @Test
    void noErrorLeavesTheLastLayerOfTheHybrid() {
        var way = new FeedbackPath.Way(BATCH.targets(), BATCH.targets(), new Occasion(Phase.TRAIN, 0, 0));
        Bench bench = onFloat(new LastLayer(0.5));
        var last = bench.network.last();
        Exception refused =
                assertThrows(IllegalStateException.class, () -> new NoFeedback().below(last, BATCH.targets(), way));
        assertEquals("no error goes below synapse 2", refused.getMessage());
        assertEquals(Optional.empty(), bench.step.learner().feedbackOf(2));
    }

    @Test
    void theHybridsLastLayerGetsItsExactGradient() {
        Bench bench = onFloat(new LastLayer(0.5));
        Gradients exact = ExactGradient.of(Weights.realised(bench.network), bench.settings, BATCH);
        Gradients last = bench.step.probe(BATCH, 0);
        assertArrayEquals(exact.weights().get(2).data, last.weights().get(0).data);
        assertArrayEquals(exact.biases().get(2).data, last.biases().get(0).data);
    }
}
