package org.ohmgrad.command;

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
import org.junit.jupiter.params.provider.ValueSource;

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
                "rules; {\"type\": \"custom\"}",
                "updates; {\"type\": \"stochastic-rounding\"}",
                "updates; {\"type\": \"mixed-precision\"}",
                "datasets; {\"type\": \"digits\"}",
                "experiments; experiments/quickstart.json"
            })
    void listNamesWhatAFileCanSay(String what, String line) {
        List<String> lines = lines("list", what);
        assertTrue(
                lines.stream().anyMatch(each -> each.equals(line) || each.startsWith(line + " ")),
                () -> String.join("\n", lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices", "rules", "updates", "datasets"})
    void listSaysInALineWhatEachPartIs(String what) {
        List<String> bare = lines("list", what).stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void theWordsOfAPartAreThoseOfItsJavadoc() {
        List<String> lines = lines("list", "rules").stream()
                .map(line -> line.replaceAll(" {2,}", " "))
                .toList();
        assertTrue(
                lines.contains(
                        "{\"type\": \"backpropagation\"} Exact backpropagation: the error goes through the transposed"
                                + " read of the weights themselves. [1 forward read, 1 transposed read]"),
                () -> String.join("\n", lines));
    }

    @Test
    void describeTellsTheStepOfAConverterAndWhatSaturatesIt() {
        List<String> lines = lines("describe", "sidra-y10");
        assertTrue(
                lines.containsAll(List.of(
                        "Forward ADC: a step is 0.000004677 ampere, or 0.09449 of a fully-on cell; the range is 0.000594 ampere.",
                        "Forward ADC: a full line of 256 fully-on cells with all inputs on would need 2133 % of the range; more"
                                + " than 12 of them saturate it.")),
                () -> String.join("\n", lines));
    }

    @Test
    void describeTellsOfADevice() {
        List<String> lines = lines("describe", "devices/sidra-hfo2.json");
        assertRow(lines, "setting", "value", "unit", "source");
        assertRow(lines, "/drift/t0", "1", "seconds", "assumed, not SIDRA: 1 s");
        assertTrue(
                lines.containsAll(List.of(
                        "Resistance: 10,000 to 1e6 ohm, on/off ratio 100.",
                        "Write finished at once: errs by 1 % of the range (standard deviation).",
                        "Read at 0.2 volt: noise of 2 % of the cell's current.",
                        "Drift: the mean cell keeps 99.52 % after an hour, 99.34 % after a day, 99 % after a year.")),
                () -> String.join("\n", lines));
        List<String> pulsed = lines("describe", "devices/mtj.json");
        assertTrue(pulsed.contains("Read: no noise."), () -> String.join("\n", pulsed));
        assertTrue(
                pulsed.contains("Pulses: one switches a cell up with a probability of 50 %, and down with 50 %."),
                () -> String.join("\n", pulsed));
    }

    @Test
    void aDeviceThatSwitchesOffHasNoLargestResistance() {
        List<String> lines = lines("describe", "devices/pcm-joshi.json");
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("Resistance: \\d+,\\d{3} ohm or more, as gMin is 0\\.")),
                () -> String.join("\n", lines));
    }

    @Test
    void aDeviceHoldsNoNetwork() {
        Program.Outcome outcome = Program.execute("describe", "devices/mtj.json", "--network", "4-3");
        assertEquals(Main.BAD_INPUT, outcome.code());
        assertTrue(outcome.err().contains("is a device"), outcome.err());
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
        assertEquals(
                withoutFiles(lines("describe", folder.resolve("chip.json"))),
                withoutFiles(lines("describe", experiment)));
    }

    private static List<String> withoutFiles(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("File taken")).toList();
    }

    @Test
    void describeSaysWhichFilesWereTaken() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        assertTrue(lines("describe", experiment)
                .containsAll(List.of(
                        "File taken for /chip: chip.json", "File taken for chip.json /cell/device: device.json")));
        assertTrue(lines("describe", "prezioso-2015")
                .contains("File taken for /cell/device: (packaged)/devices/metal-oxide-prezioso.json"));
    }

    @Test
    void namesThatListPrintsWorkAsArguments() {
        assertEquals(List.of("1 file is in order."), lines("validate", "mtj"));
        assertEquals(List.of("2 files are in order."), lines("validate", "xor", "published/prezioso-2015"));
        assertTrue(lines("describe", "ideal", "--network", "xor").get(0).equals("ideal"));
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
        assertRow(lines, "layer 1, 784 x 256", "200,704", "4 x 1 = 4", "401,408", "76.6 %", "1 to 4");
        assertRow(lines, "all", "203,264", "5", "406,528", "62.0 %", "1 to 5");
        assertEquals("The network fits: it takes 5 of 3,200 tiles.", lines.get(lines.size() - 1));
        List<String> wide = lines("describe", "sidra-y1", "--network", "32768-32768");
        assertEquals(
                "The network does not fit: it takes 16,384 tiles, and the chip has 3,200.", wide.get(wide.size() - 1));
        Path experiment = Program.writeExperiment(folder);
        List<String> own = lines("describe", experiment, "--network", experiment);
        assertTrue(own.get(own.size() - 1).startsWith("How many tiles the chip has is unknown"), own.toString());
    }

    @Test
    void describeTellsOfEveryNetworkOfASweepAndWhereItsTilesLie() throws IOException {
        Path experiment = folder.resolve("swept.json");
        Files.writeString(experiment, """
                {"name": "swept", "dataset": {"type": "iris", "validation": 0.2}, "chip": "sidra-y1", "seeds": 1,
                 "network": {"hidden": [2], "activation": "tanh", "loss": "cross-entropy"},
                 "training": {"epochs": 1, "batch": 50, "learningRate": 0.1},
                 "arms": [{"rule": {"type": "backpropagation"}, "update": {"type": "nearest-level"}}],
                 "sweep": {"/network/hidden": [[2], [300, 5]], "/chip/cell/bits": [3, 4]}}
                """);
        List<String> lines = lines("describe", "sidra-y1", "--network", experiment);
        int first = lines.indexOf("With /network/hidden [2]:");
        int second = lines.indexOf("With /network/hidden [300,5]:");
        assertTrue(first > 0 && second > first, lines.toString());
        assertRow(
                lines.subList(second, lines.size()),
                "layer 1, 4 x 300",
                "1,200",
                "1 x 2 = 2",
                "2,400",
                "0.9 %",
                "1 to 2");
        assertRow(
                lines.subList(second, lines.size()),
                "layer 2, 300 x 5",
                "1,500",
                "2 x 1 = 2",
                "3,000",
                "1.1 %",
                "3 to 4");
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> line.startsWith("The network fits"))
                        .count());
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
                        "Distinct weights: 255.",
                        "Step between two levels: 3.898e-7 siemens, or 0.01575 in weight.",
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
