package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the small commands print. */
class CommandsTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<String> lines(Object... arguments) {
        Program.Outcome outcome = Program.execute(arguments);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("", outcome.err());
        return outcome.out().lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "devices; {\"type\": \"parametric\"}",
                "chips; chips/sidra-y10.json",
                "rules; {\"type\": \"feedback-alignment\"}",
                "updates; {\"type\": \"stochastic-rounding\"}",
                "updates; {\"type\": \"mixed-precision\"}",
                "datasets; {\"type\": \"digits\"}",
                "experiments; experiments/quickstart.json"
            })
    void listNamesWhatAFileCanSay(String what, String line) {
        assertTrue(lines("list", what).contains(line));
    }

    @Test
    void describePrintsEveryValueWithUnitAndSource() throws IOException {
        Program.writeExperiment(folder);
        List<String> lines = lines("describe", folder.resolve("chip.json"));
        assertEquals("small-chip", lines.get(0));
        assertRow(lines, "setting", "value", "unit", "source");
        assertRow(lines, "/cell/bits", "8", "", "assumed");
        assertRow(lines, "/cell/device/gMax", "0.0001", "siemens", "");
        assertRow(lines, "/cell/device/readNoise/parts/1/temperature", "300", "kelvin", "");
        assertRow(lines, "/transposed/adc/type", "ideal", "", "");
        assertRow(lines, "/readVoltage", "0.5", "volt", "");
        assertRow(lines, "/timing/readSeconds", "1e-8", "seconds", "");
    }

    @Test
    void describeOfAnExperimentShowsItsChip() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        assertEquals(lines("describe", folder.resolve("chip.json")), lines("describe", experiment));
    }

    @Test
    void namesThatListPrintsWorkAsArguments() {
        assertEquals(List.of("2 files are in order."), lines("validate", "chips/ideal.json", "experiments/xor.json"));
        assertEquals("ideal", lines("describe", "chips/ideal.json").get(0));
    }

    @Test
    void validateNamesAClassThatIsTestedAndNotTrained() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        String text = Files.readString(experiment);
        Files.writeString(experiment, text.replace("\"test\": 0.25", "\"testFile\": \"test.csv\""));
        List<String> table = Files.readAllLines(folder.resolve("table.csv"));
        String row = table.get(1);
        String unseen = row.substring(0, row.lastIndexOf(',')) + ",unseen";
        Files.write(folder.resolve("test.csv"), List.of(table.get(0), row, unseen));
        Program.Outcome outcome = Program.execute("validate", experiment);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                "ohmgrad: " + experiment
                        + ": /dataset: Class unseen occurs in the test part and not in the training part, so no"
                        + " network can learn it.",
                outcome.err().strip());
    }

    private static void assertRow(List<String> lines, String... words) {
        String wanted = String.join(" ", words).replaceAll(" +", " ").strip();
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.replaceAll(" +", " ").equals(wanted))
                        .count(),
                wanted);
    }

    @Test
    void describePrintsWhatFollowsFromTheSettings() throws IOException {
        Program.writeExperiment(folder);
        List<String> lines = lines("describe", folder.resolve("chip.json"));
        assertEquals(
                List.of(
                        "Cells per weight: 2.",
                        "Levels per cell: 256.",
                        "Distinct weights: 511.",
                        "Step between two levels: 3.882e-7 siemens, or 0.007843 in weight.",
                        "Weights lie in [-2, 2].",
                        "Current of one fully-on input through one fully-on cell, above gMin: 0.0000495 ampere."),
                lines.subList(lines.indexOf("Cells per weight: 2."), lines.indexOf("Cells per weight: 2.") + 6));
    }

    @Test
    void describeTellsCapacityAndNamesWhereTheMakersFiguresDisagree() {
        List<String> lines = lines("describe", "sidra-y1");
        assertRow(lines, "cells of a tile", "131,072", "65,536");
        assertRow(lines, "tiles of the chip", "3,200", "of 2 arrays", "6,400");
        assertRow(lines, "operations a second, all tiles", "2.796e16", "3e13");
        assertRow(lines, "energy of a read: ADCs", "5e-11", "joule");
        assertRow(lines, "power, all tiles reading", "5315", "watt", "3");
        assertTrue(lines.stream().anyMatch(line -> line.contains("would be 5.592e16 operations a second")), "TOPS");
        assertTrue(lines.stream().anyMatch(line -> line.contains("64 watt for 6,400 tiles, not 3.")), "watts");
    }

    @Test
    void describeTellsWhetherAndHowANetworkFits() throws IOException {
        List<String> lines = lines("describe", "sidra-y1", "--network", "784-256-10");
        assertRow(lines, "layer 1, 784 x 256", "200,704", "4 x 1 = 4", "401,408", "76.6 %");
        assertRow(lines, "all", "203,264", "5", "406,528", "62.0 %");
        assertEquals("The network fits: it takes 5 of 3,200 tiles.", lines.get(lines.size() - 1));
        List<String> wide = lines("describe", "sidra-y1", "--network", "32768-32768");
        assertEquals(
                "The network does not fit: it takes 16,384 tiles, and the chip has 3,200.", wide.get(wide.size() - 1));
        Path experiment = Program.writeExperiment(folder);
        List<String> own = lines("describe", experiment, "--network", experiment);
        assertTrue(own.get(own.size() - 1).startsWith("How many tiles the chip has is unknown"), own.toString());
    }

    @ParameterizedTest
    @CsvSource({"784", "784-0-10", "784-99999", "nothing.json", "10-x"})
    void aNetworkThatIsNoneIsRefused(String network) {
        Program.Outcome outcome = Program.execute("describe", "sidra-y1", "--network", network);
        assertEquals(Main.BAD_INPUT, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(network), outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"sidra-y3", "sidra-y100", "sidra-y1000"})
    void aGenerationOfWhichTooLittleIsKnownIsDescribedButNotRun(String name) throws IOException {
        List<String> lines = lines("describe", name);
        assertEquals(name, lines.get(0));
        assertRow(
                lines,
                "/cell/device",
                "unknown",
                name.equals("sidra-y1000")
                        ? "FeFET and MTJ devices are named, without constants: SIDRA's table of generations"
                        : "");
        assertTrue(lines.get(lines.size() - 1).startsWith("This chip cannot be simulated: unknown are /cell"));
        Path experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"chip.json\"", "\"generations/" + name + ".json\"");
        Program.Outcome outcome = Program.execute("run", experiment, "--out", folder.resolve("out"));
        assertEquals(Main.BAD_INPUT, outcome.code());
        assertTrue(
                outcome.err().contains("/readVoltage: is said to be unknown, and what is unknown cannot be simulated"),
                outcome.err());
    }

    @Test
    void describeOfWhatIsNotThereSaysSo() {
        Program.Outcome outcome = Program.execute("describe", folder.resolve("nowhere.json"));
        assertEquals(Main.BAD_INPUT, outcome.code());
        assertTrue(outcome.err().contains("no such file"), outcome.err());
    }

    @Test
    void describeTellsWhatWritesByPulsesLeaveAndTake() throws IOException {
        List<String> lines = lines("describe", "chips/sidra-y10-write-verify.json");
        int first = (int) lines.stream()
                .takeWhile(line -> !line.startsWith("A first write"))
                .count();
        List<String> facts = lines.subList(first, first + 2);
        assertTrue(
                facts.get(0)
                        .matches(
                                "A first write to a random level leaves an error of (0\\.9|1)[\\d.]* % of gMax - gMin.*"),
                facts.get(0));
        assertTrue(
                facts.get(1)
                        .matches(
                                "It takes 1[89][\\d.]* pulses and [78][\\d.]* reads of the cell; 0 % of these writes failed\\."),
                facts.get(1));
    }

    @Test
    void describeOfAReferenceColumnCountsItsWeights() throws IOException {
        Program.writeExperiment(folder);
        Path chip = folder.resolve("chip.json");
        Program.edit(chip, "\"differential-pair\"", "\"reference-column\"");
        List<String> lines = lines("describe", chip);
        assertTrue(
                lines.containsAll(List.of(
                        "Cells per weight: 1.",
                        "Distinct weights: 256.",
                        "Step between two levels: 3.882e-7 siemens, or 0.01569 in weight.",
                        "Weights lie in [-2, 2].")),
                lines.toString());
    }

    @Test
    void describeOfContinuousCellsHasNoSteps() throws IOException {
        Program.writeExperiment(folder);
        Path chip = folder.resolve("chip.json");
        Program.edit(chip, "\"bits\": 8,\n    \"device\"", "\"bits\": \"continuous\",\n    \"device\"");
        List<String> lines = lines("describe", chip);
        assertTrue(lines.contains("Levels per cell: continuous."));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("Step") || line.startsWith("Distinct")));
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("run", "report", "validate", "describe", "list", "solve", "verify")) {
            assertTrue(lines(command, "--help").get(0).startsWith("Usage: ohmgrad " + command), command);
        }
    }
}
