package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code solve} tells, and what it finds by itself. */
class SolveAnswersTest {
    private static final double[][] CELLS = {{1e-3, 0, 2e-3}, {0, 3e-3, 0}, {2e-3, 1e-4, 0}, {1e-3, 0, 5e-3}};

    @TempDir
    private Path folder = Path.of("");

    private Path cells = Path.of("");
    private Path volts = Path.of("");

    @BeforeEach
    void writeTables() throws IOException {
        StringBuilder table = new StringBuilder();
        for (double[] row : CELLS) {
            table.append(Arrays.toString(row).replaceAll("[\\[\\] ]", "")).append('\n');
        }
        cells = Files.writeString(folder.resolve("G.csv"), table);
        volts = Files.writeString(folder.resolve("V.csv"), "0.5,0.25,0.125,0\n");
    }

    private Program.Outcome solve(String options) {
        List<Object> all = new ArrayList<>(List.of("solve", "--conductances", cells));
        if (!options.contains("--worst")) {
            all.addAll(List.of("--voltages", volts));
        }
        all.addAll(List.of((Object[]) options.split(" ", -1)));
        return Program.execute(all.toArray());
    }

    private Program.Outcome wired(String options) {
        return solve(("--word-line-ohms 20 --bit-line-ohms 30 " + options).strip());
    }

