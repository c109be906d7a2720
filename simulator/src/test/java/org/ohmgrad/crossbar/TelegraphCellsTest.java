package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.random.Significance.assertCount;
import static org.ohmgrad.random.Significance.assertMean;
import static org.ohmgrad.random.Significance.assertNormal;
import static org.ohmgrad.random.Significance.assertUncorrelated;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.device.law.ArrheniusTemperatureLaw;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.NoTemperatureLaw;
import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.law.TwoStateTelegraphNoise;
import org.ohmgrad.random.Origin;

/** Statistical assertions raise a false alarm with 1e-9 each, see {@link org.ohmgrad.random.Significance}. */
class TelegraphCellsTest {
    private static final double TAU = 2;
    private static final double HIGH = 0.3;
    private static final double AMPLITUDE = 0.1;
    private static final TelegraphNoise NOISE = new TwoStateTelegraphNoise(AMPLITUDE, TAU, 0, 0.5, HIGH);
    private static final int ROWS = 250;
    private static final int COLS = 200;

    private static Crossbar crossbar(TelegraphNoise noise, TemperatureLaw law, int rows, int cols, long seed) {
        var device = ParametricDeviceModel.ideal(G_MIN, G_MAX).with(law, noise);
        var cell = new Cell(new ContinuousLevels(), device, new NoStuckFaults());
        var crossbar = new Crossbar(
                rows,
                cols,
                new ArraySettings(
                        cell, new DifferentialPair(2), new NoWires(), Bench.VOLT, new Temperature(300, 358, 0)),
                new Origin(seed, "layer0/tile0,0"));
        crossbar.program(Bench.randomTargets(crossbar, seed), 0);
        return crossbar;
    }

    /** A hundred thousand cells: two planes of 250 x 200. */
    private static Crossbar many(long seed) {
        return crossbar(NOISE, new NoTemperatureLaw(), ROWS, COLS, seed);
    }

    /** Relative deviations of all cells from what they conduct without noise. */
    private static double[] deviations(Crossbar crossbar) {
        crossbar.meanForward();
        return crossbar.planes().stream()
                .flatMapToDouble(plane -> IntStream.range(0, plane.now().length)
                        .mapToDouble(cell -> plane.seen()[cell] / (double) plane.now()[cell] - 1))
                .toArray();
    }

