package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Origin;
import org.ohmgrad.settings.Check.BrokenRules;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.gradient.GlobalNormGradientClipping;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Adamw;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;
import org.ohmgrad.training.rule.LearningRule;

class CountedSchemeTest {
    private static final double STEP = 1e-3;

    static List<UpdateScheme> schemes() {
        return List.of(
                new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE),
                new StochasticPulses(10, true, BatchPulses.FOLDED),
                new DeterministicPulses(),
                new SignPulses(),
                new MixedPrecision(1));
    }

    private static TileGrid zeros(int rows, int cols) {
        return PulseBench.zeros(PulseBench.referenced(PulseBench.even(STEP, 0)), rows, cols);
    }

    /** Weights in steps after gradients that ask, at rate 1, for so many steps each. */
    private static float[] after(TileGrid grid, MatrixUpdate update, long step, float... steps) {
        FMatrixRMaj gradient = new FMatrixRMaj(grid.rows(), grid.cols());
        for (int k = 0; k < steps.length; k++) {
            gradient.data[k] = (float) (-steps[k] * STEP);
        }
        update.apply(WeightGradient.ofMatrix(gradient), 1, step);
        float[] now = grid.meanForward().data;
        for (int k = 0; k < now.length; k++) {
            now[k] /= (float) STEP;
        }
        return now;
    }

    @Test
    void theManhattanRuleFiresOnePulseWithTheSignOfTheWantedChange() {
        TileGrid grid = zeros(1, 5);
        MatrixUpdate update = PulseBench.start(grid, new SignPulses());
        float[] now = after(grid, update, 0, 100, -100, 0.01f, -1e-6f, 0);
        assertArrayEquals(new float[] {1, -1, 1, -1, 0}, now, 1e-2f);
        assertEquals(4, update.pulses());
        assertEquals(4, update.cellWrites());
        assertEquals(0, update.lostChanges());
    }

    @Test
    void deterministicPulsesComeNearestToTheWantedChange() {
        TileGrid grid = zeros(1, 6);
        MatrixUpdate update = PulseBench.start(grid, new DeterministicPulses());
        float[] now = after(grid, update, 0, 0.4f, -0.4f, 0.6f, 2.4f, -7.6f, 0);
        assertArrayEquals(new float[] {0, 0, 1, 2, -8, 0}, now, 1e-2f);
        assertEquals(11, update.pulses());
        assertEquals(3, update.cellWrites());
        assertEquals(5, update.wantedChanges());
        assertEquals(2, update.lostChanges());
    }

    @Test
    void mixedPrecisionLosesNothing() {
        TileGrid grid = zeros(8, 8);
        for (double granularity : new double[] {1, 4.5}) {
            MatrixUpdate update = PulseBench.start(grid, new MixedPrecision(granularity));
            float[] start = after(grid, update, 0);
            double[] asked = new double[64];
            float[] now = start;
            for (int step = 1; step < 400; step++) {
                float[] steps = Samples.normals(1, 64, step).data;
                for (int k = 0; k < 64; k++) {
                    steps[k] *= 0.3f;
                    asked[k] += steps[k];
                }
                now = after(grid, update, step, steps);
            }
            for (int k = 0; k < 64; k++) {
                assertEquals(asked[k], now[k] - start[k], granularity + 0.05);
            }
        }
    }

    @Test
    void aWeightMovesByOneMeanStepOnAPairToo() {
        TileGrid grid = PulseBench.zeros(PulseBench.paired(PulseBench.even(STEP, 0)), 1, 2);
        MatrixUpdate update = PulseBench.start(grid, new DeterministicPulses());
        double pair = PulsedScheme.weightPerPulse(grid.chip());
        assertEquals(STEP, pair, 1e-12, "half of it in each cell");
        after(grid, update, 0, 10, -10);
        float[] back = after(grid, update, 1, -15, 15);
        assertEquals(back[0], -back[1], 1e-2f);
        float before = back[0];
        float[] now = after(grid, update, 2, 3, -3);
        assertEquals(3, now[0] - before, 1e-2f);
        assertEquals(6 * 2 + 30 * 2 + 20 * 2, update.pulses());
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void pulsesLeaveNoTargetLevels(UpdateScheme scheme) {
        TileGrid grid = zeros(4, 4);
        PulseBench.start(grid, scheme);
        assertThrows(IllegalStateException.class, grid::targetWeights);
        assertThrows(IllegalStateException.class, () -> grid.program(new FMatrixRMaj(4, 4)));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void exactNumbersTakeEveryChangeAsItIs(UpdateScheme scheme) {
        TileGrid grid = new TileGrid(Chip.exactNumbers(), new FMatrixRMaj(3, 2), new Clock(), new Origin(1, "layer1"));
        TileGrid plain = new TileGrid(Chip.exactNumbers(), new FMatrixRMaj(3, 2), new Clock(), new Origin(1, "layer1"));
        FMatrixRMaj x = Samples.normals(4, 3, 1);
        FMatrixRMaj d = Samples.normals(4, 2, 2);
        PulseBench.start(grid, scheme).apply(WeightGradient.of(x, d), 0.1, 0);
        PulseBench.start(plain, new NearestLevel()).apply(WeightGradient.of(x, d), 0.1, 0);
        assertArrayEquals(plain.targetWeights().data, grid.targetWeights().data);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void whatPulsesCannotDoIsRefused(UpdateScheme scheme) {
        TrainingSettings sgd = Bench.training(new Sgd(), 0.1);
        Chip pulsed = PulseBench.varied();
        assertEquals(List.of(), scheme.objections(sgd.conditions(pulsed, new Backpropagation())));
        assertTrue(
                first(scheme, Bench.levelsOnly(4), sgd, new Backpropagation()).contains("no law of pulses"));
        assertTrue(first(scheme, pulsed, sgd, new KolenPollack(FeedbackPlace.CHIP, 0.1))
                .contains("learning rule"));
        assertTrue(first(scheme, pulsed, Bench.training(new Adamw(0.9, 0.999, 1e-8, 0.01), 0.1), new Backpropagation())
                .contains("optimizer"));
        assertThrows(
                RuntimeException.class, () -> PulseBench.start(PulseBench.zeros(Bench.levelsOnly(4), 2, 2), scheme));
    }

    private static String first(UpdateScheme scheme, Chip chip, TrainingSettings training, LearningRule rule) {
        return scheme.objections(training.conditions(chip, rule)).get(0);
    }

    @Test
    void stochasticPulsesNeedPlainGradientDescent() {
        var scheme = new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE);
        TrainingSettings momentum = Bench.training(new Momentum(0.9), 0.1);
        assertTrue(first(scheme, PulseBench.varied(), momentum, new Backpropagation())
                .contains("optimizer sgd"));
        var clipped = new TrainingSettings(1, 8, 0.1, 1, new Sgd(), new GlobalNormGradientClipping(1), 0);
        assertTrue(first(scheme, PulseBench.varied(), clipped, new Backpropagation())
                .contains("clipping none"));
        assertThrows(BrokenRules.class, () -> new StochasticPulses(32, true, BatchPulses.FOLDED));
        assertThrows(BrokenRules.class, () -> new MixedPrecision(0.5));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aNetworkLearnsByPulses(UpdateScheme scheme) {
        Bench bench = new Bench(
                Bench.smooth(), PulseBench.varied(), new Backpropagation(), scheme, Bench.training(new Sgd(), 0.02));
        double first = 0;
        double last = 0;
        for (int step = 0; step < 1500; step++) {
            double loss = bench.step.run(Bench.separable(8, step), step);
            first += step < 100 ? loss / 100 : 0;
            last += step >= 1400 ? loss / 100 : 0;
        }
        assertTrue(last < 0.8 * first, "from " + first + " to " + last);
    }
}
