package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.command.Program;

/** Long runs in a process of their own that is killed between and inside epochs. */
class KilledEpochTest {
    private static final long DEADLINE_SECONDS = 60;
    private static final int FLOAT_EPOCHS = 9;
    private static final String EXPERIMENT = """
            {"name": "long",
             "dataset": {"type": "digits"},
             "network": {"hidden": [16], "activation": "sigmoid", "loss": "cross-entropy"},
             "training": {"epochs": 12, "batch": 16, "learningRate": 0.2, "waitBeforeTest": 1000},
             "chip": "chips/sidra-y10.json",
             "arms": [
               {"rule": {"type": "last-layer", "floatShare": 0.75}, "update": {"type": "accumulate-and-program"}},
               {"rule": {"type": "kolen-pollack", "on": "chip"}, "update": {"type": "stochastic-rounding"}}],
             "seeds": 1}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("long.json"), EXPERIMENT);
    }

    private Program.Outcome finish(Path out) throws IOException {
        Program.Outcome outcome = Program.execute("run", experiment(), "--out", out, "--threads", 1);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome;
    }

    /** Starts the program with checkpoints after every epoch, and kills it when one of a kind is there. */
    private String kill(Path out, boolean inFloat) throws IOException, InterruptedException {
        String said = "";
        for (int tries = 0; tries == 0 || isOver(out, inFloat); tries++) {
            assertTrue(tries < 5, "what was to be killed was over before the kill each time: " + said);
            said = killOnce(out, inFloat);
        }
        return said;
    }

    private static boolean isOver(Path out, boolean inFloat) throws IOException {
        List<Path> files = checkpointFiles(out, inFloat);
        int[] done = {0};
        for (Path file : inFloat ? files : List.<Path>of()) {
            String name = file.getFileName().toString().replace(".checkpoint", "");
            // What follows the number of epochs is left unread, which is said and ignored.
            new Checkpoint(Optional.of(file), name, "").read(() -> archive -> done[0] = archive.keep(0));
        }
        if (done[0] == FLOAT_EPOCHS) {
            Files.delete(files.get(0));
        }
        return files.isEmpty() || done[0] == FLOAT_EPOCHS;
    }

    private String killOnce(Path out, boolean inFloat) throws IOException, InterruptedException {
        List<String> command = Program.command(
                List.of("-Dohmgrad.checkpointAfterSeconds=0"), "run", experiment(), "--out", out, "--threads", 1);
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        String before = checkpoints(out, inFloat);
        for (String now = before; now.isEmpty() || now.equals(before); now = checkpoints(out, inFloat)) {
            assertTrue(process.isAlive() && System.nanoTime() < end, Files.readString(err));
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor();
        return Files.readString(err);
    }

    /** Which checkpoints of a kind there are, and when they were written. */
    private static String checkpoints(Path out, boolean inFloat) throws IOException {
        StringBuilder times = new StringBuilder();
        for (Path file : checkpointFiles(out, inFloat)) {
            File known = file.toFile();
            times.append(known.getName()).append(known.lastModified());
        }
        return times.toString();
    }

    private static List<Path> checkpointFiles(Path out, boolean inFloat) throws IOException {
        Path folder = out.resolve("checkpoints");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isCheckpoint(file.getFileName().toString(), inFloat))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCheckpoint(String name, boolean inFloat) {
        return name.endsWith(".checkpoint") && name.startsWith("float-") == inFloat;
    }

    @Test
    void aRunKilledInsideEpochsGoesOnAndEndsLikeOneThatWasNot() throws IOException, InterruptedException {
        Path once = folder.resolve("once");
        Path out = folder.resolve("out");
        assertFalse(finish(once).err().contains("goes on"));

        kill(out, true);
        String second = kill(out, false);
        String third = kill(out, false);
        String last = finish(out).err();

        assertTrue(
                second.matches(
                        "(?s).*Run [0-9a-f]{12} \\(seed 1\\)'s training in float goes on after epoch [1-8] of 12\\..*"),
                second);
        for (String text : List.of(third, last)) {
            assertTrue(
                    text.matches("(?s).*Run [0-9a-f]{12} \\(seed 1\\) goes on after epoch 1?[0-9] of 12\\..*"), text);
            assertFalse(text.contains("in float"), "no float training is made again: " + text);
        }
        for (String file : List.of("results.csv", "curves.csv", "costs.csv")) {
            assertEquals(Files.readString(once.resolve(file)), Files.readString(out.resolve(file)), file);
        }
        assertFalse(Files.exists(out.resolve("checkpoints")), "checkpoints of finished runs are deleted");
    }
}
