package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.CalibratedRange;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.LinearDac;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.GradientClipping;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.gradient.ValueGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.update.NearestLevel;

class TrainingStepTest {
    private static Bench bench(TrainingSettings training) {
        return new Bench(Bench.smooth(), Chip.exactNumbers(), new Backpropagation(), new NearestLevel(), training);
    }

    private static TrainingSettings settings(double biasRateFactor, GradientClipping clipping) {
        return new TrainingSettings(1, 8, 0.25, biasRateFactor, new Sgd(), clipping, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 4})
    void biasesLearnAtTheirOwnRate(double factor) {
        Bench bench = bench(settings(factor, new NoGradientClipping()));
        Batch batch = Bench.batch(8, 1);
        Gradients gradients = bench.step.probe(batch, 0);
        Weights before = Weights.of(bench.network);
        bench.step.run(batch, 0);
        Weights after = Weights.of(bench.network);
        for (int layer = 0; layer < 3; layer++) {
            assertMoved(
                    before.matrices().get(layer),
                    after.matrices().get(layer),
                    gradients.weights().get(layer),
                    0.25);
            assertMoved(
                    before.biases().get(layer),
                    after.biases().get(layer),
                    gradients.biases().get(layer),
                    0.25 * factor);
        }
    }

    private static void assertMoved(FMatrixRMaj before, FMatrixRMaj after, FMatrixRMaj gradient, double rate) {
        for (int k = 0; k < before.data.length; k++) {
            assertEquals(before.data[k] - rate * gradient.data[k], after.data[k], 2e-7);
        }
    }

    @Test
    void clippedGradientsAreWhatTheOptimizerSees() {
        Bench bench = bench(settings(1, new ValueGradientClipping(0.01f)));
        Weights before = Weights.of(bench.network);
        bench.step.run(Bench.batch(8, 1), 0);
        double furthest = 0;
        for (int layer = 0; layer < 3; layer++) {
            float[] old = before.matrices().get(layer).data;
            float[] now = Weights.of(bench.network).matrices().get(layer).data;
            for (int k = 0; k < old.length; k++) {
                furthest = Math.max(furthest, Math.abs(now[k] - old[k]));
            }
        }
        assertEquals(0.0025, furthest, 2e-7);
    }

    @Test
    void gradientsAreMeansOverTheBatch() {
        Bench bench = bench(settings(1, new NoGradientClipping()));
        Batch once = Bench.batch(4, 1);
        FMatrixRMaj inputs = new FMatrixRMaj(8, Bench.INPUTS);
        FMatrixRMaj targets = new FMatrixRMaj(8, Bench.OUTPUTS);
        for (int copy = 0; copy < 2; copy++) {
            System.arraycopy(once.inputs().data, 0, inputs.data, copy * 20, 20);
            System.arraycopy(once.targets().data, 0, targets.data, copy * 12, 12);
        }
        Batch twice = new Batch(inputs, targets);
        assertEquals(8, twice.size());
        assertArrayEquals(Bench.flat(bench.step.probe(once, 0)), Bench.flat(bench.step.probe(twice, 0)), 1e-7);
    }

    @Test
    void aStepKnowsWhatItTrains() {
        Bench bench = bench(settings(1, new NoGradientClipping()));
        assertSame(bench.network, bench.step.network());
        assertEquals(0, bench.step.firstTrained());
    }

    @Test
    void anExampleThatIsNoNumberIsRefusedWithItsPlace() {
        Bench bench = Bench.of(Bench.noisy(), new Backpropagation(), new Sgd(), 0.1);
        Batch batch = Bench.batch(4, 1);
        batch.inputs().set(2, 1, Float.NaN);
        assertEquals(
                "inputs must be finite numbers but hold NaN in row 2, column 1 (counted from 0)",
                assertThrows(IllegalArgumentException.class, () -> bench.step.run(batch, 0))
                        .getMessage());
        FMatrixRMaj targets = new FMatrixRMaj(1, 2);
        targets.data[1] = Float.POSITIVE_INFINITY;
        assertEquals(
                "targets must be finite numbers but hold Infinity in row 0, column 1 (counted from 0)",
                assertThrows(IllegalArgumentException.class, () -> new Batch(new FMatrixRMaj(1, 3), targets))
                        .getMessage());
    }

    @Test
    void convertersFindTheirRangesOnceBeforeTheFirstStep() {
        Chip noisy = Bench.noisy();
        var converters =
                new Converters(new AbsMaxInputScaling(), new LinearDac(8), new LinearAdc(8, new CalibratedRange()));
        Chip chip = new Chip(
                "ranging",
                "",
                noisy.cell(),
                noisy.mapping(),
                1,
                noisy.tile(),
                converters,
                converters,
                new NoWires(),
                noisy.timing(),
                Map.of());
        Bench bench = Bench.of(chip, new Backpropagation(), new Sgd(), 0.1);
        TileGrid first = bench.network.synapse(0).weights();
        TileGrid last = bench.network.last().synapse().weights();
        bench.step.findRanges(Bench.batch(8, 9));
        assertEquals(7L * 8 * first.tiles().size(), first.forwardCounts().reads());
        assertEquals(0, first.transposedCounts().reads(), "nothing below the first layer learns");
        assertEquals(7L * 8 * last.tiles().size(), last.transposedCounts().reads());
        bench.train(1);
        assertEquals(8L * 8 * last.tiles().size(), last.transposedCounts().reads());
        assertEquals(0, last.forwardCounts().adcSaturated());
        bench.step.findRanges(Bench.batch(8, 9));
        assertEquals(8L * 8 * last.tiles().size(), last.transposedCounts().reads());
    }
}
