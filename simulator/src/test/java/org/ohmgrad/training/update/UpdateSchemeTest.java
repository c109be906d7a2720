package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Significance;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Rules;

class UpdateSchemeTest {
    private static final ConductanceLevels EIGHT_BITS = ConductanceLevels.ofBits(8);
    private static final LevelScheme.Bounds PAIR = new LevelScheme.Bounds(-255, 255);
    private static final LevelScheme.Bounds NONE =
            new LevelScheme.Bounds(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    static List<LevelScheme> schemes() {
        return Rules.schemes();
    }

    private static float[] apply(LevelScheme scheme, float[] targets, float[] wanted, long step) {
        float[] result = wanted.clone();
        float[][] memory = new float[scheme.memories()][targets.length];
        Draws draws = new Draws(step, "test/update");
        scheme.apply(targets, 0, result, result.length, memory, new LevelScheme.Step(EIGHT_BITS, PAIR, draws, step));
        return result;
    }

    private static void accumulate(float[] targets, float[] wanted, float[][] memory, long step) {
        var now = new LevelScheme.Step(EIGHT_BITS, PAIR, new Draws(1, "test/update"), step);
        new AccumulateAndProgram().apply(targets, 0, wanted, wanted.length, memory, now);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void stretchByStretchIsTheSameAsAllAtOnce(LevelScheme scheme) {
        float[] targets = Samples.normals(1, 1000, 1).data;
        float[] wanted = Samples.normals(1, 1000, 2).data;
        float[][] memory = new float[scheme.memories()][1000];
        var step = new LevelScheme.Step(EIGHT_BITS, PAIR, new Draws(7, "test/update"), 7);
        float[] parts = new float[1000];
        for (int from = 0; from < 1000; from += 130) {
            int count = Math.min(130, 1000 - from);
            float[] part = Arrays.copyOfRange(wanted, from, from + count);
            scheme.apply(targets, from, part, count, memory, step);
            System.arraycopy(part, 0, parts, from, count);
        }
        assertArrayEquals(apply(scheme, targets, wanted, 7), parts);
    }

    private static float[] filled(int count, float value) {
        float[] array = new float[count];
        Arrays.fill(array, value);
        return array;
    }

    @Test
    void nearestLevelLosesWhatIsUnderHalfALevel() {
        float[] targets = {10, 10, 10, -10, 0, 7, 8};
        float[] wanted = {0.49f, 0.51f, -0.49f, -0.51f, 3.4f, 0.5f, 0.5f};
        assertArrayEquals(new float[] {10, 11, 10, -11, 3, 8, 8}, apply(new NearestLevel(), targets, wanted, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.3",
        "0, -0.3",
        "5, 2.75",
        "-200, 0.001",
        "254, 0.5",
        "200, 5e-6",
        "-254, 5e-6",
        "200, -5e-6",
        "0, 5e-6"
    })
    void stochasticRoundingIsUnbiasedHoweverSmallTheChange(float target, float change) {
        int count = 1_000_000;
        int steps = 10;
        float below = (float) Math.floor(change);
        int up = 0;
        for (int step = 0; step < steps; step++) {
            float[] targets = filled(count, target);
            for (float level : apply(new StochasticRounding(), targets, filled(count, change), step)) {
                assertTrue(level == target + below || level == target + below + 1);
                up += level > target + below ? 1 : 0;
            }
        }
        Significance.assertCount(change - Math.floor(change), count * steps, up, 0);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void noSchemeMovesFurtherThanTheNeighbouringLevel(LevelScheme scheme) {
        float[] targets = filled(5000, 100);
        float[] wanted = Samples.normals(1, 5000, 5).data;
        float[] levels = apply(scheme, targets, wanted, 3);
        for (int k = 0; k < levels.length; k++) {
            assertTrue(Math.abs(levels[k] - (100 + wanted[k])) < 1, "from 100 by " + wanted[k] + " to " + levels[k]);
            assertEquals(Math.rint(levels[k]), levels[k], 0);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void noSchemeLeavesTheRange(LevelScheme scheme) {
        float[] targets = {250, -250, 255, -255, 0, 0, 255};
        float[] wanted = {100, -100, 0.75f, -0.75f, 1e6f, -1e6f, 0.25f};
        for (int step = 0; step < 50; step++) {
            assertArrayEquals(new float[] {255, -255, 255, -255, 255, -255, 255}, apply(scheme, targets, wanted, step));
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void noChangeIsNoChange(LevelScheme scheme) {
        float[] targets = {250, -250, 255, -255, 0, 3};
        assertArrayEquals(targets, apply(scheme, targets, new float[6], 1));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void continuousLevelsTakeEveryChange(LevelScheme scheme) {
        float[] targets = Samples.normals(1, 1000, 1).data;
        float[] wanted = Samples.normals(1, 1000, 2).data;
        float[] levels = wanted.clone();
        Draws draws = new Draws(1, "test/update");
        float[][] memory = new float[scheme.memories()][1000];
        scheme.apply(targets, 0, levels, 1000, memory, new LevelScheme.Step(new ContinuousLevels(), NONE, draws, 0));
        for (int k = 0; k < levels.length; k++) {
            assertEquals(targets[k] + wanted[k], levels[k], 0);
        }
    }

    @Test
    void accumulationLosesNothingInSum() {
        int count = 200;
        float[] targets = new float[count];
        double[] asked = new double[count];
        float[][] memory = new float[1][count];
        for (int step = 0; step < 5000; step++) {
            float[] wanted = Samples.normals(1, count, step).data;
            for (int k = 0; k < count; k++) {
                wanted[k] *= 0.05f;
                asked[k] += wanted[k];
            }
            accumulate(targets, wanted, memory, step);
            targets = wanted;
        }
        for (int k = 0; k < count; k++) {
            assertEquals(asked[k], targets[k] + memory[0][k], 2e-5);
            assertTrue(Math.abs(memory[0][k]) <= 0.5f);
        }
    }

    @Test
    void nothingIsAccumulatedBeyondTheRange() {
        float[][] memory = new float[1][1];
        float[] targets = {254};
        for (float change : new float[] {50, 50, 50, -1}) {
            float[] wanted = {change};
            accumulate(targets, wanted, memory, 0);
            targets = wanted;
        }
        assertEquals(254, targets[0]);
        assertEquals(0, memory[0][0]);
    }

    private static MatrixUpdate update(TileGrid grid, UpdateScheme scheme) {
        return scheme.start(new UpdateContext(grid, new Clock(), new Sgd(), 1, "layer1"));
    }

    /** A grid of 5 x 4 zeros on four tiles; levels of 4 bits, so that 2/15 of weight is one step. */
    private static TileGrid zeros(Clock clock) {
        return new TileGrid(Bench.levelsOnly(4), new FMatrixRMaj(5, 4), clock, new Origin(1, "layer1"));
    }

    /** Gradients that ask, at rate 1, for so many steps each. */
    private static WeightGradient steps(float... steps) {
        FMatrixRMaj gradient = new FMatrixRMaj(5, 4);
        for (int k = 0; k < steps.length; k++) {
            gradient.data[k] = -steps[k] * 2 / 15;
        }
        return WeightGradient.ofMatrix(gradient);
    }

    @Test
    void lostChangesAndWritesAreCounted() {
        Clock clock = new Clock();
        TileGrid grid = zeros(clock);
        double before = clock.seconds();
        MatrixUpdate update = update(grid, new NearestLevel());
        update.apply(steps(0.25f, -0.25f, 1, 0.75f, -2, 0, 0, 0.1f), 1, 0);
        assertEquals(6, update.wantedChanges());
        assertEquals(3, update.lostChanges());
        assertEquals(3, update.cellWrites());
        assertEquals(2e-6, clock.seconds() - before, 1e-12, "two of the three cells share a tile");
        FMatrixRMaj now = grid.targetWeights();
        assertEquals(2f / 15, now.get(0, 2), 1e-7f);
        assertEquals(-4f / 15, now.get(1, 0), 1e-7f);
        assertEquals(2f / 15, now.get(0, 3), 1e-7f);
        update.resetCounts();
        assertEquals(0, update.wantedChanges() + update.lostChanges() + update.cellWrites());
    }

    @Test
    void aWeightThatChangesItsSignWritesBothCellsOfThePair() {
        TileGrid grid = zeros(new Clock());
        MatrixUpdate update = update(grid, new NearestLevel());
        update.apply(steps(1), 1, 0);
        update.apply(steps(-3), 1, 1);
        assertEquals(3, update.cellWrites());
        assertEquals(0, update.lostChanges());
    }

    @Test
    void whatIsAccumulatedIsLostUntilItFillsALevel() {
        MatrixUpdate update = update(zeros(new Clock()), new AccumulateAndProgram());
        for (int step = 0; step < 20; step++) {
            update.apply(steps(0.25f), 1, step);
        }
        assertEquals(20, update.wantedChanges());
        assertEquals(15, update.lostChanges());
        assertEquals(5, update.cellWrites());
    }

    @Test
    void changesAtTheEndOfTheRangeAreLost() {
        MatrixUpdate update = update(zeros(new Clock()), new StochasticRounding());
        update.apply(steps(40), 1, 0);
        update.apply(steps(40), 1, 1);
        assertEquals(2, update.wantedChanges());
        assertEquals(1, update.lostChanges());
    }

    @Test
    void theTilesOfAMatrixRoundByDrawsOfTheirOwn() {
        TileGrid grid = zeros(new Clock());
        FMatrixRMaj gradient = new FMatrixRMaj(5, 4);
        gradient.fill(-1f / 15);
        update(grid, new StochasticRounding()).apply(WeightGradient.ofMatrix(gradient), 1, 0);
        long up = 0;
        for (float weight : grid.targetWeights().data) {
            up += weight > 0 ? 1 : 0;
        }
        assertTrue(up > 0 && up < 20, "rounded up: " + up);
    }

    @Test
    void aFloatMatrixLosesNothing() {
        TileGrid grid = new TileGrid(Chip.exactNumbers(), new FMatrixRMaj(5, 4), new Clock(), new Origin(1, "layer1"));
        MatrixUpdate update = update(grid, new NearestLevel());
        FMatrixRMaj gradient = Samples.normals(5, 4, 6);
        float[] wanted = gradient.data.clone();
        update.apply(WeightGradient.ofMatrix(gradient), 0.5, 0);
        assertEquals(0, update.lostChanges());
        for (int k = 0; k < wanted.length; k++) {
            assertEquals(-0.5f * wanted[k], grid.targetWeights().data[k], 0);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void inputsThatAreZeroChangeNoBit(LevelScheme scheme) {
        for (Chip chip : List.of(Bench.levelsOnly(4), Chip.exactNumbers())) {
            TileGrid sparse = normals(chip);
            TileGrid dense = normals(chip);
            MatrixUpdate ofSome = update(sparse, scheme);
            MatrixUpdate ofAll = update(dense, scheme);
            for (int step = 0; step < 20; step++) {
                FMatrixRMaj inputs = Samples.normals(2, 23, step);
                for (int k = 0; k < 46; k++) {
                    inputs.data[k] = k % 23 % 7 < 4 || step % 5 == 4 ? 0 : inputs.data[k];
                }
                FMatrixRMaj deltas = Samples.normals(2, 7, 100 + step);
                ofSome.apply(WeightGradient.of(inputs, deltas), 0.3, step);
                ofAll.apply(
                        WeightGradient.ofMatrix(
                                WeightGradient.of(inputs, deltas).matrix()),
                        0.3,
                        step);
            }
            assertArrayEquals(dense.targetWeights().data, sparse.targetWeights().data, 0f);
            assertEquals(ofAll.wantedChanges(), ofSome.wantedChanges());
            assertEquals(ofAll.lostChanges(), ofSome.lostChanges());
            assertEquals(ofAll.cellWrites(), ofSome.cellWrites());
            assertTrue(ofSome.wantedChanges() > 0);
        }
    }

    private static TileGrid normals(Chip chip) {
        return new TileGrid(chip, Samples.normals(23, 7, 3), new Clock(), new Origin(1, "layer1"));
    }
}
