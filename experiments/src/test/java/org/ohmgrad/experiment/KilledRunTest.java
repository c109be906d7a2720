package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.command.Program;

/** A run in a process of its own that is killed, interrupted, doubled or left without room. */
class KilledRunTest {
    private static final String SEEDS = "12";
    private static final int KILLS = 10;
    private static final long DEADLINE_SECONDS = 60;

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Path experiment = Path.of("");
    private static Path once = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException {
        experiment = Program.writeExperiment(shared);
        Program.edit(experiment, "\"companions\": [\"chips/levels-only.json\"],", "");
        Program.edit(experiment, "\"tune\": {\"/training/learningRate\": [0.5, 1]},", "");
        once = shared.resolve("once");
        assertEquals(0, finish(once).code());
    }

    private static Program.Outcome finish(Path out) {
        return Program.execute("run", experiment, "--out", out, "--seeds", SEEDS, "--threads", 1);
    }

    private static List<String> command(Path out) throws IOException {
        return Program.command(
                List.of("-XX:TieredStopAtLevel=1"), "run", experiment, "--out", out, "--seeds", SEEDS, "--threads", 1);
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static void awaitSize(Process process, Path file, long size) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (process.isAlive() && size(file) < size && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertTrue(size(file) >= size, "the run ended early: " + file);
    }

    private static void assertSameBytes(Path out) throws IOException {
        for (String file : List.of("results.csv", "curves.csv")) {
            assertEquals(Files.readString(once.resolve(file)), Files.readString(out.resolve(file)), file);
        }
    }

    @Test
    void aRunKilledTenTimesEndsLikeOneThatWasNot() throws IOException, InterruptedException {
        Random random = new Random(20260101);
        Path out = folder.resolve("out");
        Path records = out.resolve("records.jsonl");
        long most = Files.size(once.resolve("records.jsonl")) / (KILLS + 2);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(command(out));
            awaitSize(process, records, size(records) + random.nextLong(most));
            Thread.sleep(random.nextInt(20));
            process.destroyForcibly().waitFor();
        }
        assertFalse(Files.exists(out.resolve("results.csv")), "the run was killed before its end");
        assertEquals(0, finish(out).code());
        assertSameBytes(out);
        assertWhole(records);
    }

    private static void assertWhole(Path records) throws IOException {
        String text = Files.readString(records);
        assertTrue(text.endsWith("}\n") && text.lines().allMatch(line -> line.startsWith("{") && line.endsWith("}")));
    }

    @Test
    void anInterruptedRunSaysHowToGoOnAndIsNotDisturbedByASecondOne() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path records = out.resolve("records.jsonl");
        Process process = start(command(out));
        awaitSize(process, records, Files.size(once.resolve("records.jsonl")) / 4);
        Program.Outcome second = finish(out);
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS));

        assertEquals(2, second.code());
        assertTrue(second.err().contains("records.jsonl is in use by another run"), second.err());
        assertEquals(130, process.exitValue());
        String message = Files.readString(folder.resolve("err.txt"));
        assertTrue(message.endsWith(" runs are recorded; the same command goes on where this one stopped.\n"), message);
        assertFalse(message.contains("\tat ") || message.contains("closed"), message);
        assertWhole(records);
        assertEquals(0, finish(out).code());
        assertSameBytes(out);
    }

    @Test
    void aRunThatFindsTheDiskFullKeepsItsRecords() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path records = out.resolve("records.jsonl");
        long blocks = Files.size(once.resolve("records.jsonl")) / 2 / 512;
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"));
        limited.addAll(command(out));
        Process process = start(limited);
        assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS));

        String message = Files.readString(folder.resolve("err.txt"));
        assertEquals(2, process.exitValue(), message);
        String last = message.lines().reduce((earlier, later) -> later).orElse("");
        assertTrue(last.startsWith("ohmgrad: cannot write " + records.toRealPath() + ": "), message);
        assertTrue(last.matches(".*; its \\d+ runs are intact"), message);
        assertFalse(message.contains("\tat "), message);
        assertWhole(records);
        assertEquals(0, finish(out).code());
        assertSameBytes(out);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        List<Path> places = new ArrayList<>(List.of(file, file.resolve("below")));
        if (locked.toFile().setWritable(false) && !Files.isWritable(locked)) {
            places.add(locked.resolve("out"));
        }
        for (Path out : places) {
            Program.Outcome outcome = finish(out);
            assertEquals(2, outcome.code(), outcome.err());
            assertTrue(
                    outcome.err().startsWith("ohmgrad: cannot write " + out.resolve("records.jsonl")), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
        assertEquals("not a folder", Files.readString(file));
    }

    @Test
    void recordsOfAnotherVersionAreNamedAndLeftAlone() throws IOException {
        assertRefused("\"resultsVersion\": *1", "\"resultsVersion\": 99", "holds results of version 99");
    }

    @Test
    void recordsOfAnotherFormatAreNamedAndLeftAlone() throws IOException {
        assertRefused("\"format\": *1", "\"format\": 99", "99");
    }

    @Test
    void damagedRecordsAreNamedAndLeftAlone() throws IOException {
        assertRefused("\"epochs\":", "\"epochs\"", "records.jsonl:");
    }

    private void assertRefused(String old, String replacement, String words) throws IOException {
        String text = Files.readString(once.resolve("records.jsonl"))
                .replaceAll(",\"sum\":\"[0-9a-f]*\"}", "}")
                .replaceAll(old, replacement);
        Path records = Files.writeString(folder.resolve("records.jsonl"), text);
        Program.Outcome outcome = finish(folder);
        assertTrue(outcome.err().contains("records.jsonl") && outcome.err().contains(words), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        assertEquals(2, outcome.code());
        assertEquals(text, Files.readString(records));
    }
}
