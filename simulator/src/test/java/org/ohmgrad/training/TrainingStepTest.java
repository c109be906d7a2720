package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;

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
        assertEquals(0, bench.step.firstLayer());
    }
}
