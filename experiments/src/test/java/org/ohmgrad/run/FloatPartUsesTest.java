package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.command.Program;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.RunSettings;

/** Checkpoints of float parts go when the last run that needs them is recorded, whenever the program was killed. */
class FloatPartUsesTest {
    private static final String EXPERIMENT = """
            {"name": "parts",
             "dataset": {"type": "xor"},
             "network": {"hidden": [4], "activation": "sigmoid", "loss": "cross-entropy"},
             "training": {"epochs": 4, "batch": 4, "learningRate": 0.2},
             "chip": "chips/ideal.json",
             "arms": [
               {"rule": {"type": "last-layer"}, "update": {"type": "nearest-level"}},
               {"rule": {"type": "last-layer"}, "update": {"type": "stochastic-rounding"}}],
             "seeds": 1}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("parts.json"), EXPERIMENT);
    }

    private List<RunSettings> runs() throws IOException {
        return List.copyOf(ExperimentPlan.read(experiment(), 0).runs());
    }

    private static Path put(Checkpoint checkpoint) throws IOException {
        Path file = checkpoint.file().orElseThrow();
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, "left by a kill");
    }

    private Program.Outcome run(Path out) throws IOException {
        Program.Outcome outcome = Program.execute("run", experiment(), "--out", out, "--threads", 1);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome;
    }

    @Test
    void whatAKillLeavesAfterTheLastRecordIsDeletedByTheNextRun() throws IOException {
        Path out = folder.resolve("out");
        run(out);
        Checkpoints checkpoints = Checkpoints.in(out, Shard.all());
        for (RunSettings run : runs()) {
            put(checkpoints.ofFloatPart(run));
            put(checkpoints.of(run));
        }
        assertTrue(run(out).err().contains("All runs were there already."));
        assertFalse(Files.exists(out.resolve("checkpoints")));
    }

    @Test
    void aPartStaysUntilTheLastRunThatNeedsItIsRecorded() throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder, Shard.all());
        List<RunSettings> sharing =
                runs().stream().filter(run -> run.chip().name().equals("ideal")).toList();
        FloatPartUses uses = new FloatPartUses(sharing, checkpoints);
        Path part = put(checkpoints.ofFloatPart(sharing.get(0)));
        assertEquals(part, checkpoints.ofFloatPart(sharing.get(1)).file().orElseThrow());
        uses.deleteUnused(sharing.get(0));
        uses.end(sharing.get(0));
        assertTrue(Files.exists(part), "the other run needs it");
        uses.end(sharing.get(1));
        assertFalse(Files.exists(part));
    }
}
