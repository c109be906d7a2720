package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from files, their names and options cannot command the terminal that it is printed on. */
class TerminalTextTest {
    private static final String ESCAPES = "\u001b[2J\u001b]0;mine\u0007\r\u009b31m\u202egnp";
    private static final String NAMED = "\\u001b[2J\\u001b]0;mine\\u0007\\u000d\\u009b31m\\u202egnp";
    private static final String IN_JSON = "\\u001b[2J\\u001b]0;mine\\u0007\\r\\u009b31m\\u202egnp";

    @TempDir
    private Path folder = Path.of("");

    private static String printedBy(Object... arguments) {
        Program.Outcome outcome = Program.execute(arguments);
        String printed = outcome.out() + outcome.err();
        assertEquals(
                List.of(),
                printed.codePoints()
                        .filter(c -> (Character.isISOControl(c) && c != '\n' && c != '\t') || c == 0x202e)
                        .mapToObj(Integer::toHexString)
                        .toList(),
                printed);
        assertTrue(printed.contains(NAMED), printed);
        return printed;
    }

    @Test
    void namesOfFilesAreNamedNotObeyed() {
        printedBy("validate", folder.resolve(ESCAPES + ".json"));
        printedBy("run", folder.resolve(ESCAPES + ".json"));
        printedBy("report", folder.resolve(ESCAPES));
        printedBy("describe", folder.resolve(ESCAPES));
        printedBy(
                "solve",
                "--conductances",
                folder.resolve(ESCAPES),
                "--voltages",
                "v.csv",
                "--word-line-ohms",
                1,
                "--bit-line-ohms",
                1);
    }

    @Test
    void optionsAreNamedNotObeyed() {
        printedBy("run", "x.json", "--" + ESCAPES);
        printedBy("run", "x.json", "--shard", ESCAPES);
        printedBy("run", "x.json", "--threads", ESCAPES);
        printedBy(ESCAPES);
        printedBy("list", ESCAPES);
    }

    @Test
    void refusedValuesAndNamesAreNamedNotObeyed() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"network\"", "\"" + IN_JSON + "\": 1, \"network\"");
        printedBy("validate", experiment);
    }

    @Test
    void titlesAndLabelsAreNamedNotObeyed() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "A small experiment", IN_JSON);
        Program.edit(experiment, "[3, 8]", "[8]");
        Program.edit(experiment, "\"companions\": [\"chips/levels-only.json\"],", "");
        Program.edit(folder.resolve("chip.json"), "\"small-chip\"", "\"" + IN_JSON + "\"");
        printedBy("describe", folder.resolve("chip.json"));
        Path out = Files.createDirectory(folder.resolve("out"));
        printedBy("run", experiment, "--out", out, "--seeds", 1);
    }

    @Test
    void helpIsPrintedAsItIs() {
        String help = Program.execute("--help").out();
        assertTrue(help.contains("Usage: ohmgrad"), help);
        assertEquals(help, Program.execute().out());
    }
}
