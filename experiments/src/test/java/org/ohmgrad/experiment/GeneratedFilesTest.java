package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.GeneratedFiles;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.SourceDescriptions;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.Published;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.tile.Chip;

class GeneratedFilesTest {
    private static final Path CONFIGS = Path.of("../configs");
    private static final List<Path> SOURCES = Stream.of(
                    "../experiments", "../simulator", "../device-models", "../configs")
            .map(module -> Path.of(module, "src/main/java"))
            .toList();

    static Stream<Path> chips() throws IOException {
        return files("chips");
    }

    static Stream<Path> devices() throws IOException {
        return files("devices");
    }

    static Stream<Path> experiments() throws IOException {
        return files("experiments").filter(file -> !isPublished(file));
    }

    static Stream<Path> published() throws IOException {
        return files("experiments").filter(GeneratedFilesTest::isPublished);
    }

    private static boolean isPublished(Path file) {
        return file.toString().endsWith(".published.json");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(CONFIGS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void schemasAndReferenceSayWhatTheSourceSays() {
        Map<String, Class<?>> roots = new LinkedHashMap<>();
        roots.put("experiment", Experiment.class);
        roots.put("chip", Chip.class);
        roots.put("device", DeviceModel.class);
        roots.put("published", Published.class);
        List<Path> stale = GeneratedFiles.keep(CONFIGS, roots, Settings.reader(), new SourceDescriptions(SOURCES));
        assertEquals(List.of(), stale, "stale: test once with -D" + GeneratedFiles.UPDATE + "=true");
    }

    /** Words that only the running program knows, and rules without words, would leave holes. */
    @Test
    void noSentenceOfTheReferenceHasAHole() throws IOException {
        List<String> holes = Files.readAllLines(CONFIGS.resolve("REFERENCE.md")).stream()
                .filter(line -> line.matches(".*(…|; *;|; +\\|| [A-Z]\\.( \\||$)).*"))
                .toList();
        assertEquals(List.of(), holes);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyPresetExperimentIsInOrderAtEveryPoint(Path file) throws IOException {
        assertAll(
                () -> assertDoesNotThrow(() -> ExperimentPlan.check(file)),
                () -> assertEquals(List.of(), schemaErrors("experiment", file)));
    }

    /** An experiment that names the file checks what it points at. */
    @ParameterizedTest
    @MethodSource("published")
    void publishedNumbersAreInOrderAndNamedByTheirExperiment(Path file) throws IOException {
        Path experiment = file.resolveSibling(file.getFileName().toString().replace(".published.json", ".json"));
        Published published = Settings.reader().read(file).bind(Published.class);
        assertEquals(List.of(), schemaErrors("published", file));
        assertEquals(
                List.of(published.source()),
                ExperimentPlan.check(experiment).published().stream()
                        .map(Published::source)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everyPresetChipIsInOrder(Path file) {
        assertAll(
                () -> assertDoesNotThrow(() -> Settings.reader().read(file).bind(Chip.class)),
                () -> assertEquals(List.of(), schemaErrors("chip", file)));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyPresetDeviceIsInOrderAndSaysWhereItsNumbersComeFrom(Path file) throws IOException {
        assertEquals(List.of(), schemaErrors("device", file));
        Document document = Settings.reader().read(file);
        Set<String> sources = document.bind(DeviceModel.class).sources().keySet();
        List<String> written = new ArrayList<>();
        collectNumbers("", document.raw(), written);
        written.removeAll(sources);
        assertEquals(List.of(), written);
        List<String> pointers = new ArrayList<>();
        collect("", document.resolved(DeviceModel.class), pointers);
        List<String> unknown = new ArrayList<>(sources);
        unknown.removeAll(pointers);
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aChipMayNameItsDeviceByFile(Path file) {
        String name = "\"devices/" + file.getFileName() + "\"";
        DeviceModel device = Settings.reader().read(file).bind(DeviceModel.class);
        int bits = device.pulseLaw().flatMap(PulseLaw::levels).isPresent() ? 1 : 8;
        Chip chip = Lab.chip("sidra-y10", Map.of("/cell/device", name, "/cell/bits", bits));
        assertEquals(device, chip.cell().device());
    }

    private static List<String> schemaErrors(String schema, Path file) throws IOException {
        String text = Files.readString(CONFIGS.resolve("schema").resolve(schema + ".schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(Files.readString(file), InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everyNumberOfAPresetChipHasItsSource(Path file) {
        Document document = Settings.reader().read(file);
        List<String> written = new ArrayList<>();
        collectNumbers("", document.raw(), written);
        written.removeAll(document.bind(Chip.class).sources().keySet());
        assertEquals(List.of(), written);
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everySourceOfAPresetChipNamesAValueOfIt(Path file) {
        Document document = Settings.reader().read(file);
        List<String> pointers = new ArrayList<>();
        collect("", document.resolved(Chip.class), pointers);
        List<String> sources =
                new ArrayList<>(document.bind(Chip.class).sources().keySet());
        sources.removeAll(pointers);
        assertEquals(List.of(), sources);
    }

    private static void collectNumbers(String pointer, Json json, List<String> pointers) {
        if (json instanceof Json.Decimal) {
            pointers.add(pointer);
        }
        members(json).forEach((name, value) -> collectNumbers(pointer + "/" + name, value, pointers));
    }

    private static void collect(String pointer, Json json, List<String> pointers) {
        pointers.add(pointer);
        members(json).forEach((name, value) -> collect(pointer + "/" + name, value, pointers));
    }

    private static Map<String, Json> members(Json json) {
        Map<String, Json> members = new LinkedHashMap<>();
        if (json instanceof Json.Table table) {
            members.putAll(table.members());
        } else if (json instanceof Json.Array array) {
            array.items().forEach(item -> members.put(String.valueOf(members.size()), item));
        }
        return members;
    }
}