    private static double[] currents(Program.Outcome outcome) {
        assertEquals(0, outcome.code(), outcome.err());
        return Arrays.stream(outcome.out().lines().findFirst().orElseThrow().split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private void single(String siemens, String volt) throws IOException {
        Files.writeString(cells, siemens);
        Files.writeString(volts, volt);
    }

    @Test
    void lossesAndTheWorstCellAreTold() throws IOException {
        single("1e-3", "1\n2");
        Program.Outcome outcome = solve("--word-line-ohms 2 --bit-line-ohms 3");
        assertEquals(
                List.of(
                        "Largest loss of current: 9.95e-6 A at bit line 1, vector 2, 0.4975 % of its cells' 0.002 A.",
                        "Worst cell: word line 1, bit line 1, vector 2, lacks 0.00995 V of the 2 V on its line."),
                outcome.err().lines().limit(2).toList());
        assertTrue(outcome.err().contains("Solved 2 vectors of 1 x 1 cells in "), outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"uS, 40, 80", "mS, 0.04, 0.08", "nS, 40000, 80000", "ohm, 25000, 12500", "kohm, 25, 12.5"})
    void otherUnitsGiveTheBytesOfSiemens(String unit, String first, String second) throws IOException {
        single("4e-5\n8e-5", "0.5,1");
        String expected = wired("").out();
        Files.writeString(cells, first + "\n" + second);
        assertEquals(expected, wired("--unit " + unit).out());
        Files.writeString(volts, "500,1000");
        assertEquals(expected, wired("--unit " + unit + " --voltage-unit mV").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "40 -> '' -> row 1, column 1 is 40 S, more than a cell conducts: siemens, not microsiemens? --unit uS",
                "4e-5 -> --unit ohm -> row 1, column 1 is 0.00004 ohm or 25000 S, more than a cell conducts",
                "0 -> --unit ohm -> infinitely many S, more than a cell conducts",
                "4e-8 -> --unit uS -> no cell conducts more than 4e-14 S: are these siemens, not uS? --unit S takes siemens"
            })
    void conductancesThatCanHardlyBeMeantAreAskedAbout(String cell, String option, String message) throws IOException {
        single(cell, "1");
        Program.Outcome outcome = wired(option);
        assertEquals(2, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains(message), outcome.err());
    }

    @Test
    void whatIsSaidToBeMeantIsTaken() throws IOException {
        single("40", "200");
        Program.Outcome asked = wired("--unit S");
        assertEquals(2, asked.code());
        assertTrue(asked.err().contains("200 V, more than a read applies: volt, not millivolt?"), asked.err());
        assertEquals(200 / (50 + 1 / 40.0), currents(wired("--unit S --voltage-unit V"))[0], 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'', 1057", "--far, 1057", "--transposed, 1062", "--transposed --far, 1062", "--both-ends, 1028.5"})
    void driversAndSenseAmplifiersAreInSeriesWithTheLines(String where, double ohms) throws IOException {
        single("1e-3", "1");
        String series = where.startsWith("--tr") ? " --driver-ohms 7 --sense-ohms 5" : " --driver-ohms 7";
        double[] found = currents(wired((where + series).strip()));
        assertEquals(1 / ohms, found[0], 1e-16);
    }

    @Test
    void terminalsAtBothEndsLeaveMoreCurrentThanEither() {
        double[] near = currents(wired(""));
        double[] far = currents(wired("--far"));
        double[] both = currents(wired("--both-ends"));
        assertFalse(Arrays.equals(near, far));
        assertTrue(Arrays.stream(both).sum() > Arrays.stream(near).sum());
        assertTrue(Arrays.stream(both).sum() > Arrays.stream(far).sum());
    }

    /** All inputs are tried: four lines have sixteen of them. */
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "+-0.5"})
    void noInputLosesMoreThanTheWorst(String swing) throws IOException {
        Path vector = folder.resolve("worst.csv");
        Program.Outcome outcome = wired("--worst " + swing + " --worst-out " + vector);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.err().startsWith("Worst input, exact: "), outcome.err());
        double[] worst = Arrays.stream(Files.readString(vector).strip().split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(largestLoss(worst), largestOfAll(swing.startsWith("+") ? -0.5 : 0), 1e-15);
        assertTrue(largestLoss(worst) > 0);
    }

    @Test
    void theWorstInputIsNotAllOn() throws IOException {
        Path vector = folder.resolve("worst.csv");
        assertEquals(0, wired("--worst 0.5 --worst-out " + vector).code());
        assertTrue(Files.readString(vector).contains("0,")
                || Files.readString(vector).contains(",0\n"));
    }

    private double largestOfAll(double off) throws IOException {
        double largest = 0;
        for (int input = 0; input < 16; input++) {
            double[] vector = new double[4];
            for (int line = 0; line < 4; line++) {
                vector[line] = (input >> line & 1) == 1 ? 0.5 : off;
            }
            largest = Math.max(largest, largestLoss(vector));
        }
        return largest;
    }

    private double largestLoss(double... vector) throws IOException {
        Files.writeString(volts, Arrays.toString(vector).replaceAll("[\\[\\] ]", ""));
        double[] currents = currents(wired(""));
        double largest = 0;
        for (int col = 0; col < currents.length; col++) {
            double ideal = 0;
            for (int row = 0; row < vector.length; row++) {
                ideal += vector[row] * CELLS[row][col];
            }
            largest = Math.max(largest, Math.abs(ideal - currents[col]));
        }
        return largest;
    }

    /** Of one cell of 1000 ohm a share p is lost where wires have 1000 p/(1 - p). */
    @ParameterizedTest
    @ValueSource(strings = {"", " --worst 1"})
    void wiresAreFoundThatLoseAShare(String worst) throws IOException {
        single("1e-3", "1");
        Program.Outcome outcome = solve("--word-line-ohms 2 --bit-line-ohms 3 --until 1%" + worst);
        assertEquals(0.99e-3, currents(outcome)[0], 1e-11);
        assertTrue(outcome.err().contains("loses 1 % at 4.0404040"), outcome.err());
        assertTrue(outcome.err().contains("at bit line 1, 1 % of its cells' 0.001 A"), outcome.err());
    }

    @Test
    void aShareThatIsNeverLostIsRefused() throws IOException {
        single("0.1", "1");
        Program.Outcome outcome = solve("--word-line-ohms 2 --bit-line-ohms 0 --until 99.999999%");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("the worst current loses no more than"), outcome.err());
    }

    @Test
    void wiresThatRoundingWouldHideBehindDriversAreRefused() {
        Program.Outcome outcome = solve("--word-line-ohms 1e-6 --bit-line-ohms 1 --driver-ohms 10");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("are lost to rounding: give 0 ohm for these wires"), outcome.err());
    }
}
