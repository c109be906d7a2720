package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.command.Program;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.tile.Chip;

class DerivedPresetsTest {
    private static final String CALIBRATED = "{\"from\": \"sidra-y10\", \"/forward/adc/range\": \"calibrated\"}";

    private final Path folder;

    DerivedPresetsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Document chip(String name, String text) throws IOException {
        return Settings.reader().read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aPresetButForSomeValuesIsTheSameAsItsCopy() throws IOException {
        Map<String, String> changes = Map.of("/forward/adc/range", "\"calibrated\"", "/cell/bits", "4");
        String text = "{\"from\": \"sidra-y10\", \"/forward/adc/range\": \"calibrated\", \"/cell/bits\": 4}";
        Document copy = Settings.reader().read(Catalogue.path("chips/sidra-y10.json"));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            copy = copy.with(change.getKey(), change.getValue());
        }
        assertEquals(copy.canonical(Chip.class, "sources"), chip("a.json", text).canonical(Chip.class, "sources"));
    }

    @Test
    void filesDeriveFromFilesAndTheOuterOneWins() throws IOException {
        chip("one.json", "{\"from\": \"sidra-y10\", \"/cell/bits\": 4, \"/tile/rows\": 64, \"/name\": \"one\"}");
        Document two = chip("two.json", "{\"from\": \"one.json\", \"/cell/bits\": 5, \"/name\": \"two\"}");
        assertEquals(
                Lab.chip("sidra-y10", Map.of("/cell/bits", 5, "/tile/rows", 64, "/name", "\"two\""))
                        .cell(),
                two.bind(Chip.class).cell());
        assertEquals(64, two.bind(Chip.class).tile().rows());
        assertEquals("two", two.bind(Chip.class).name());
    }

    @Test
    void aSweepReplacesWhatTheFileChanged() throws IOException {
        Document document = chip("a.json", CALIBRATED);
        assertEquals(
                Lab.chip("sidra-y10", Map.of("/forward/adc/range", 7)).forward(),
                document.with("/forward/adc/range", "7").bind(Chip.class).forward());
        String other = "{\"type\": \"linear\", \"bits\": 3, \"range\": 5}";
        assertEquals(
                Lab.chip("sidra-y10", Map.of("/forward/adc", other)).forward(),
                document.with("/forward/adc", other).bind(Chip.class).forward());
    }

    @Test
    void aPartOfWhatTheFileChangedCanBeReplaced() throws IOException {
        Document document = chip(
                "a.json",
                "{\"from\": \"sidra-y10\", \"/forward/adc\": {\"type\": \"linear\", \"bits\": 3, \"range\": 5}}");
        assertEquals(
                Lab.chip("sidra-y10", Map.of("/forward/adc", "{\"type\": \"linear\", \"bits\": 6, \"range\": 5}"))
                        .forward(),
                document.with("/forward/adc/bits", "6").bind(Chip.class).forward());
    }

    @Test
    void wordsOnTheSourceOfAChangedValueSayWhereItWasChanged() throws IOException {
        Map<String, String> sources = chip(
                        "a.json", "{\"from\": \"sidra-y10\",\n\"/readVoltage\": 0.25, \"/cell/device/gMax\": 5e-5}")
                .bind(Chip.class)
                .sources();
        assertEquals("changed in a.json, line 2", sources.get("/readVoltage"));
        assertEquals("changed in a.json, line 2", sources.get("/cell/device/gMax"));
        assertTrue(sources.getOrDefault("/tile/rows", "").contains("SIDRA 5.3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"/cell/bitz\": 4; no value to replace at /cell/bitz; nearest: /cell/bits",
                "\"/cell/bits\": 22; must lie in [1, 10] but is 22",
                "\"bits\": 4; beside \"from\" every key must be a pointer to what changes, such as \"/bits\"",
                "\"/cell\": {}, \"/cell/bits\": 4; \"/cell/bits\" changes a part of what another key",
                "\"/name\": 4; must be text",
            })
    void mistakesStandAtTheirLine(String change, String words) throws IOException {
        Document document = chip("a.json", "{\n\"from\": \"sidra-y10\",\n" + change + "}");
        String problem = assertThrows(ConfigException.class, () -> document.bind(Chip.class)).problems().stream()
                .map(String::valueOf)
                .filter(text -> text.contains(words))
                .findFirst()
                .orElse("");
        assertTrue(problem.startsWith(folder.resolve("a.json").toString()), () -> refusal(document));
    }

    private static String refusal(Document document) {
        return String.valueOf(assertThrows(ConfigException.class, () -> document.bind(Chip.class))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4; \"from\" must be the name of a preset",
                "\"sidra-y11\"; nearest: chips/sidra-y1",
                "\"a.json\"; circle"
            })
    void whatIsDerivedFromMustExist(String from, String words) throws IOException {
        Document document = chip("a.json", "{\"from\": " + from + ", \"/cell/bits\": 4}");
        assertTrue(refusal(document).contains(words), () -> refusal(document));
    }

    @Test
    void aFileMayHaveThePresetsNameThatItDerivesFrom() throws IOException {
        assertEquals(
                4,
                chip("sidra-y10.json", "{\"from\": \"sidra-y10\", \"/tile/rows\": 4}")
                        .bind(Chip.class)
                        .tile()
                        .rows());
    }

    @Test
    void validateAndDescribeTakeThem() throws IOException {
        chip("chip.json", CALIBRATED);
        chip("cell.json", "{\"from\": \"ecram\", \"/gMax\": 2e-5}");
        for (String name : List.of("chip.json", "cell.json")) {
            String file = folder.resolve(name).toString();
            assertEquals(
                    "1 file is in order.",
                    Program.execute("validate", file).out().strip());
            assertTrue(Program.execute("describe", file).out().contains("changed in " + name + ", line 1"));
        }
    }
}
