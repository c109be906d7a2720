package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.optimizer.Adam;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackAlignment;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.LastLayer;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.Rules;
import org.ohmgrad.training.update.AccumulateAndProgram;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * The ledger of a network 5-6-3 with differential pairs on tiles of 4 x 3, batch 8, counted by hand. The first layer's 5 x 6
 * weights take 2 x 2 tiles, the second's 6 x 3 take 2 x 1. A read takes 10 ns, a write 1 us.
 */
class LedgerTest {
    private static final int BATCH = 8;

    private final NetworkSettings settings = Samples.settings(List.of(6), Activation.SIGMOID, Loss.CROSS_ENTROPY);

    private Bench bench(LearningRule rule, Optimizer optimizer, UpdateScheme scheme) {
        return new Bench(settings, Bench.levelsOnly(8), rule, scheme, Bench.training(optimizer, 0.5));
    }

    private static Ledger ledger(Bench bench, Optimizer optimizer, UpdateScheme scheme) {
        return new Ledger(bench.step, optimizer, scheme);
    }

    private static void assertReads(long tiles, long dac, long adc, LayerWork.Reads reads) {
        assertEquals(List.of(tiles, dac, adc), List.of(reads.tiles(), reads.dac(), reads.adc()));
    }

    @Test
    void theFirstWeightsAreWrittenBeforeAnythingElse() {
        Bench bench = bench(new Backpropagation(), new Sgd(), new NearestLevel());
        List<LayerWork> work = ledger(bench, new Sgd(), new NearestLevel()).work();
        assertEquals(2 * 5 * 6, work.get(0).writes().cells());
        assertEquals(2 * 6 * 3, work.get(1).writes().cells());
        // The largest tile of either layer has 4 x 3 weights, 24 cells, written one after another.
        assertEquals(24e-6, work.get(0).seconds(), 1e-18);
        assertEquals(24e-6, work.get(1).seconds(), 1e-18);
        assertEquals(0, work.get(0).multiplyAdds());
        assertReads(0, 0, 0, work.get(0).forward());
    }

    @Test
    void oneStepOfBackpropagationIsCountedByHand() {
        Bench bench = bench(new Backpropagation(), new Sgd(), new NearestLevel());
        Ledger ledger = ledger(bench, new Sgd(), new NearestLevel());
        ledger.startAnew();
        bench.step.startEpoch(0);
        bench.train(1);
        LayerWork first = ledger.work().get(0);
        LayerWork second = ledger.work().get(1);
        // 8 vectors: 4 tiles read 8 times. 5 inputs go into 2 tiles beside each other, 6 outputs come from 2 above each
        // other.
        assertReads(32, 8 * 5 * 2, 8 * 6 * 2, first.forward());
        assertReads(16, 8 * 6, 8 * 3 * 2, second.forward());
        assertReads(0, 0, 0, first.transposed());
        // Backward, 3 errors go into 2 tiles above each other, and 6 sums come from 1 tile each.
        assertReads(16, 8 * 3 * 2, 8 * 6, second.transposed());
        // Forward per example 6 biases, 6 activations, 6 sums of 2 tiles; then 6 derivatives, 6 bias gradients and 30
        // of the
        // outer product; per update 30 weights by 1 + 1 and 6 biases.
        assertEquals(8 * (6 + 6 + 6 + 6 + 6 + 30) + 30 * 2 + 6, first.multiplyAdds());
        assertEquals(8 * (3 + 3 + 3 + 3 + 3 + 18) + 18 * 2 + 3, second.multiplyAdds());
        assertReads(0, 0, 0, first.evaluation());
        assertEquals(bench.step.updates().get(0).cellWrites(), first.writes().cells());
        assertEquals(bench.step.updates().get(1).cellWrites(), second.writes().cells());
    }

    @Test
    void evaluationsAreCountedApart() {
        Bench bench = bench(new Backpropagation(), new Sgd(), new NearestLevel());
        Ledger ledger = ledger(bench, new Sgd(), new NearestLevel());
        ledger.startAnew();
        FMatrixRMaj inputs = Samples.normals(10, 5, 1);
        bench.network.forward(inputs, new Occasion(Phase.TEST, 0, 0));
        bench.network.forward(inputs, new Occasion(Phase.VALIDATION, 0, 0));
        bench.network.forward(inputs, new Occasion(Phase.PROBE, 0, 0));
        LayerWork first = ledger.work().get(0);
        assertReads(0, 0, 0, first.forward());
        assertReads(20 * 4, 20 * 5 * 2, 20 * 6 * 2, first.evaluation());
        assertEquals(20 * (6 + 6 + 6), first.evaluationMultiplyAdds());
        assertEquals(20 * 1e-8, first.evaluationSeconds(), 1e-20);
        assertEquals(0, first.multiplyAdds());
        assertEquals(0, first.seconds());
    }

    @Test
    void aDigitalFeedbackMatrixCostsProductsAndMemoryInPlaceOfTransposedReads() {
        Bench bench = bench(new FeedbackAlignment(FeedbackPlace.DIGITAL), new Sgd(), new NearestLevel());
        Ledger ledger = ledger(bench, new Sgd(), new NearestLevel());
        ledger.startAnew();
        bench.train(1);
        LayerWork second = ledger.work().get(1);
        assertReads(16, 8 * 6, 8 * 3 * 2, second.forward());
        assertReads(0, 0, 0, second.transposed());
        assertEquals(8 * (3 + 3 + 3 + 3 + 3 + 18) + 18 * 2 + 3 + 8 * 18, second.multiplyAdds());
        assertEquals(18 * 4, ledger.stock().get(1).memory().feedback());
        assertEquals(0, ledger.stock().get(0).memory().feedback());
    }

