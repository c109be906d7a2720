package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.command.Program;

/** Runs whose cells follow temperature or jump. */
class WarmAndJumpingRunsTest {
    private static final String LAW =
            "\"temperatureLaw\": {\"type\": \"arrhenius\", \"activationAtGMin\": 580, \"activationAtGMax\": 0}";
    private static final String JUMPS =
            "\"telegraphNoise\": {\"type\": \"two-state\", \"amplitude\": 0.05, \"correlationTime\": 1e-6}";

    @TempDir
    private Path folder = Path.of("");

    private Path experiment = Path.of("");

    @BeforeEach
    void write() throws IOException {
        experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"companions\": [\"chips/levels-only.json\"],", "");
        Program.edit(experiment, "\"/chip/cell/bits\": [3, 8],", "\"/chip/cell/bits\": [8],");
        Program.edit(experiment, "\"tune\": {\"/training/learningRate\": [0.5, 1]},", "");
    }

    private void device(String addition) throws IOException {
        Program.edit(folder.resolve("device.json"), "\"gMin\": 1e-6", "\"gMin\": 1e-6, " + addition);
    }

    private void temperature(String settings) throws IOException {
        Program.edit(
                folder.resolve("chip.json"), "\"transposed\": {}", "\"transposed\": {}, \"temperature\": " + settings);
    }

    /** The bytes of curves.csv. */
    private String curves(String out, int threads) throws IOException {
        Program.Outcome outcome =
                Program.execute("run", experiment, "--out", folder.resolve(out), "--threads", threads);
        assertEquals(0, outcome.code(), outcome.err());
        return Files.readString(folder.resolve(out).resolve("curves.csv"));
    }

    @Test
    void aLawOfTemperatureChangesNoByteOfARunAtTheTemperatureOfProgramming() throws IOException {
        String without = curves("without", 2);
        device(LAW);
        assertEquals(without, curves("with", 2));
        temperature("{\"operation\": 358}");
        assertNotEquals(without, curves("warm", 2));
    }

    @Test
    void aRiseBeforeTheTestChangesTheLastEpochAlone() throws IOException {
        device(LAW);
        List<String> level = curves("level", 2).lines().toList();
        temperature("{\"riseBeforeTest\": 58}");
        List<String> risen = curves("risen", 2).lines().toList();
        assertEquals(level.size(), risen.size());
        int changed = 0;
        for (int line = 0; line < level.size(); line++) {
            boolean isSame = level.get(line).equals(risen.get(line));
            changed += isSame ? 0 : 1;
            assertTrue(isSame || level.get(line).contains(",small-chip,"), level.get(line));
        }
        assertEquals(6, changed);
    }

    @Test
    void telegraphNoiseGivesTheSameBytesOnAnyThreadsAndOthersThanNone() throws IOException {
        String without = curves("without", 2);
        device(JUMPS);
        String alone = curves("alone", 1);
        assertNotEquals(without, alone);
        assertEquals(alone, curves("together", 2));
    }
}
