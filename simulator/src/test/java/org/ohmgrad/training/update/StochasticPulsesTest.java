package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Significance;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;

class StochasticPulsesTest {
    private static final double STEP = 1e-3;

    /** Change of every weight, in steps, by one update of a fresh grid of a line for every input and delta. */
    private static double[] changes(
            StochasticPulses scheme, double cycleToCycle, FMatrixRMaj x, FMatrixRMaj d, double rate, long step) {
        TileGrid grid =
                PulseBench.zeros(PulseBench.referenced(PulseBench.even(STEP, cycleToCycle)), x.numCols, d.numCols);
        MatrixUpdate update = PulseBench.start(grid, scheme);
        float[] before = grid.meanForward().data;
        update.apply(WeightGradient.of(x, d), rate, step);
        float[] after = grid.meanForward().data;
        double[] changes = new double[before.length];
        for (int k = 0; k < changes.length; k++) {
            changes[k] = (after[k] - before[k]) / STEP;
        }
        return changes;
    }

    @ParameterizedTest
    @CsvSource({
        "PER_EXAMPLE, 0.4, 0.3, true, 31",
        "PER_EXAMPLE, 0.4, -0.3, false, 31",
        "PER_EXAMPLE, -0.9, 0.001, true, 31",
        "FOLDED, 0.4, 0.3, true, 31",
        "FOLDED, -0.4, 0.3, false, 31",
        "FOLDED, -0.9, -0.001, true, 31",
        "PER_EXAMPLE, 0.4, 0.3, true, 3",
        "PER_EXAMPLE, -0.9, 0.001, true, 1",
        "FOLDED, 0.4, 0.3, true, 3",
        "FOLDED, -0.9, -0.001, true, 1"
    })
    void theMeanChangeIsMinusRateTimesDeltaTimesInput(
            BatchPulses batch, float input, float delta, boolean managed, int slots) {
        double rate = 0.02;
        double wanted = -rate * input * delta / STEP;
        double p = Math.abs(wanted) / slots;
        double sigma = Math.sqrt(slots * p * (1 - p) + slots * p * 0.09);
        double[] samples = new double[4000];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = changes(
                    new StochasticPulses(31, managed, batch, slots < 31),
                    0.3,
                    PulseBench.row(input),
                    PulseBench.row(delta),
                    rate,
                    n)[0];
        }
        Significance.assertMean(wanted, sigma, samples, 7);
    }

    /** One weight under a batch of examples that pull both ways: moments of both ways to fire it. */
    @ParameterizedTest
    @CsvSource({"false, 10, 10, 10", "true, 4, 3, 2"})
    void aFoldedBatchHasTheMeanAndTheVarianceOfItsExamples(boolean slotManagement, int first, int second, int third) {
        FMatrixRMaj x = Samples.matrix(3, 1, 0.9, 0.5, -0.7);
        FMatrixRMaj d = Samples.matrix(3, 1, 0.8, -0.9, 0.3);
        double rate = 0.015;
        int[] slots = {first, second, third};
        double mean = 0;
        double variance = 0;
        double fourth = 0;
        for (int k = 0; k < 3; k++) {
            double p = Math.abs(x.data[k] * d.data[k]) * rate / 3 / STEP / slots[k];
            mean -= Math.signum(x.data[k] * d.data[k]) * slots[k] * p;
            variance += slots[k] * p * (1 - p) + 0.09 * slots[k] * p;
            fourth += slots[k] * p;
        }
        int n = 20_000;
        for (BatchPulses batch : BatchPulses.values()) {
            double[] samples = new double[n];
            for (int step = 0; step < n; step++) {
                var scheme = new StochasticPulses(10, slotManagement, batch, slotManagement);
                samples[step] = changes(scheme, 0.3, x, d, rate, step)[0];
            }
            Significance.assertMean(mean, Math.sqrt(variance), samples, 7);
            double found = Arrays.stream(samples).map(s -> s * s).average().orElseThrow() - square(average(samples));
            // The sample variance of n numbers scatters by at most root((kurtosis - 1) / n); Poisson's kurtosis is 3 +
            // 1 / mean.
            double scatter = variance * Math.sqrt((2 + 1 / fourth) / n);
            Significance.assertNormal(variance, scatter, found, "variance " + batch, n, 7);
        }
    }

    /** The time of slots is the clock's: ten examples ask for 1 to 10 pulses, and one for none. */
    @Test
    void slotManagementFiresNoMoreSlotsThanTheLargestChangeAsksFor() {
        FMatrixRMaj x = new FMatrixRMaj(11, 2);
        FMatrixRMaj d = new FMatrixRMaj(11, 1);
        for (int k = 1; k <= 10; k++) {
            x.set(k, 0, -1);
            x.set(k, 1, 0.5f);
            d.set(k, 0, k - 0.5f);
        }
        for (BatchPulses batch : BatchPulses.values()) {
            assertEquals(11 * 10, slotsOf(new StochasticPulses(10, true, batch, false), x, d));
            assertEquals(55, slotsOf(new StochasticPulses(10, true, batch, true), x, d));
            assertEquals(1 + 2 + 8 * 3, slotsOf(new StochasticPulses(3, true, batch, true), x, d));
        }
    }

    private static long slotsOf(StochasticPulses scheme, FMatrixRMaj x, FMatrixRMaj d) {
        return LineGains.of(x, d, 1, 1, scheme).allSlots();
    }

    private static double average(double[] samples) {
        return Arrays.stream(samples).average().orElseThrow();
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void wholeBitsOfProbabilityOneFireEverySlot() {
        double[] changes = changes(
                new StochasticPulses(5, true, BatchPulses.PER_EXAMPLE),
                0,
                PulseBench.row(1, -1, 0),
                PulseBench.row(2, -2),
                1000,
                0);
        double[] expected = {-5, 5, 5, -5, 0, 0};
        assertArrayEquals(expected, changes, 1e-3);
    }

    @Test
    void managementMakesClippingRare() {
        FMatrixRMaj x = PulseBench.row(1, 0.5f);
        FMatrixRMaj d = PulseBench.row(0.001f, 0.0005f);
        double rate = 900;
        LineGains managed = LineGains.of(x, d, rate, 1, new StochasticPulses(1, true, BatchPulses.PER_EXAMPLE));
        assertEquals(managed.inputs()[0] * 1, managed.deltas()[0] * 0.001f, 1e-6);
        assertEquals(rate, (double) managed.inputs()[0] * managed.deltas()[0], 1e-3);
        assertTrue(managed.inputs()[0] < 1);
        var unmanaged = new StochasticPulses(1, false, BatchPulses.PER_EXAMPLE);
        assertEquals(30, LineGains.of(x, d, rate, 1, unmanaged).inputs()[0]);
        assertEquals(
                0, LineGains.of(x, PulseBench.row(0, 0), rate, 1, unmanaged).deltas()[0]);
    }

    private static float[] trained(TileGrid grid, BatchPulses batch) {
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(10, true, batch));
        for (int step = 0; step < 6; step++) {
            FMatrixRMaj x = Samples.normals(4, grid.rows(), step);
            for (int k = 0; k < x.data.length; k++) {
                x.data[k] = step % 2 == 0 || k % 5 == 0 ? x.data[k] : 0;
            }
            update.apply(WeightGradient.of(x, Samples.normals(4, grid.cols(), 100 + step)), 0.01, step);
        }
        return grid.meanForward().data;
    }

    @ParameterizedTest
    @EnumSource
    void theResultIsTheSameOnAnyThread(BatchPulses batch) {
        float[] here = trained(PulseBench.zeros(PulseBench.varied(), 100, 70), batch);
        List<CompletableFuture<float[]>> there = List.of(
                CompletableFuture.supplyAsync(() -> trained(PulseBench.zeros(PulseBench.varied(), 100, 70), batch)),
                CompletableFuture.supplyAsync(() -> trained(PulseBench.zeros(PulseBench.varied(), 100, 70), batch)));
        there.forEach(run -> assertArrayEquals(here, run.join()));
    }

    @Test
    void aStuckCellChangesNoDrawOfTheOthers() {
        var faulty = PulseBench.chip(
                PulseBench.even(STEP, 0.3),
                DeviceToDevice.none(),
                new ReferenceColumn(PulseBench.W_MAX),
                new RandomStuckFaults(0.05, 0.05, 0, 0));
        TileGrid grid = PulseBench.zeros(faulty, 60, 40);
        TileGrid healthy = PulseBench.zeros(PulseBench.referenced(PulseBench.even(STEP, 0.3)), 60, 40);
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE));
        MatrixUpdate other = PulseBench.start(healthy, new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE));
        WeightGradient gradient = WeightGradient.of(Samples.normals(4, 60, 1), Samples.normals(4, 40, 2));
        update.apply(gradient, 0.01, 0);
        other.apply(gradient, 0.01, 0);
        var cells = grid.tiles().get(0).crossbar().planes().get(0);
        var sound = healthy.tiles().get(0).crossbar().planes().get(0);
        int stuck = 0;
        for (int cell = 0; cell < cells.now().length; cell++) {
            stuck += cells.isStuck(cell) ? 1 : 0;
            assertTrue(cells.isStuck(cell) || cells.now()[cell] == sound.now()[cell], "cell " + cell);
        }
        assertTrue(stuck > 100);
    }

    @Test
    void tinyStepsFollowFloatGradientDescent() {
        int rows = 12;
        int cols = 9;
        TileGrid grid = PulseBench.zeros(PulseBench.referenced(PulseBench.even(2e-5, 0)), rows, cols);
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE));
        FMatrixRMaj exact = new FMatrixRMaj(rows, cols);
        for (int step = 0; step < 200; step++) {
            FMatrixRMaj x = Samples.normals(1, rows, step);
            FMatrixRMaj d = Samples.normals(1, cols, 1000 + step);
            update.apply(WeightGradient.of(x, d), 2e-5, step);
            FMatrixRMaj product = new FMatrixRMaj(rows, cols);
            Gemm.best().multTransA(x, d, product);
            for (int k = 0; k < product.data.length; k++) {
                exact.data[k] -= 2e-5f * product.data[k];
            }
        }
        // Two hundred updates of about 0.6 pulses each: a weight is off by some eleven steps of 2e-5, and never by six
        // times that.
        for (int k = 0; k < exact.data.length; k++) {
            assertEquals(exact.data[k], grid.meanForward().data[k], 70 * 2e-5);
        }
    }

    @Test
    void cellsStayWithinTheirOwnBounds() {
        TileGrid grid = PulseBench.zeros(PulseBench.varied(), 60, 40);
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE));
        for (int step = 0; step < 60; step++) {
            update.apply(WeightGradient.of(PulseBench.filled(4, 60, 1), PulseBench.filled(4, 40, 1)), 10, step);
        }
        assertTrue(grid.clippedShare() > 0.99);
        double[] lowest = new double[60 * 40];
        for (int k = 0; k < lowest.length; k++) {
            lowest[k] = grid.meanForward().data[k];
        }
        double mean = average(lowest);
        double spread = Math.sqrt(
                Arrays.stream(lowest).map(w -> square(w - mean)).average().orElseThrow());
        assertEquals(-0.6, mean, 0.05);
        assertTrue(spread > 0.05 && spread < 0.18, "spread " + spread);
    }

    @Test
    void stepsThatDependOnTheStateAreFiredExampleByExample() {
        TileGrid grid = PulseBench.zeros(PulseBench.paired(new SoftBounds(0.01, 0.01, 0.3)), 20, 10);
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE));
        update.apply(WeightGradient.of(PulseBench.filled(2, 20, 1), PulseBench.filled(2, 10, -1)), 0.1, 0);
        for (float weight : grid.meanForward().data) {
            assertTrue(weight > 0);
        }
        assertTrue(update.pulses() > 0);
        assertFalse(new StochasticPulses(10, true, BatchPulses.FOLDED)
                .objections(Bench.training(new Sgd(), 0.1).conditions(grid.chip(), new Backpropagation()))
                .isEmpty());
    }

    @Test
    void pulsesTakeAsLongAsTheirSlots() {
        var clock = new org.ohmgrad.tile.Clock();
        var grid = new TileGrid(PulseBench.varied(), new FMatrixRMaj(100, 70), clock, new Origin(7, "layer1"));
        double before = clock.seconds();
        MatrixUpdate update = PulseBench.start(grid, new StochasticPulses(10, true, BatchPulses.PER_EXAMPLE));
        update.apply(WeightGradient.of(Samples.normals(3, 100, 1), Samples.normals(3, 70, 2)), 0.01, 0);
        assertEquals(30 * grid.chip().timing().pulseSeconds(), clock.seconds() - before, 1e-12);
    }
}
