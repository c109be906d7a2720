package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.Json;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.text.Words;

class AxisWordsTest {
    private static final List<String> POINTERS = List.of(
            "/chip/forward/adc/bits",
            "/chip/transposed/adc/bits",
            "/chip/tile/rows",
            "/chip/cell/device/readNoise/sigma",
            "/training/waitBeforeTest",
            "/arms/0/training/learningRate",
            "/chip/forward/adc/range",
            "/nowhere");
    private static final Map<String, String> WORDS = Map.of(
            "/chip/forward/adc/bits", "bits of the ADC",
            "/chip/transposed/adc/bits", "bits of the transposed read's ADC",
            "/chip/tile/rows", "rows of a tile",
            "/chip/cell/device/readNoise/sigma", "read noise (share of a cell's current)",
            "/training/waitBeforeTest", "wait before the test (seconds)");

    private static Json quickstart() {
        return Settings.reader()
                .read(Catalogue.path("experiments/quickstart.json"))
                .with("/chip/cell/device/readNoise", "{\"type\": \"proportional\", \"sigma\": 0.1}")
                .resolved(Experiment.class);
    }

    @Test
    void settingsSayWhatTheyAreCalledWhereverTheyStand() {
        assertEquals(WORDS, AxisWords.of(quickstart(), POINTERS));
    }

    @Test
    void aPlanOfAnOlderProgramGetsTheSameWords() {
        String settings = Settings.reader()
                .read(Catalogue.path("experiments/quickstart.json"))
                .with("/chip/cell/device/readNoise", "{\"type\": \"proportional\", \"sigma\": 0.1}")
                .canonical(Experiment.class);
        Plan old = new Plan("old", "", "", 1, settings, POINTERS, new TreeMap<>(), List.of(), List.of());
        assertEquals(WORDS, AxisWords.complete(old).axes());
        assertEquals(old, AxisWords.complete(old).withAxes(new TreeMap<>()));
    }

    @Test
    void aPlanOfAnExperimentThatIsNoLongerUnderstoodKeepsItsPointers() {
        Plan strange = new Plan("x", "", "", 1, "{\"chip\": 3}", POINTERS, new TreeMap<>(), List.of(), List.of());
        assertEquals(Map.of(), AxisWords.complete(strange).axes());
    }

    @Test
    void rulesAndSchemesWhoseNamesAreMoreThanWordsSayHowTheyAreSpelt() {
        PlannedRun run = run("kolen-pollack", "tiki-taka-v2");
        assertEquals(
                Map.of("kolen-pollack", "Kolen-Pollack", "tiki-taka-v2", "Tiki-Taka v2", "pepita", "PEPITA"),
                AxisWords.ofParts(List.of(run, run("pepita", "nearest-level"))));
        Plan old = new Plan("x", "", "", 1, "{}", List.of(), new TreeMap<>(), List.of(), List.of(run));
        assertEquals(
                "Kolen-Pollack (own training)",
                Words.of("kolen-pollack (own training)", AxisWords.complete(old).axes()));
        assertEquals(
                "Tiki-Taka v2", Words.of("tiki-taka-v2", AxisWords.complete(old).axes()));
        assertEquals(
                "nearest level",
                Words.of("nearest-level", AxisWords.complete(old).axes()));
    }

    private static PlannedRun run(String rule, String update) {
        return new PlannedRun(
                rule, rule, rule, update, "chip", true, new TreeMap<>(), 1, "", "", new TreeMap<>(), false);
    }
}
