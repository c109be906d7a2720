package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a command line are taken as they stand, or refused. */
class ArgumentsTest {
    @TempDir
    private Path folder = Path.of("");

    private static void assertRefused(String words, Object... arguments) {
        Program.Outcome outcome = Program.execute(arguments);
        assertEquals(Main.BAD_INPUT, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(words), outcome.err());
    }

    @Test
    void anEmptyValueIsNoDefault() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        assertRefused("ohmgrad: --out must have a value but has none", "run", experiment, "--out=");
        assertRefused("argument 4, after --out, must not be empty", "run", experiment, "--out", "");
        assertRefused("argument 2, after report, must not be empty", "report", "");
        assertRefused("--voltages must have a value", "solve", "--conductances=G.csv", "--voltages=");
    }

    @Test
    void anAtSignIsPartOfAName() throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "rules");
        assertRefused("@" + file, "list", "@" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1/3", "1/+3", "-1/3", "0/3", "4/3", "1/10001", "1", "1/2/3", "1/", " 1/3", "\u0661/3"})
    void aShardIsTwoWholeNumbers(String shard) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        assertRefused("--shard must be I/N with I from 1 to N", "run", experiment, "--shard", shard);
    }

    @Test
    void aShardWithoutRunsSaysSo() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.Outcome outcome = Program.execute(
                "run", experiment, "--out", folder.resolve("out"), "--seeds", 1, "--shard", "10000/10000");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("This shard has no runs"), outcome.err());
        assertFalse(outcome.err().contains("already"), outcome.err());
    }

    @Test
    void outputThatIsLostIsAFailureUnlessItsReaderHasHadEnough() throws IOException, InterruptedException {
        assertEquals("2 ohmgrad: cannot write to standard output", list("exec \"$@\" >&-"));
        assertEquals("0 ", list("{ \"$@\"; echo $? >code; } | true; exit $(cat code)"));
    }

    /** Exit code and first words on standard error of a small command that a shell starts. */
    private String list(String script) throws IOException, InterruptedException {
        List<String> words = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
        words.addAll(Program.command(List.of("-XX:TieredStopAtLevel=1"), "list", "rules"));
        File err = folder.resolve("err").toFile();
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(err)
                .start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return code + " "
                + Files.readString(err.toPath(), StandardCharsets.UTF_8).replaceFirst("(?s): [^:]*\n", "");
    }
}