    @Test
    void aFeedbackMatrixOnTheChipIsReadForwards() {
        Bench bench = bench(new FeedbackAlignment(FeedbackPlace.CHIP), new Sgd(), new NearestLevel());
        Ledger ledger = ledger(bench, new Sgd(), new NearestLevel());
        assertEquals(2 * 18 + 2 * 18, ledger.work().get(1).writes().cells());
        ledger.startAnew();
        bench.train(1);
        // The matrix stands transposed, 3 x 6, on 1 x 2 tiles: 3 errors go into both, 6 sums come out.
        assertReads(
                16 + 16,
                8 * 6 + 8 * 3 * 2,
                8 * 3 * 2 + 8 * 6,
                ledger.work().get(1).forward());
        assertEquals(4, ledger.stock().get(1).tiles());
        assertEquals(72, ledger.stock().get(1).cells());
        assertEquals(0, ledger.stock().get(1).memory().feedback());
    }

    @Test
    void memoryIsCountedByHand() {
        Bench bench = bench(new Backpropagation(), new Adam(0.9, 0.999, 1e-8), new AccumulateAndProgram());
        LayerStock first = ledger(bench, new Adam(0.9, 0.999, 1e-8), new AccumulateAndProgram())
                .stock()
                .get(0);
        assertEquals(4, first.tiles());
        assertEquals(60, first.cells());
        // 511 distinct weights take 9 bits; 30 of them 270 bits, 34 bytes.
        assertEquals(34, first.memory().targets());
        assertEquals(30 * 4, first.memory().scheme());
        assertEquals(2 * (30 + 6) * 4, first.memory().optimizer());
        assertEquals((30 + 6) * 4, first.memory().gradients());
        assertEquals(6 * 4, first.memory().biases());
    }

    @Test
    void frozenLayersNeitherLearnNorKeepGradients() {
        Bench bench = bench(new LastLayer(0.5), new Adam(0.9, 0.999, 1e-8), new NearestLevel());
        Ledger ledger = ledger(bench, new Adam(0.9, 0.999, 1e-8), new NearestLevel());
        ledger.startAnew();
        bench.train(1);
        assertEquals(8 * (6 + 6 + 6), ledger.work().get(0).multiplyAdds());
        assertEquals(
                0,
                ledger.stock().get(0).memory().gradients()
                        + ledger.stock().get(0).memory().optimizer());
        // Adam: 1 + 2 x 2 for each weight and bias, and 1 for each new target level.
        assertEquals(
                8 * (3 + 3 + 3 + 3 + 3 + 18) + 18 * 6 + 3 * 5,
                ledger.work().get(1).multiplyAdds());
    }

    @Test
    void theEnergyOfAStepIsThatOfEveryCellAtItsVoltage() {
        Bench bench = bench(new Backpropagation(), new Sgd(), new NearestLevel());
        Ledger ledger = ledger(bench, new Sgd(), new NearestLevel());
        ledger.startAnew();
        Batch batch = Bench.batch(BATCH, 0);
        double wanted = 0;
        TileGrid weights = bench.network.synapse(0).weights();
        for (Tile tile : weights.tiles()) {
            for (Conductances plane : tile.crossbar().planes()) {
                for (int cell = 0; cell < plane.now().length; cell++) {
                    for (int example = 0; example < BATCH; example++) {
                        double volt = batch.inputs().get(example, tile.row() + cell / plane.cols());
                        wanted += volt * volt * plane.now()[cell] * 1e-8;
                    }
                }
            }
        }
        bench.step.run(batch, 0);
        assertEquals(wanted, ledger.work().get(0).forward().joules(), 1e-12 * wanted);
    }

    static Stream<LearningRule> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void writesAndTimeOfAllStepsAddUpToThoseOfTheChip(LearningRule rule) {
        Bench bench = new Bench(
                Bench.smooth(), Bench.noisy(), rule, new StochasticRounding(), Bench.training(new Sgd(), 0.5));
        Ledger ledger = ledger(bench, new Sgd(), new StochasticRounding());
        long writes = 0;
        double seconds = 0;
        for (int stretch = 0; stretch < 4; stretch++) {
            for (LayerWork work : ledger.work()) {
                writes += work.writes().cells();
                seconds += work.seconds() + work.evaluationSeconds();
            }
            ledger.startAnew();
            bench.step.startEpoch(stretch);
            bench.train(5);
            bench.network.forward(Samples.normals(10, Bench.INPUTS, 1), new Occasion(Phase.TEST, stretch, 0));
        }
        for (LayerWork work : ledger.work()) {
            writes += work.writes().cells();
            seconds += work.seconds() + work.evaluationSeconds();
        }
        assertEquals(
                ledger.stock().stream()
                        .mapToDouble(layer -> layer.wear().total())
                        .sum(),
                (double) writes,
                1e-6);
        assertEquals(bench.clock.seconds(), seconds, 1e-12);
        assertTrue(ledger.stock().stream()
                .allMatch(stock ->
                        stock.wear().worst() * stock.cells() >= stock.wear().total()));
    }
}
