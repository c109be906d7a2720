package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.converter.ReadCounts;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.update.MatrixUpdate;
import org.ohmgrad.training.update.StochasticRounding;

/** What every learning rule promises. */
class LearningRuleTest {
    static List<LearningRule> rules() {
        return Rules.all();
    }

    private static Bench noisy(LearningRule rule) {
        return new Bench(
                Bench.fitting(rule), Bench.noisy(), rule, new StochasticRounding(), Bench.training(new Sgd(), 0.3));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anExampleTakesTheReadsThatTheRuleSaysItNeeds(LearningRule rule) {
        Bench bench = noisy(rule);
        bench.step.run(Bench.batch(7, 1), 0);
        Needs needs = rule.needs();
        for (Synapse synapse : bench.network.synapses()) {
            TileGrid weights = synapse.weights();
            boolean isRead = synapse.number() > bench.step.firstTrained();
            long vectors = 7L * weights.tiles().size();
            int reads = needs.forwardReads() + (synapse.number() > 0 ? needs.noiseReads() : 0);
            assertEquals(vectors * reads, weights.forwardCounts().reads());
            assertEquals(
                    isRead ? vectors * needs.transposedReads() : 0,
                    weights.transposedCounts().reads());
        }
        assertEquals(needs.ownMatrices(), !bench.grids().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void gradientsHaveTheShapesOfWhatLearns(LearningRule rule) {
        Bench bench = noisy(rule);
        int first = bench.step.firstTrained();
        Gradients gradients = bench.step.probe(Bench.batch(7, 1), 0);
        assertEquals(rule.firstTrained(3), first);
        assertEquals(first, gradients.firstTrained());
        assertEquals(3 - first, gradients.weights().size());
        assertEquals(3 - first, gradients.biases().size());
        assertEquals(3 - first, bench.step.updates().size());
        for (int layer = first; layer < 3; layer++) {
            TileGrid weights = bench.network.synapse(layer).weights();
            FMatrixRMaj gradient = gradients.weights().get(layer - first);
            assertEquals(weights.rows(), gradient.numRows);
            assertEquals(weights.cols(), gradient.numCols);
            assertEquals(1, gradients.biases().get(layer - first).numRows);
            assertEquals(weights.cols(), gradients.biases().get(layer - first).numCols);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void feedbackMatricesHaveTheShapeOfWhatTheyStandFor(LearningRule rule) {
        Bench bench = noisy(rule);
        Weights realised = Weights.realised(bench.network);
        Learner learner = bench.step.learner();
        for (int synapse = 1; synapse < 3; synapse++) {
            FMatrixRMaj exact = learner.exactFeedbackOf(synapse, realised);
            learner.feedbackOf(synapse).ifPresent(matrix -> {
                assertEquals(exact.numRows, matrix.numRows);
                assertEquals(exact.numCols, matrix.numCols);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void frozenLayersStayAsTheyAreBitForBit(LearningRule rule) {
        Bench bench = noisy(rule);
        List<List<float[]>> before = snapshots(bench);
        bench.train(10);
        List<List<float[]>> after = snapshots(bench);
        for (int layer = 0; layer < 3; layer++) {
            boolean frozen = layer < bench.step.firstTrained();
            assertEquals(frozen, same(before.get(layer), after.get(layer)), "layer " + layer);
        }
    }

    private static List<List<float[]>> snapshots(Bench bench) {
        return bench.network.synapses().stream().map(LearningRuleTest::snapshot).toList();
    }

    private static List<float[]> snapshot(Synapse layer) {
        List<float[]> state = snapshot(layer.weights());
        state.add(layer.bias().data.clone());
        return state;
    }

    private static List<float[]> snapshot(TileGrid grid) {
        List<float[]> state = new ArrayList<>();
        for (Tile tile : grid.tiles()) {
            state.add(tile.crossbar().targets().clone());
            for (Conductances plane : tile.crossbar().planes()) {
                state.add(plane.now().clone());
                state.add(new float[] {plane.totalWrites()});
            }
        }
        return state;
    }

    private static boolean same(List<float[]> one, List<float[]> other) {
        boolean same = one.size() == other.size();
        for (int k = 0; k < one.size(); k++) {
            same &= Arrays.equals(one.get(k), other.get(k));
        }
        return same;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aProbeChangesNeitherClockNorCountsNorWeights(LearningRule rule) {
        Bench bench = noisy(rule);
        bench.train(3);
        List<Object> before = everything(bench);
        bench.step.probe(Bench.batch(20, 99), 1);
        List<Object> after = everything(bench);
        assertEquals(before, after);
    }

    private static List<Object> everything(Bench bench) {
        List<Object> all = new ArrayList<>(List.of(bench.clock.seconds()));
        List<TileGrid> grids = new ArrayList<>(bench.grids());
        for (Synapse layer : bench.network.synapses()) {
            grids.add(layer.weights());
            all.add(Arrays.toString(layer.bias().data));
        }
        for (TileGrid grid : grids) {
            snapshot(grid).forEach(array -> all.add(Arrays.toString(array)));
            addCounts(all, grid.forwardCounts());
            addCounts(all, grid.transposedCounts());
        }
        for (MatrixUpdate update : bench.step.updates()) {
            all.addAll(List.of(update.wantedChanges(), update.lostChanges(), update.cellWrites()));
        }
        return all;
    }

    private static void addCounts(List<Object> all, ReadCounts counts) {
        all.addAll(List.of(counts.dac(), counts.dacSaturated(), counts.adc(), counts.adcSaturated()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aProbeLeavesTheRunThatFollowsAsItWas(LearningRule rule) {
        Bench quiet = noisy(rule);
        Bench probed = noisy(rule);
        for (int step = 0; step < 8; step++) {
            Batch batch = Bench.batch(8, step);
            probed.step.probe(batch, step);
            assertEquals(quiet.step.run(batch, step), probed.step.run(batch, step), 0);
        }
        assertEquals(everything(quiet), everything(probed));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSameSeedGivesTheSameRun(LearningRule rule) {
        Bench one = noisy(rule);
        Bench other = noisy(rule);
        one.train(5);
        other.train(5);
        assertEquals(everything(one), everything(other));
        assertTrue(one.clock.seconds() > 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void learningLowersTheLossInFloat(LearningRule rule) {
        Bench bench = Bench.of(Chip.exactNumbers(), rule, new Sgd(), 0.2);
        assertLearns(bench, rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void learningLowersTheLossOnANoisyChip(LearningRule rule) {
        assertLearns(noisy(rule), rule);
    }

    private static void assertLearns(Bench bench, LearningRule rule) {
        Batch test = Bench.separable(60, 12345);
        double before = bench.loss(test);
        for (int step = 0; step < 400; step++) {
            bench.step.run(Bench.separable(16, step), step);
        }
        double after = bench.loss(test);
        assertTrue(after < 0.5 * before, () -> rule + ": loss " + before + " became " + after);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aStepReturnsTheLossBeforeIt(LearningRule rule) {
        Bench bench = Bench.of(Chip.exactNumbers(), rule, new Sgd(), 0.2);
        Batch batch = Bench.batch(8, 1);
        double expected = bench.loss(batch);
        assertEquals(expected, bench.step.run(batch, 0), 1e-6);
        assertTrue(bench.loss(batch) != expected);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void matricesOfFeedbackAreTheSameInFloatAndOnTheChip(LearningRule rule) {
        var onFloat = Bench.of(Chip.exactNumbers(), rule, new Sgd(), 0.2).grids();
        var onChip = Bench.of(Chip.ideal(2), rule, new Sgd(), 0.2).grids();
        for (int k = 0; k < onFloat.size(); k++) {
            assertArrayEquals(onFloat.get(k).targetWeights().data, onChip.get(k).targetWeights().data);
        }
    }

    @Test
    void theLastLayerHybridBeginsInFloat() {
        assertEquals(1, new LastLayer(0).floatEpochs(10));
        assertEquals(9, new LastLayer(1).floatEpochs(10));
        assertEquals(2, new LastLayer(0.25).floatEpochs(10));
    }
}
