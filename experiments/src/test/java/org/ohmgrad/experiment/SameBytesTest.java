package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.command.Program;

/** results.csv, curves.csv and costs.csv of one experiment are the same bytes however it was run. */
class SameBytesTest {
    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path out = Path.of("");

    private static Path experiment = Path.of("");
    private static Path once = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException {
        experiment = Program.writeExperiment(shared);
        once = shared.resolve("once");
        run(once, "--threads", 1);
    }

    private static void run(Path folder, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("run", experiment, "--out", folder));
        arguments.addAll(List.of(options));
        succeed(arguments.toArray());
    }

    private static String succeed(Object... arguments) {
        Program.Outcome outcome = Program.execute(arguments);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.out() + outcome.err();
    }

    private static List<String> recordsOnce() throws IOException {
        return Files.readAllLines(once.resolve("records.jsonl"));
    }

    private void assertSameBytes() throws IOException {
        for (String file : List.of("results.csv", "curves.csv", "costs.csv")) {
            assertEquals(Files.readString(once.resolve(file)), Files.readString(out.resolve(file)), file);
        }
    }

    @Test
    void everyRunOfTheExperimentIsListed() throws IOException {
        List<String> results = Files.readAllLines(once.resolve("results.csv"));
        assertTrue(
                results.get(0).startsWith("arm,rule,update,chip,seed,/chip/cell/bits,/training/batch,"),
                results.get(0));
        long onChip =
                results.stream().filter(line -> line.contains(",small-chip,")).count();
        assertEquals(2 * 3 * 2, onChip, "points, arms and seeds");
    }

    @Test
    void twoThreadsMakeWhatOneMakes() throws IOException {
        run(out, "--threads", 2);
        assertSameBytes();
    }

    @Test
    void threeShardsMakeWhatOneRunMakes() throws IOException {
        for (int share : List.of(3, 1, 2)) {
            run(out, "--shard", share + "/3", "--threads", 1);
        }
        succeed("report", out);
        assertSameBytes();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anInterruptedRunGoesOnToTheSameEnd(long seed) throws IOException {
        List<String> records = recordsOnce();
        int kept = 1 + new Random(seed).nextInt(records.size() - 1);
        String torn = records.get(kept).substring(0, records.get(kept).length() / 2);
        Files.writeString(out.resolve("records.jsonl"), String.join("\n", records.subList(0, kept)) + "\n" + torn);
        run(out, "--threads", 1);
        assertSameBytes();
        assertEquals(
                records.size(), Files.readAllLines(out.resolve("records.jsonl")).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfRecordsDoesNotMatter(long seed) throws IOException {
        List<String> records = recordsOnce();
        Collections.shuffle(records, new Random(seed));
        Files.writeString(out.resolve("records.jsonl"), String.join("\n", records) + "\n");
        succeed("report", out);
        assertSameBytes();
    }

    @Test
    void aFinishedExperimentIsNotRunAgain() throws IOException {
        Files.copy(once.resolve("records.jsonl"), out.resolve("records.jsonl"));
        assertTrue(succeed("run", experiment, "--out", out).contains("All runs were there already."));
        assertSameBytes();
    }

    @Test
    void fewerSeedsFirstAndAllLaterMakeTheSame() throws IOException {
        run(out, "--seeds", 1);
        run(out);
        assertSameBytes();
    }
}
