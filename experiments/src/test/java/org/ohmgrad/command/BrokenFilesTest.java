package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One mistake at a time in the files of a small experiment. A row of {@code broken-files.txt} names the file and the
 * edit ({@code ALL} replaces the whole file); the indented lines below it are the whole message.
 */
class BrokenFilesTest {
    @TempDir
    private Path folder = Path.of("");

    record Row(String file, String old, String replacement, List<String> problems) {
        static Row of(String edit) {
            String[] fileAndEdit = edit.split(": ", 2);
            String[] oldAndNew = fileAndEdit[1].split(" => ?", 2);
            return new Row(fileAndEdit[0], plain(oldAndNew[0]), plain(oldAndNew[1]), new ArrayList<>());
        }

        private static String plain(String escaped) {
            return escaped.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF").replace("\\\\", "\\");
        }

        void breakFile(Path folder) throws IOException {
            if (old.equals("ALL")) {
                Files.writeString(folder.resolve(file), replacement);
            } else {
                Program.edit(folder.resolve(file), old, replacement);
            }
        }

        List<String> message(String outcome) {
            List<String> lines = new ArrayList<>(problems);
            lines.add((problems.size() == 1 ? "1 problem" : problems.size() + " problems") + outcome);
            return lines;
        }
    }

    static Stream<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Program.resource("broken-files.txt").lines().toList()) {
            if (line.startsWith("  ")) {
                rows.get(rows.size() - 1).problems().add(line.substring(2));
            } else if (!line.isEmpty()) {
                rows.add(Row.of(line));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aBrokenFileIsNamedWithLineAndRuleBeforeAnythingRuns(Row row) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        row.breakFile(folder);
        Path out = folder.resolve("out");
        assertRefused(row, "; nothing was run.", Program.execute("run", experiment, "--out", out));
        assertFalse(Files.exists(out), "nothing may be written");
        assertRefused(row, ".", Program.execute("validate", experiment));
        if (row.file().equals("device.json")) {
            assertRefused(row, ".", Program.execute("validate", folder.resolve("device.json")));
        }
    }

    private void assertRefused(Row row, String end, Program.Outcome outcome) {
        List<String> lines = plain(outcome.err()).lines().toList();
        List<String> expected = row.message(end);
        assertEquals(expected.size(), lines.size(), outcome.err());
        for (int k = 0; k < lines.size(); k++) {
            assertLine(expected.get(k), lines.get(k));
        }
        assertEquals(2, outcome.code());
        assertEquals("", outcome.out());
    }

    /** An ellipsis stands for suggestions that depend on the folders around. */
    private static void assertLine(String expected, String line) {
        boolean open = expected.endsWith("…");
        String start = open ? expected.substring(0, expected.length() - 1) : expected;
        assertEquals(start, open ? line.substring(0, Math.min(line.length(), start.length())) : line);
    }

    private String plain(String message) {
        return message.replace(folder + "/", "").replace(folder.toString(), "FOLDER");
    }

    @Test
    void allMistakesOfAllFilesAreNamedAtOnce() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"seeds\": 2", "\"seeds\": 0");
        Program.edit(folder.resolve("chip.json"), "\"rows\": 256", "\"rows\": 0");
        Program.edit(folder.resolve("device.json"), "\"t0\": 1", "\"t0\": -1");
        String message = plain(Program.execute("validate", experiment, folder.resolve("chip.json"))
                .err());
        assertEquals(
                List.of(
                        "chip.json:10:20: /tile/rows: must lie in [1, 4096] but is 0",
                        "device.json:10:73: /drift/t0: must be positive but is -1",
                        "experiment.json:20:12: /seeds: must lie in [1, 1000] but is 0",
                        "3 problems."),
                message.lines().toList());
    }

    @Test
    void filesInOrderPass() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.Outcome outcome =
                Program.execute("validate", experiment, folder.resolve("chip.json"), folder.resolve("device.json"));
        assertEquals(new Program.Outcome(0, "3 files are in order.\n", ""), outcome);
    }

    @Test
    void aMissingFileIsNamedWithTheNearestOne() throws IOException {
        Program.writeExperiment(folder);
        Program.Outcome outcome = Program.execute("run", folder.resolve("experimnt.json"));
        assertTrue(plain(outcome.err())
                .startsWith("experimnt.json:1:1: no such file; nearest in its folder: experiment.json"));
        assertEquals(2, outcome.code());
    }

    @Test
    void aFolderIsNoFile() {
        Program.Outcome outcome = Program.execute("validate", folder);
        assertEquals("FOLDER:1:1: is a folder, not a file\n1 problem.\n", plain(outcome.err()));
        assertEquals(2, outcome.code());
    }

    /** Edits of the table, and what is said of it after its path. */
    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("width,height,kind\n", " has a header line but no rows"),
                Arguments.of("", " is empty"),
                Arguments.of("width,height,sort\n1,2,a\n", ":1: "),
                Arguments.of("width,height,kind\n1,2,a\n1,b\n", ":3: "),
                Arguments.of(
                        "width,height,kind\n1,2,a\n1,x,b\n1,2,a\n1,2,b\n", ":3: column \"height\" must hold a number"),
                Arguments.of(
                        "width,height,kind\n1,2,a\n1,NaN,b\n1,2,a\n1,2,b\n",
                        ":3: column \"height\" must hold a number"),
                Arguments.of("width,height,kind\n1,2,a\n1,3,\n", ":3: column \"kind\" must name a class"),
                Arguments.of("width,height,kind\n1,2,a\n1,3,a\n", " has only the class \"a\""),
                Arguments.of("width,width,kind\n1,2,a\n1,3,b\n", ":1: two columns are named \"width\""),
                Arguments.of("width,height,kind\n1,2,\"a\n1,3,b\n", ":2: a quotation mark opens here"),
                Arguments.of("1,2,3\n1,2,4\n", ":1: a header line"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aDamagedTableIsNamedWithWhatIsWrong(String table, String rule) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Files.writeString(folder.resolve("table.csv"), table);
        assertDataRefused("table.csv" + rule, experiment);
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Files.delete(folder.resolve("table.csv"));
        assertDataRefused("table.csv does not exist", experiment);
    }

    /** A file of the four to damage, its new bytes as hexadecimal digits, and what is said of it. */
    static Stream<Arguments> idxFiles() {
        return Stream.of(
                Arguments.of("train-labels-idx1-ubyte", "0000", "train-labels-idx1-ubyte is cut off"),
                Arguments.of(
                        "train-labels-idx1-ubyte", "00000801000000013e", "train-labels-idx1-ubyte has the label 62"),
                Arguments.of(
                        "train-labels-idx1-ubyte", "000008010000000101", "train-labels-idx1-ubyte has 1 label but"),
                Arguments.of("train-images-idx3-ubyte", "00000803", "train-images-idx3-ubyte is cut off"),
                Arguments.of(
                        "t10k-images-idx3-ubyte",
                        "0000080d000000020000000100000001",
                        "t10k-images-idx3-ubyte is no IDX file of images"),
                Arguments.of("t10k-images-idx3-ubyte.gz", "1f8b0800", "t10k-images-idx3-ubyte.gz is cut off"),
                Arguments.of("t10k-labels-idx1-ubyte", "", "t10k-labels-idx1-ubyte is cut off"));
    }

    @ParameterizedTest
    @MethodSource("idxFiles")
    void aDamagedImageFileIsNamedWithWhatIsWrong(String file, String bytes, String rule) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(
                experiment,
                "{\"type\": \"csv\", \"file\": \"table.csv\", \"label\": \"kind\",",
                "{\"type\": \"idx\", \"directory\": \".\",");
        Program.edit(experiment, ", \"test\": 0.25", "");
        for (String part : List.of("train", "t10k")) {
            write(part + "-images-idx3-ubyte", "0000080300000002000000010000000105ff");
            write(part + "-labels-idx1-ubyte", "00000801000000020001");
        }
        if (file.endsWith(".gz")) {
            Files.delete(folder.resolve(file.replace(".gz", "")));
        }
        write(file, bytes);
        assertDataRefused(rule, experiment);
    }

    private void write(String file, String hexadecimal) throws IOException {
        Files.write(folder.resolve(file), HexFormat.of().parseHex(hexadecimal));
    }

    @Test
    void validateNamesDataThatCannotBeReadBesideOtherMistakes() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Files.delete(folder.resolve("table.csv"));
        Program.edit(folder.resolve("chip.json"), "\"rows\": 256", "\"rows\": 0");
        Path other = folder.resolve("other.json");
        Files.writeString(other, Files.readString(experiment).replace("\"chip.json\"", "\"chips/ideal.json\""));
        Program.Outcome outcome = Program.execute("validate", folder.resolve("chip.json"), other);
        List<String> lines = plain(outcome.err()).lines().toList();
        assertEquals("chip.json:10:20: /tile/rows: must lie in [1, 4096] but is 0", lines.get(0));
        assertTrue(lines.get(1).startsWith("other.json:4:14: /dataset: table.csv does not exist"), lines.get(1));
        assertEquals("2 problems.", lines.get(2));
        assertEquals(2, outcome.code());
    }

    private void assertDataRefused(String rule, Path experiment) {
        Path out = folder.resolve("out");
        Program.Outcome outcome = Program.execute("run", experiment, "--out", out);
        String message = plain(outcome.err());
        assertTrue(message.startsWith("experiment.json:4:14: /dataset: " + rule), message);
        assertEquals(2, message.lines().count(), message);
        assertEquals(2, outcome.code());
        assertEquals("", outcome.out());
        assertFalse(Files.exists(out), "nothing may be written");
    }

    /** Wrong uses of the command line and words of the message. */
    static Stream<Arguments> uses() {
        return Stream.of(
                Arguments.of("run", "Missing required parameter"),
                Arguments.of("rum x.json", "run"),
                Arguments.of("run EXPERIMENT --threads 0", "--threads must be at least 1 but is 0"),
                Arguments.of("run EXPERIMENT --threads two", "--threads"),
                Arguments.of("run EXPERIMENT --seeds -1", "--seeds must be at least 1 but is -1"),
                Arguments.of("run EXPERIMENT --seeds 0", "--seeds must be at least 1 but is 0"),
                Arguments.of(
                        "run EXPERIMENT --shard 0/2",
                        "--shard must be I/N with I from 1 to N, and N up to 10000, but is \"0/2\""),
                Arguments.of(
                        "run EXPERIMENT --shard 3/2",
                        "--shard must be I/N with I from 1 to N, and N up to 10000, but is \"3/2\""),
                Arguments.of(
                        "run EXPERIMENT --shard 1",
                        "--shard must be I/N with I from 1 to N, and N up to 10000, but is \"1\""),
                Arguments.of(
                        "run EXPERIMENT --shard a/b",
                        "--shard must be I/N with I from 1 to N, and N up to 10000, but is \"a/b\""),
                Arguments.of("run EXPERIMENT --treads 2", "Unknown options: '--treads'"),
                Arguments.of("list chip", "not \"chip\""),
                Arguments.of("report EXPERIMENT", "no records in"),
                Arguments.of("run EXPERIMENT --out EXPERIMENT/x", "experiment.json/x: Not a directory"));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aWrongUseIsNamedWithoutAStackTrace(String command, String words) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Path out = folder.resolve("out");
        String[] arguments = (command.replace("EXPERIMENT", experiment.toString())
                        + (command.matches("run E((?!--out).)*") ? " --out " + out : ""))
                .split(" ", -1);
        Program.Outcome outcome = Program.execute((Object[]) arguments);
        assertTrue(outcome.err().contains(words), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        assertEquals(2, outcome.code(), outcome.err());
        assertFalse(Files.exists(out), "nothing may be written");
    }
}
