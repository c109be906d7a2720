package org.ohmgrad.report.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.report.record.Confusion.Count;

/** A file of records that an earlier program wrote: it is read as what was meant, and written as it was, for ever. */
class GoldenRecordsTest {
    private static final String BITS = "/chip/cell/bits";
    private static final Map<String, String> TUNED = Map.of("/training/optimizer/learningRate", "0.1");
    private static final Provenance BORN =
            new Provenance("{\"a\":1}", "0123abcd", "unknown, no git", "Vendor 17.0.9", "0.1.0", 3);

    private static final List<PlannedRun> RUNS = List.of(
            inFloat("f1", "backpropagation", "backpropagation", "", Map.of()),
            inFloat("f2", "feedback alignment", "feedback-alignment", "f1", TUNED),
            new PlannedRun(
                    "c1",
                    "feedback alignment",
                    "feedback-alignment",
                    "stochastic-rounding",
                    "sidra-y10",
                    true,
                    new TreeMap<>(Map.of(BITS, "\"continuous\"")),
                    Long.MIN_VALUE,
                    "f2",
                    "f1",
                    new TreeMap<>(TUNED),
                    true));

    private static final Plan OLDER = new Plan("golden", "", "", 3, "{}", List.of(), new TreeMap<>(), List.of(), RUNS);

    private static final Plan PLAN = new Plan(
            "golden",
            "Gold \"and\" Größe",
            "two\nlines, a tab\t, \u001b and \u2028",
            3,
            "{\"chip\":{\"cell\":{\"bits\":4}}}",
            List.of(BITS, "/chip/ädc"),
            new TreeMap<>(Map.of(BITS, "bits per cell")),
            List.of(
                    new PublishedNumber(
                            "A. Author (2001)",
                            "accuracy",
                            "about 97 %",
                            Measure.TEST_ACCURACY,
                            "feedback alignment",
                            "stochastic-rounding",
                            new TreeMap<>(Map.of(BITS, "4")),
                            "theirs was real"),
                    new PublishedNumber(
                            "B (2002)", "epochs", "12", Measure.EPOCHS_TO_PERFECT, "a", "b", new TreeMap<>(), "")),
            RUNS,
            new TreeMap<>(Map.of("/chip", "(packaged)/chips/ideal.json")),
            List.of(),
            new TreeMap<>());

    private static final RunRecord BARE = new RunRecord(
            "f1", 1, new TreeMap<>(Map.of("diverged", 1.0)), List.of(), new Provenance("{}", "", "", "", "", 3), 0);

    private static final RunRecord LATER =
            new RunRecord("f2", Long.MAX_VALUE, new TreeMap<>(), List.of(Epoch.of(5, Map.of(), List.of())), BORN, 1e6);

    private static final RunRecord FULL = new RunRecord(
            "c1",
            Long.MIN_VALUE,
            new TreeMap<>(Map.of("test_accuracy", 0.97654322, "programmed_accuracy", 0.5)),
            List.of(
                    new Epoch(
                            0,
                            new TreeMap<>(Map.of("train_loss", 2.30258509, "test_accuracy", 0.1)),
                            List.of(new TreeMap<>(Map.of("x", 1e-7)), new TreeMap<>()),
                            List.of(
                                    new TreeMap<>(Map.of("pulses", 123456789000.0, "cells", 7840.0)),
                                    new TreeMap<>(Map.of("pulses", 1e15)))),
                    new Epoch(
                            1,
                            new TreeMap<>(Map.of("train_loss", 1e-300, "test_accuracy", 1.0, "zero", 0.0)),
                            List.of(
                                    new TreeMap<>(Map.of("x", -1234567.89)),
                                    new TreeMap<>(Map.of("gradient_angle_degrees", 180.0))),
                            List.of(new TreeMap<>(Map.of("pulses", 0.3)), new TreeMap<>()))),
            List.of(new CellMap("voltage_lost_share", 2, 3, List.of(0.0, 1e-9, 0.25, 1.0, 0.5, 0.333333333))),
            List.of(new TreeMap<>(Map.of("write_joules_each", 1.5e-12)), new TreeMap<>()),
            new Confusion(
                    List.of("cat \"x\"", "dog"),
                    List.of(new Count(0, 0, 5), new Count(1, 0, 3), new Count(1, 1, Integer.MAX_VALUE))),
            BORN,
            12.3456789);

