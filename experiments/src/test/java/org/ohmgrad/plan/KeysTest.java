package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.command.Program;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.experiment.Lab;
import org.ohmgrad.tile.Chip;

/** Which settings name a run. */
class KeysTest {
    @TempDir
    private Path folder = Path.of("");

    private Path experiment = Path.of("");

    @BeforeEach
    void write() throws IOException {
        experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"companions\": [\"chips/levels-only.json\"],", "");
        Program.edit(experiment, "[[4, {\"type\": \"none\"}]]", "[[7, {\"type\": \"none\"}]]");
        Program.edit(experiment, "\"tune\": {\"/training/learningRate\": [0.5, 1]},", "");
    }

    private Set<String> keys(int seeds) {
        return ExperimentPlan.read(experiment, seeds).runs().stream()
                .map(RunSettings::key)
                .collect(Collectors.toSet());
    }

    private Set<String> keysOnChip() {
        return ExperimentPlan.read(experiment, 1).runs().stream()
                .filter(run -> !run.chip().name().equals("float"))
                .map(RunSettings::key)
                .collect(Collectors.toSet());
    }

    @Test
    void theDigestOfATextIsSha256() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Keys.sha256("abc"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "experiment.json; \"name\": \"small\"; \"name\": \"other\"",
                "experiment.json; \"title\": \"A small experiment\"; \"description\": \"words\"",
                "experiment.json; \"batch\": 4,; \"batch\": 4, \"biasRateFactor\": 1.0, \"optimizer\": {\"type\": \"sgd\"},",
                "experiment.json; \"learningRate\": 0.5}; \"learningRate\": 5e-1}",
                "experiment.json; \"update\": {\"type\": \"nearest-level\"}; \"label\": \"x\", \"update\": {\"type\": \"nearest-level\"}",
                "chip.json; \"name\": \"small-chip\"; \"name\": \"other\", \"description\": \"words\"",
                "chip.json; \"assumed\"; \"known\"",
                "chip.json; \"transposed\": {}; \"transposed\": {\"dac\": {\"type\": \"ideal\"}}",
                "device.json; \"gMin\": 1e-6; \"gMin\": 0.000001"
            })
    void namesTextsSourcesAndSpellingsDoNotCount(String file, String old, String replacement) throws IOException {
        Set<String> before = keys(1);
        Program.edit(folder.resolve(file), old, replacement);
        assertEquals(before, keys(1));
    }

    /** What was written before these settings existed has the key that it had. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "chip.json; \"transposed\": {}; \"transposed\": {}, \"temperature\": {\"operation\": 300}",
                "device.json; \"gMin\": 1e-6; \"gMin\": 1e-6, \"temperatureLaw\": {\"type\": \"none\"}",
                "device.json; \"gMin\": 1e-6; \"gMin\": 1e-6, \"telegraphNoise\": {\"type\": \"none\"}"
            })
    void neutralSettingsDoNotCount(String file, String old, String replacement) throws IOException {
        namesTextsSourcesAndSpellingsDoNotCount(file, old, replacement);
    }

    @Test
    void placesOfFilesDoNotCount() throws IOException {
        Set<String> before = keys(1);
        Files.createDirectory(folder.resolve("tables"));
        Files.move(folder.resolve("table.csv"), folder.resolve("tables/trees.csv"));
        Program.edit(experiment, "table.csv", "tables/trees.csv");
        assertEquals(before, keys(1));
    }

    @Test
    void theNumberOfSeedsDoesNotCount() {
        Set<String> few = keys(1);
        Set<String> many = keys(3);
        assertTrue(many.containsAll(few));
        assertEquals(3 * few.size(), many.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "experiment.json; \"test\": 0.25; \"test\": 0.3",
                "experiment.json; \"test\": 0.25; \"test\": 0.25, \"splitSeed\": 2",
                "experiment.json; \"hidden\": [4]; \"hidden\": [5]",
                "experiment.json; \"loss\": \"cross-entropy\"; \"loss\": \"mean-squared-error\"",
                "experiment.json; \"epochs\": 2; \"epochs\": 3",
                "experiment.json; \"batch\": 4,; \"batch\": 4, \"waitBeforeTest\": 1,",
                "chip.json; \"wMax\": 2; \"wMax\": 3",
                "chip.json; \"readSeconds\": 1e-8; \"readSeconds\": 2e-8",
                "chip.json; \"transposed\": {}; \"transposed\": {}, \"temperature\": {\"operation\": 358}",
                "chip.json; \"transposed\": {}; \"transposed\": {}, \"temperature\": {\"riseBeforeTest\": 10}",
                "device.json; \"gMin\": 1e-6; \"gMin\": 1e-6,"
                        + " \"temperatureLaw\": {\"type\": \"arrhenius\", \"activationAtGMin\": 580, \"activationAtGMax\": 0}",
                "device.json; \"gMin\": 1e-6; \"gMin\": 1e-6,"
                        + " \"telegraphNoise\": {\"type\": \"two-state\", \"amplitude\": 0.01, \"correlationTime\": 1}",
                "chip.json; \"open\": 0.01; \"open\": 0.02",
                "device.json; \"gMax\": 1e-4; \"gMax\": 2e-4",
                "table.csv; 1.52,2.58,ash; 9.99,2.58,ash"
            })
    void everythingThatDecidesAResultCounts(String file, String old, String replacement) throws IOException {
        Set<String> before = keysOnChip();
        Program.edit(folder.resolve(file), old, replacement);
        Set<String> after = keysOnChip();
        assertEquals(before.size(), after.size());
        after.retainAll(before);
        assertEquals(Set.of(), after);
    }

    /** Runs of which the physics was mended are made anew, and no others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "chip.json; \"bits\": 8, \"range\": 12; \"bits\": 8, \"range\": 12.0; ``",
                "chip.json; \"differential-pair\"; \"reference-column\"; `\"mended\":[\"ZERO_OF_A_REFERENCE_COLUMN\"],`",
                "device.json; \"type\": \"proportional\", \"sigma\": 0.02; \"type\": \"proportional\", \"sigma\": 0.03; ``"
            })
    void onlyWhatWasMendedIsNamedInKeys(String file, String old, String replacement, String mended) throws IOException {
        Program.edit(folder.resolve(file), old, replacement);
        Program.edit(experiment, "\"/chip/cell/bits\": [3, 8]", "\"/chip/cell/bits\": [3, \"continuous\"]");
        for (RunSettings run : ExperimentPlan.read(experiment, 1).runs()) {
            boolean isConcerned = run.canonical().contains("\"reference-column\"")
                    && !run.canonical().contains("\"continuous\"");
            assertEquals(isConcerned ? mended : "", mendedOf(run.canonical()));
            assertTrue(!run.floatPart().contains("mended"));
        }
    }

    private static String mendedOf(String canonical) {
        int at = canonical.indexOf("\"mended\"");
        return at < 0 ? "" : canonical.substring(at, canonical.indexOf(']', at) + 2);
    }

    @Test
    void theReadNoiseOfPhaseChangeCellsIsNamedInKeys() {
        assertEquals(
                List.of(Mended.NOISE_OF_THE_PROGRAMMED_CONDUCTANCE),
                Mended.of(Lab.chip(
                        "sidra-y10",
                        Map.of(
                                "/cell/device",
                                "{\"type\": \"parametric\", \"gMin\": 1e-7, \"gMax\": 25e-6, \"readNoise\": {\"type\": \"sum\","
                                        + " \"parts\": [{\"type\": \"pcm\"}]}}"))));
        for (Path preset : Catalogue.list("chips")) {
            assertEquals(List.of(), Mended.of(Settings.reader().read(preset).bind(Chip.class)), preset::toString);
        }
    }

    @Test
    void floatRunsDoNotDependOnTheChipNorOnTheWaitBeforeTheTest() throws IOException {
        Set<String> before = floatKeys();
        Program.edit(folder.resolve("chip.json"), "\"wMax\": 2", "\"wMax\": 3");
        Program.edit(experiment, "\"batch\": 4,", "\"batch\": 4, \"waitBeforeTest\": 1,");
        assertEquals(before, floatKeys());
    }

    private Set<String> floatKeys() {
        Set<String> keys = keys(1);
        keys.removeAll(keysOnChip());
        return keys;
    }
}
