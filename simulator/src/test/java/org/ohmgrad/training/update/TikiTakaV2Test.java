package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.WeightMatrix;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.CalibratedRange;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.IdealDac;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.LayerWork;
import org.ohmgrad.training.Ledger;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;

class TikiTakaV2Test {
    private static final TargetTask TASK = new TargetTask(20, 0.2, 10);
    private static final int STEPS = 3000;
    private static final double RATE = 0.1;

    private static TikiTakaV2 off(double referenceError) {
        return new TikiTakaV2(5, 5, 1, 200, 0, 100, 8, referenceError);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void coarseUnevenCellsLearnAMatrixThatPlainPulsesMiss(long seed) {
        double plain = TASK.error(new StochasticPulses(), STEPS, RATE, seed);
        double transferred = TASK.error(new TikiTakaV2(), STEPS, RATE, seed);
        assertTrue(plain > 0.15, "plain pulses " + plain);
        assertTrue(transferred < 0.08, "Tiki-Taka " + transferred);
    }

    @Test
    void aReferenceBesideTheSymmetryPointPullsWeightsAway() {
        assertTrue(TASK.error(off(0.5), STEPS, RATE, 1) > 1.3 * TASK.error(off(0), STEPS, RATE, 1));
    }

    @Test
    void theSymmetryPointIsFoundByPulsesUpAndDown() {
        TileGrid grid = PulseBench.zeros(PulseBench.referenced(new SoftBounds(0.04, 0.02, 0)), 70, 50);
        grid.tiles().forEach(tile -> tile.crossbar().beginPulses());
        grid.writeSums().reset();
        FMatrixRMaj found = SymmetryPoint.find(grid, 100, 2);
        // Steps of 0.04 (1 - s) and 0.02 s are equal at s = 2 / 3, where they move a cell by 0.013 of its range.
        double wanted = (2 * 2.0 / 3 - 1) * PulseBench.W_MAX;
        for (float weight : found.data) {
            assertEquals(wanted, weight, 0.004);
        }
        assertEquals(2 * 2 * 70, grid.forwardCounts().vectors());
        assertEquals(2L * 3 * 100 * 70 * 50, grid.writeSums().pulses());
    }

    /** Two tiles above one another and two beside, whose reads take time. */
    private static Chip timed(Converters converters) {
        Chip cells = TASK.chip(0.3);
        return new Chip(
                "timed",
                "",
                cells.cell(),
                cells.mapping(),
                1,
                new TileSize(4, 3),
                converters,
                converters,
                new NoWires(),
                new Timing(1e-8, 1e-6),
                Map.of());
    }

    private static TransferUpdate update(TikiTakaV2 scheme, Clock clock) {
        var grid = new TileGrid(timed(Converters.ideal()), new FMatrixRMaj(7, 5), clock, new Origin(7, "layer1"));
        return (TransferUpdate) scheme.start(new UpdateContext(grid, clock, new Sgd(), 7, "layer1"));
    }

    @Test
    void everyFewVectorsARowIsReadThroughTheConverters() {
        var clock = new Clock();
        TransferUpdate update = update(new TikiTakaV2(5, 2, 1, 1e9, 0, 3, 1, 0), clock);
        update.grids().forEach(grid -> grid.forwardCounts().reset());
        double before = clock.seconds();
        for (int step = 0; step < 3; step++) {
            update.apply(WeightGradient.of(Samples.normals(3, 7, step), Samples.normals(3, 5, 9 - step)), 0.1, step);
        }
        for (TileGrid grid : update.grids()) {
            assertEquals(4, grid.forwardCounts().vectors());
            assertEquals(4 * 4, grid.forwardCounts().reads());
            assertEquals(4 * 10, grid.forwardCounts().adc());
        }
        // Nine vectors of five slots, and four reads of both arrays; so slow a weight gets no pulse.
        assertEquals(9 * 5 * 1e-7 + 2 * 4 * 1e-8, clock.seconds() - before, 1e-15);
    }

    @Test
    void signalsMayBeReadThroughWeightsAndGatheredGradientsTogether() {
        var clock = new Clock();
        var scheme = new TikiTakaV2(5, 2, 1, 200, 0.5, 3, 1, 0);
        var weights = new TileGrid(timed(Converters.ideal()), Samples.normals(7, 5, 1), clock, new Origin(7, "layer1"));
        MatrixUpdate update = scheme.start(new UpdateContext(weights, clock, new Sgd(), 7, "layer1"));
        update.apply(WeightGradient.of(Samples.normals(8, 7, 2), Samples.normals(8, 5, 3)), 0.1, 0);
        WeightMatrix matrix = update.matrix().orElseThrow();
        float[] a = update.grids().get(0).meanForward().data;
        float[] r = update.grids().get(1).meanForward().data;
        float[] wanted = weights.meanForward().data;
        for (int k = 0; k < wanted.length; k++) {
            wanted[k] += 0.5f * (a[k] - r[k]);
        }
        assertArrayEquals(wanted, matrix.meanForward().data, 1e-6f);
        FMatrixRMaj oneHot = new FMatrixRMaj(1, 5);
        oneHot.data[2] = 1;
        float[] seen = matrix.readTransposed(oneHot, new Occasion(Phase.TEST, 0, 0)).data;
        for (int row = 0; row < 7; row++) {
            assertEquals(wanted[row * 5 + 2], seen[row], 1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void pulsesReadsAndTimeOfAllArraysAreCounted(double gamma) {
        var scheme = new TikiTakaV2(5, 3, 1, 20, gamma, 3, 1, 0);
        Bench bench = new Bench(
                Bench.smooth(),
                timed(Converters.ideal()),
                new KolenPollack(FeedbackPlace.CHIP, 0),
                scheme,
                Bench.training(new Sgd(), 0.5));
        Ledger ledger = new Ledger(bench.step, new Sgd(), scheme);
        bench.train(4);
        bench.step.answer(Samples.normals(10, Bench.INPUTS, 1), new Occasion(Phase.TEST, 0, 0));
        double seconds = 0;
        for (LayerWork work : ledger.work()) {
            seconds += work.seconds() + work.evaluationSeconds();
        }
        assertEquals(bench.clock.seconds(), seconds, 1e-12);
        // A write wears a cell as much as a pulse does.
        double wear = ledger.stock().stream()
                .mapToDouble(layer -> layer.wear().total())
                .sum();
        assertEquals(
                wear,
                (double) ledger.work().stream()
                        .mapToLong(work -> work.writes().pulses())
                        .sum(),
                1e-6 * wear);
        // Three arrays of 5 x 6 weights on tiles of 4 x 3; of 6 x 4 weights, and of 4 x 6 for the feedback.
        assertEquals(3 * 4, ledger.stock().get(0).tiles());
        assertEquals(3 * (4 + 2), ledger.stock().get(1).tiles());
        assertEquals(30 * 4, ledger.stock().get(0).memory().scheme());
        int readings = gamma == 0 ? 1 : 3;
        assertEquals(10L * 4 * readings, ledger.work().get(0).evaluation().tiles());
    }

    @Test
    void whatCannotBeTransferredIsRefused() {
        var training = Bench.training(new Momentum(0.9), 0.1);
        List<String> even =
                new TikiTakaV2().objections(training.conditions(PulseBench.varied(), new Backpropagation()));
        assertTrue(even.toString().contains("optimizer sgd") && even.toString().contains("symmetry point"), "" + even);
        var finding = timed(
                new Converters(new AbsMaxInputScaling(), new IdealDac(), new LinearAdc(8, new CalibratedRange())));
        List<String> ranges =
                new TikiTakaV2().objections(Bench.training(new Sgd(), 0.1).conditions(finding, new Backpropagation()));
        assertEquals(1, ranges.size());
        assertTrue(ranges.get(0).contains("forward adc"), ranges.get(0));
    }
}