    @TempDir
    Path folder = Path.of("");

    private static PlannedRun inFloat(
            String key, String arm, String rule, String floatBackpropagationKey, Map<String, String> tuned) {
        return new PlannedRun(
                key,
                arm,
                rule,
                "none",
                "float",
                false,
                new TreeMap<>(),
                1,
                "",
                floatBackpropagationKey,
                new TreeMap<>(tuned),
                false);
    }

    private static Path golden() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenRecordsTest.class.getResource("golden.jsonl"))
                .toURI());
    }

    @Test
    void everyLineIsReadAsWhatWasMeant() throws Exception {
        try (InputStream in = Files.newInputStream(golden())) {
            var contents = RecordFileContents.read(golden(), in);
            assertEquals(Optional.of(PLAN), contents.plan());
            assertEquals(List.of(BARE, LATER, FULL), contents.runs());
        }
        assertEquals(
                OLDER,
                RecordLine.plan(RecordLine.parse(Files.readAllLines(golden()).get(0))));
    }

    @Test
    void everyLineIsWrittenAsItWas() throws Exception {
        var file = folder.resolve("records.jsonl");
        try (var writer = RecordWriter.open(file, 3)) {
            writer.plan(OLDER);
            writer.append(BARE);
            writer.append(LATER);
            writer.plan(PLAN);
            writer.append(FULL);
        }
        assertArrayEquals(Files.readAllBytes(golden()), Files.readAllBytes(file));
    }

    private static RunRecord changed(String old, String replacement) throws Exception {
        var line = Fixture.withoutSum(RecordLine.of(FULL));
        return RecordLine.run(RecordLine.parse(line.replace(old, replacement)));
    }

    @Test
    void fieldsOfNewerProgramsAreNotLookedAt() throws Exception {
        assertEquals(FULL, changed("\"seconds\":", "\"colour\":{\"red\":null},\"seconds\":"));
        assertEquals(FULL, changed("\"epoch\":0,", "\"epoch\":0,\"colour\":7,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"key\":\"c1\"; \"key\":7; key",
                "\"key\":\"c1\",; ``; key",
                "\"test_accuracy\":1,; \"test_accuracy\":\"1\",; test_accuracy",
                "\"train_loss\":1e-300; \"train_loss\":null; train_loss",
                "\"epoch\":1,; \"epoch\":1.0,; epoch",
                "\"epoch\":1,; \"epoch\":null,; epoch",
                "\"layers\":[{\"x\":1e-7},{}]; \"layers\":[{\"x\":1e-7},null]; layers",
                "[0,1e-9,; [0,true,; means",
                "\"rows\":2; \"rows\":-2; rows",
                "[\"cat; [7,\"cat; classes",
                "\"commit\":; \"omit\":; commit",
                "\"epochs\":; \"epics\":; epochs",
                "\"seconds\":12.3456789; \"seconds\":false; seconds"
            })
    void aFieldThatIsMissingOrOfAnotherKindIsNamed(String old, String replacement, String name) {
        var refusal = assertThrows(RecordLine.Damaged.class, () -> changed(old, replacement));
        assertEquals("\"" + name + "\" is missing or cannot be what it says", refusal.getMessage());
    }

    @Test
    void whatTheRecordsThemselvesRefuseIsSaidInTheirWords() {
        assertEquals(
                "a map of 2 x 4 needs 8 finite means",
                assertThrows(RecordLine.Damaged.class, () -> changed("\"cols\":3", "\"cols\":4"))
                        .getMessage());
    }

    @Test
    void aTextInAMapIsNamedByTheMap() throws IOException {
        var line = Fixture.withoutSum(RecordLine.of(PLAN)).replace("\"/chip\":\"(", "\"/chip\":0,\"/cell\":\"(");
        var refusal = assertThrows(RecordLine.Damaged.class, () -> RecordLine.plan(RecordLine.parse(line)));
        assertEquals("\"files\" is missing or cannot be what it says", refusal.getMessage());
    }
}
