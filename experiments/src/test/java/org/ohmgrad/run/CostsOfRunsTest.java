package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.experiment.Lab;
import org.ohmgrad.plan.Probing;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Provenance;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackAlignment;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;
import org.ohmgrad.training.rule.LastLayer;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.BatchPulses;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.TikiTakaV2;
import org.ohmgrad.training.update.UpdateScheme;

/** What runs write down about their costs. */
class CostsOfRunsTest {
    private static final Lab LAB = Lab.of("quickstart", 2);
    private static final String SOFT =
            "{\"type\": \"soft-bounds\", \"up\": 0.05, \"down\": 0.05, \"cycleToCycle\": 0.3}";
    private static final int EXAMPLES = LAB.data().train().count();

    static Stream<LearningRule> rules() {
        return Stream.of(
                new Backpropagation(),
                new FeedbackAlignment(FeedbackPlace.DIGITAL),
                new KolenPollack(FeedbackPlace.CHIP, 0.001),
                new LastLayer(0.5));
    }

    private static RunRecord run(Chip chip, LearningRule rule, UpdateScheme update) {
        var settings =
                new RunSettings("key", "{}", "{}", LAB.network(), LAB.training(), new Probing(), chip, rule, update, 1);
        return new Run(settings, LAB.data(), new FloatParts(), Checkpoints.none())
                .execute(new Provenance("{}", "", "", "", "", 1));
    }

    private static double sum(RunRecord run, int layer, String name) {
        double before = run.costs().get(layer).getOrDefault(name, 0.0);
        return before
                + run.epochs().stream()
                        .mapToDouble(epoch -> at(epoch, layer, name))
                        .sum();
    }

    private static double at(Epoch epoch, int layer, String name) {
        return epoch.costs().get(layer).getOrDefault(name, 0.0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void writesOfTheEpochsAddUpToTheWear(LearningRule rule) {
        RunRecord run = run(Lab.chip("sidra-y10"), rule, new StochasticRounding());
        Epoch last = run.epochs().get(run.epochs().size() - 1);
        for (int layer = 0; layer < 2; layer++) {
            assertTrue(sum(run, layer, CostNames.CELL_WRITES) > 0);
            assertEquals(
                    at(last, layer, CostNames.WORN_WRITES),
                    sum(run, layer, CostNames.CELL_WRITES),
                    "layer " + (layer + 1));
        }
    }

    /** The first write of a cell counts as a pulse. */
    @Test
    void pulsesOfTheEpochsAddUpToTheWear() {
        Chip chip = Lab.chip("sidra-y10", Map.of("/cell/device", "\"devices/ecram.json\""));
        RunRecord run = run(chip, new Backpropagation(), new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE));
        Epoch last = run.epochs().get(run.epochs().size() - 1);
        for (int layer = 0; layer < 2; layer++) {
            double pulses = sum(run, layer, CostNames.PULSES);
            assertTrue(pulses > 2 * run.costs().get(layer).getOrDefault(CostNames.CELLS, 0.0));
            assertEquals(at(last, layer, CostNames.WORN_WRITES), pulses, 1e-9 * pulses, "layer " + (layer + 1));
        }
    }

    @Test
    void whereAnArrayGathersChangesTheWritesOfTheWeightsAreToldApart() {
        Chip chip = Lab.chip("rpu-gokmen-vlasov", Map.of("/cell/device/pulses", SOFT));
        var slow = firstLayer(chip, new TikiTakaV2(5, 3, 1, 1e9, 0, 3, 1, 0));
        var quick = firstLayer(chip, new TikiTakaV2(5, 3, 1, 1e-3, 0, 3, 1, 0));
        var alone = firstLayer(chip, new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE));
        assertEquals(0, slow.getOrDefault("weight_writes", -1.0));
        assertTrue(slow.getOrDefault("cell_writes", 0.0) > 0);
        assertTrue(quick.getOrDefault("weight_writes", 0.0) > 0);
        assertTrue(quick.getOrDefault("weight_writes", 0.0) < quick.getOrDefault("cell_writes", 0.0));
        assertFalse(alone.containsKey("weight_writes"));
    }

