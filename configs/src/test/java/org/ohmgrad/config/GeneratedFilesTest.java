package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedFilesTest {
    private static final Descriptions WORDS = new SourceDescriptions(List.of(Path.of("src/test/java")));
    private static final String TEXT = SchemaWriter.write(Sample.READER, WORDS, Sample.Plant.class);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    static Stream<String> draft() {
        return Stream.of(
                TEXT,
                SchemaWriter.write(Sample.READER, WORDS, Sample.Noise.class),
                SchemaWriter.write(Sample.READER, Descriptions.none(), Sample.Cell.class));
    }

    private static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("draft")
    void theSchemaIsASchema(String schema) {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), draft.validate(schema, InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSchemaAcceptsEveryValidPlant(long seed) {
        String text = RandomPlants.text(new Random(seed));
        assertEquals(List.of(), errors(text), text);
    }

    @Test
    void theSchemaAcceptsItsOwnKey() {
        assertEquals(List.of(), errors("{\"$schema\": \"plant.schema.json\", \"name\": \"p\", \"cell\": \"c.json\"}"));
        Schema noise = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaWriter.write(Sample.READER, WORDS, Sample.Noise.class));
        assertEquals(List.of(), noise.validate("{\"$schema\": \"n\", \"type\": \"none\"}", InputFormat.JSON));
        assertEquals(
                1,
                noise.validate("{\"type\": \"none\", \"sigma\": 1}", InputFormat.JSON)
                        .size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"p\"}; ` required`",
                "{REST, \"cuont\": 1}; ` additionalProperties`",
                "{REST, \"count\": 0}; /count minimum",
                "{REST, \"count\": 1001}; /count maximum",
                "{REST, \"count\": 8.5}; /count type",
                "{REST, \"rate\": \"4\"}; /rate type",
                "{REST, \"noise\": {\"type\": \"pink\"}}; /noise/type enum",
                "{REST, \"noise\": {\"type\": \"white\"}}; /noise required",
                "{REST, \"noise\": {\"type\": \"white\", \"sigma\": 0.6}}; /noise/sigma maximum",
                "{REST, \"noise\": {\"type\": \"none\", \"sigma\": 0.1}}; /noise additionalProperties",
                "{REST, \"noise\": \"none\"}; /noise pattern",
                "{REST, \"cells\": [{\"bits\": 4, \"range\": 0}]}; /cells/0/range exclusiveMinimum",
                "{REST, \"constants\": {\"a\": true}}; /constants/a type",
                "{REST, \"shape\": \"flat\"}; /shape enum"
            })
    void theSchemaNamesOneErrorForOneMistake(String text, String error) {
        String json = text.replace("REST", "\"name\": \"p\", \"cell\": {\"bits\": 4}");
        assertEquals(List.of(error), errors(json));
    }

    @Test
    void theSchemaIsTheSameTextEveryTime() {
        assertEquals(TEXT, SchemaWriter.write(Sample.READER, WORDS, Sample.Plant.class));
        assertTrue(TEXT.endsWith("}\n") && !TEXT.contains("\r"));
    }

    @Test
    void meaningsComeFromJavadoc() {
        assertEquals("A plant that is tested.", WORDS.type(Sample.Plant.class));
        assertEquals("Silence.", WORDS.type(Sample.NoNoise.class));
        assertEquals("", WORDS.type(Sample.Shape.class));
        assertEquals("its cell", WORDS.component(Sample.Plant.class, "cell"));
        assertEquals("what disturbs it, as a fraction of the range", WORDS.component(Sample.Plant.class, "noise"));
        assertEquals("values by pointer", WORDS.component(Sample.Plant.class, "sweep"));
        assertEquals("", WORDS.component(Sample.NoNoise.class, "sweep"));
    }

    @Test
    void rulesComeFromTheChecksOfTheConstructor() {
        assertEquals(List.of("in [1, 1000]"), words(Sample.Plant.class, "count"));
        assertEquals(List.of("must not be blank"), words(Sample.Plant.class, "name"));
        assertEquals(List.of("not negative"), words(Sample.Plant.class, "rate"));
        assertEquals(List.of("positive"), words(Sample.Cell.class, "range"));
        assertEquals(List.of("in [0, 0.5]", "must differ from a quarter"), words(Sample.WhiteNoise.class, "sigma"));
        assertEquals(List.of(), words(Sample.Telegraph.class, "low"));
    }

    private static List<String> words(Class<?> type, String component) {
        return WORDS.rules(type, component).stream().map(Rule::words).toList();
    }

    @Test
    void aTypeWithoutSourceIsRefused() {
        Descriptions nowhere = new SourceDescriptions(List.of(Path.of("src/main/java")));
        assertThrows(IllegalArgumentException.class, () -> nowhere.type(Sample.Plant.class));
    }

    @Test
    void theReferenceHasATableForEveryRecord() {
        String reference = ReferenceWriter.write(Sample.READER, WORDS, List.of(Sample.Plant.class));
        assertTrue(reference.contains(
                "\n## Plant\n\nA plant that is tested.\n\n| key | kind | meaning | default | rule |\n"));
        assertTrue(reference.contains("| `count` | whole number | how many there are | `1` | in [1, 1000] |\n"));
        assertTrue(reference.contains("| `cells` | list of: [Cell](#cell) | more cells | `[]` |  |\n"));
        assertTrue(reference.contains("| `axis` | a whole number or `\"all\"` | which examples | `\"all\"` |  |\n"));
        assertTrue(reference.contains("| `shape` | `\"round\"`, `\"nearly-square\"` | its shape | `\"round\"` |  |\n"));
        assertTrue(reference.contains("| `\"none\"` | [NoNoise](#nonoise) | Silence. |\n"));
        assertTrue(reference.contains("\n## NoNoise\n\nSilence.\n\nNo keys of its own.\n"));
        assertTrue(reference.contains("| standard deviation \\| of one read | required |"));
        assertEquals(1, reference.split("\n## WhiteNoise\n", -1).length - 1);
    }

    @Test
    void staleFilesAreNamedUntilTheyAreWritten(@TempDir Path folder) throws IOException {
        Map<String, Class<?>> roots = new LinkedHashMap<>();
        roots.put("plant", Sample.Plant.class);
        roots.put("cell", Sample.Cell.class);
        List<Path> all = Stream.of("schema/plant.schema.json", "schema/cell.schema.json", "REFERENCE.md")
                .map(folder::resolve)
                .toList();
        System.clearProperty(GeneratedFiles.UPDATE);
        assertEquals(all, GeneratedFiles.keep(folder, roots, Sample.READER, WORDS));
        System.setProperty(GeneratedFiles.UPDATE, "true");
        assertEquals(List.of(), GeneratedFiles.keep(folder, roots, Sample.READER, WORDS));
        System.clearProperty(GeneratedFiles.UPDATE);
        assertEquals(List.of(), GeneratedFiles.keep(folder, roots, Sample.READER, WORDS));
        Files.writeString(folder.resolve("REFERENCE.md"), "old");
        assertEquals(List.of(folder.resolve("REFERENCE.md")), GeneratedFiles.keep(folder, roots, Sample.READER, WORDS));
    }
}