    private static int high(double[] deviations) {
        return (int) Arrays.stream(deviations).filter(x -> x > 0).count();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7})
    void fromTheStartAndEverAfterBothStatesAreAsLikelyAsInTheLongRun(long seed) {
        Crossbar crossbar = many(seed);
        double sigma = AMPLITUDE * Math.sqrt(HIGH * (1 - HIGH));
        double fourth = HIGH * (1 - HIGH) * (Math.pow(1 - HIGH, 3) + Math.pow(HIGH, 3)) * Math.pow(AMPLITUDE, 4);
        for (double clock : new double[] {0, 0.3, 100}) {
            crossbar.refresh(clock);
            double[] found = deviations(crossbar);
            assertCount(HIGH, found.length, high(found), seed);
            assertMean(0, sigma, found, seed);
            double variance = Arrays.stream(found).map(x -> x * x).average().orElseThrow();
            double error = Math.sqrt((fourth - Math.pow(sigma, 4)) / found.length);
            assertNormal(sigma * sigma, error, variance, "variance", found.length, seed);
        }
    }

    /** Pairs of high states at two times: p (p + (1 - p) exp(-dt/tau)), with refreshes of all sizes in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theAutocorrelationFallsExponentiallyWithChipTime(long seed) {
        Crossbar crossbar = many(seed);
        crossbar.refresh(50);
        double[] first = deviations(crossbar);
        double sigma = AMPLITUDE * AMPLITUDE * HIGH * (1 - HIGH);
        for (double lag : new double[] {0.01, 0.2, 0.21, 1, 2, 4, 6, 40}) {
            crossbar.refresh(50 + lag);
            double[] later = deviations(crossbar);
            double expected = Math.exp(-lag / TAU);
            int both = (int) IntStream.range(0, first.length)
                    .filter(k -> first[k] > 0 && later[k] > 0)
                    .count();
            assertCount(HIGH * (HIGH + (1 - HIGH) * expected), first.length, both, seed);
            double correlation = IntStream.range(0, first.length)
                            .mapToDouble(k -> first[k] * later[k])
                            .average()
                            .orElseThrow()
                    / sigma;
            assertEquals(expected, correlation, 0.03);
        }
    }

    @Test
    void cellsJumpIndependentlyOfEachOther() {
        Crossbar crossbar = many(3);
        crossbar.refresh(10);
        double[] found = deviations(crossbar);
        double sigma = AMPLITUDE * Math.sqrt(HIGH * (1 - HIGH));
        double[] standard = Arrays.stream(found).map(x -> x / sigma).toArray();
        int half = standard.length / 2;
        assertUncorrelated(Arrays.copyOf(standard, half), Arrays.copyOfRange(standard, half, 2 * half), 3);
        assertUncorrelated(Arrays.copyOf(standard, half - 1), Arrays.copyOfRange(standard, 1, half), 3);
    }

    @Test
    void statesAreHeldBetweenRefreshesAndWithinTheSteadyTime() {
        Crossbar crossbar = many(4);
        crossbar.refresh(10);
        double[] before = deviations(crossbar);
        crossbar.refresh(10);
        crossbar.refresh(10 + 0.9 * NOISE.steadySeconds());
        assertArrayEquals(before, deviations(crossbar));
        crossbar.refresh(11);
        assertNotEquals(high(before), high(deviations(crossbar)));
    }

    @Test
    void aWriteLeavesACellInItsStateAndItsOwnAmplitude() {
        var noise = new TwoStateTelegraphNoise(0.01, TAU);
        Crossbar crossbar = crossbar(noise, new NoTemperatureLaw(), 10, 10, 5);
        boolean[] before = states(crossbar);
        crossbar.program(Bench.randomTargets(crossbar, 6), 1);
        assertArrayEquals(before, states(crossbar));
        Conductances plane = crossbar.planes().get(0);
        for (int cell = 0; cell < before.length; cell++) {
            double expected = noise.conductance(before[cell], plane.now()[cell], G_MAX);
            assertEquals((float) expected, plane.seen()[cell]);
        }
    }

    private static boolean[] states(Crossbar crossbar) {
        crossbar.meanForward();
        Conductances plane = crossbar.planes().get(0);
        boolean[] high = new boolean[plane.now().length];
        for (int cell = 0; cell < high.length; cell++) {
            high[cell] = plane.seen()[cell] > plane.now()[cell];
        }
        return high;
    }

    @Test
    void noiseComesOnTopOfTemperature() {
        var law = new ArrheniusTemperatureLaw(580, 0);
        Crossbar crossbar = crossbar(NOISE, law, 10, 10, 7);
        crossbar.meanForward();
        Conductances plane = crossbar.planes().get(1);
        for (int cell = 0; cell < 100; cell++) {
            double warm = law.between(G_MIN, G_MAX, 300, 358).applyAsDouble(plane.now()[cell]);
            boolean isHigh = plane.seen()[cell] > warm;
            assertEquals((float) NOISE.conductance(isHigh, warm, G_MAX), plane.seen()[cell]);
        }
    }

    @Test
    void threadsDecideNoBit() {
        double[][] alone =
                IntStream.range(0, 4).mapToObj(TelegraphCellsTest::lived).toArray(double[][]::new);
        double[][] together = IntStream.range(0, 4)
                .parallel()
                .mapToObj(TelegraphCellsTest::lived)
                .toArray(double[][]::new);
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(alone[k], together[k]);
        }
    }

    private static double[] lived(int seed) {
        Crossbar crossbar = many(seed);
        for (double clock : new double[] {0.01, 0.5, 0.7, 3}) {
            crossbar.refresh(clock);
        }
        return deviations(crossbar);
    }
}