    /** What was measured of the first layer in the first epoch. */
    private static SortedMap<String, Double> firstLayer(Chip chip, UpdateScheme update) {
        return run(chip, new Backpropagation(), update).epochs().get(0).layers().get(0);
    }

    @Test
    void cellsSetAsideAreCountedWithTheirWrites() {
        Map<String, String> aside = Map.of("/driftCompensation", "{\"type\": \"reference-cells\", \"cells\": 3}");
        RunRecord with = run(Lab.chip("sidra-y10", aside), new Backpropagation(), new StochasticRounding());
        RunRecord without = run(Lab.chip("sidra-y10"), new Backpropagation(), new StochasticRounding());
        for (String name : List.of(CostNames.CELLS, CostNames.CELL_WRITES, CostNames.PULSES)) {
            double more = with.costs().get(0).getOrDefault(name, 0.0)
                    - without.costs().get(0).getOrDefault(name, 0.0);
            assertEquals(2 * 3, more, name);
        }
    }

    @Test
    void readsAreExamplesTimesTiles() {
        RunRecord run = run(Lab.chip("sidra-y10"), new Backpropagation(), new StochasticRounding());
        for (Epoch epoch : run.epochs()) {
            assertEquals(EXAMPLES, at(epoch, 0, CostNames.FORWARD_READS));
            assertEquals(EXAMPLES, at(epoch, 1, CostNames.TRANSPOSED_READS));
            assertEquals(0, at(epoch, 0, CostNames.TRANSPOSED_READS));
            int evaluated = LAB.data().test().count() + LAB.data().validation().count();
            assertEquals(evaluated, at(epoch, 0, CostNames.EVALUATION_READS));
        }
    }

    @Test
    void theConstantsOfTheChipAreWrittenDownAndUnknownOnesAreNot() {
        Map<String, Double> known = run(Lab.chip("sidra-y10"), new Backpropagation(), new NearestLevel())
                .costs()
                .get(0);
        assertEquals(1e-11, known.get(CostNames.WRITE_EACH));
        Map<String, Double> unknown = run(Lab.chip("levels-only"), new Backpropagation(), new NearestLevel())
                .costs()
                .get(0);
        assertTrue(Stream.of(CostNames.DAC_EACH, CostNames.ADC_EACH, CostNames.WRITE_EACH, CostNames.MAC_EACH)
                .noneMatch(unknown::containsKey));
    }

    @Test
    void aFloatRunHasNoCosts() {
        RunRecord run = run(Chip.exactNumbers(), new Backpropagation(), new NearestLevel());
        assertEquals(List.<SortedMap<String, Double>>of(), run.costs());
        assertTrue(run.epochs().stream().allMatch(epoch -> epoch.costs().isEmpty()));
    }

    /** Seven reads of 64 examples a layer, before the first epoch. */
    @Test
    void aSearchForTheConvertersRangeIsPaidBeforeTheFirstEpoch() {
        Chip chip = Lab.chip("sidra-y10", Map.of("/forward/adc/range", "\"calibrated\""));
        RunRecord found = run(chip, new LastLayer(0.5), new NearestLevel());
        RunRecord stated = run(Lab.chip("sidra-y10"), new LastLayer(0.5), new NearestLevel());
        for (int layer = 0; layer < 2; layer++) {
            assertEquals(7 * 64, found.costs().get(layer).getOrDefault(CostNames.FORWARD_READS, 0.0));
            assertTrue(found.costs().get(layer).getOrDefault("forward_joules", 1.0) > 0);
            assertEquals(0, stated.costs().get(layer).getOrDefault(CostNames.FORWARD_READS, 0.0));
            assertEquals(
                    at(stated.epochs().get(0), layer, CostNames.FORWARD_READS),
                    at(found.epochs().get(0), layer, CostNames.FORWARD_READS));
        }
    }
}
