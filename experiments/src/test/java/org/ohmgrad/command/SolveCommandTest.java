package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

class SolveCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path cells = Path.of("");
    private Path volts = Path.of("");

    @BeforeEach
    void writeTables() throws IOException {
        cells = Files.writeString(folder.resolve("G.csv"), "1e-3,0\n2e-3,4e-3\n0,5e-4\n");
        volts = Files.writeString(folder.resolve("V.csv"), "0.5,0.25,-0.125\n1,0,0\n");
    }

    private Program.Outcome solve(Object... options) {
        List<Object> all = new ArrayList<>(List.of("solve", "--conductances", cells, "--voltages", volts));
        all.addAll(List.of(options));
        return Program.execute(all.toArray());
    }

    private Program.Outcome solveWired(Object... options) {
        List<Object> all = new ArrayList<>(List.of("--word-line-ohms", 2, "--bit-line-ohms", 3));
        all.addAll(List.of(options));
        return solve(all.toArray());
    }

    private static List<double[]> numbers(String csv) {
        return csv.lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    @Test
    void withoutResistanceCurrentsAreSumsOfConductanceTimesVoltage() {
        Program.Outcome outcome = solve("--word-line-ohms", 0, "--bit-line-ohms", 0);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("0.001,0.00093749999999999997\n0.001,0\n", outcome.out());
    }

    @Test
    void aSingleCellIsAVoltageDivider() throws IOException {
        Files.writeString(cells, "1e-3");
        Files.writeString(volts, "1");
        double[] current = numbers(solveWired().out()).get(0);
        assertEquals(1 / (1000.0 + 2 + 3), current[0], 1e-17);
    }

    @Test
    void currentsLeaveTheTerminalsThatNodeVoltagesDrive() throws IOException {
        Path nodes = folder.resolve("nodes.csv");
        double[] currents = numbers(solveWired("--nodes", nodes).out()).get(1);
        List<String> lines = Files.readAllLines(nodes);
        assertEquals("vector,row,column,word_line_volt,bit_line_volt", lines.get(0));
        assertEquals(1 + 2 * 6, lines.size());
        String lastOfFirstColumn = lines.get(1 + 6 + 4);
        assertTrue(lastOfFirstColumn.startsWith("2,3,1,"), lastOfFirstColumn);
        double bitLineVolt = Double.parseDouble(lastOfFirstColumn.split(",", -1)[4]);
        assertEquals(bitLineVolt / 3, currents[0], 1e-15);
    }

    @Test
    void aTransposedReadAnswersByReciprocity() throws IOException {
        Files.writeString(volts, "1,0,0\n0,1,0\n0,0,1\n");
        List<double[]> forward = numbers(solveWired().out());
        Files.writeString(volts, "1,0\n0,1\n");
        List<double[]> transposed = numbers(solveWired("--transposed").out());
        List<double[]> far = numbers(solveWired("--transposed", "--far").out());
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 2; col++) {
                assertEquals(forward.get(row)[col], transposed.get(col)[row], 1e-17);
            }
        }
        assertFalse(Arrays.equals(transposed.get(0), far.get(0)));
    }

    @Test
    void filesAreWrittenInsteadOfPrinting() throws IOException {
        Path out = folder.resolve("I.csv");
        Path deck = folder.resolve("deck.cir");
        String printed = solveWired().out();
        Program.Outcome outcome = solveWired("--out", out, "--spice", deck);
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        assertTrue(outcome.out().startsWith("Largest loss of current: "), outcome.out());
        assertEquals(printed, Files.readString(out));
        assertTrue(Files.readString(deck).startsWith("* Crossbar of 3 x 2 cells"));
        assertTrue(Files.readString(deck).endsWith(".end\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "--word-line-ohms -1 --bit-line-ohms 1 -> must be a number of ohms, 0 or from 1e-100 to 1e100, but is -1",
                "--word-line-ohms 1 --bit-line-ohms NaN -> must be a number of ohms, 0 or from 1e-100 to 1e100, but is NaN",
                "--word-line-ohms 2d --bit-line-ohms 1 -> must be a number of ohms, 0 or from 1e-100 to 1e100, but is 2d",
                "--word-line-ohms 1 --bit-line-ohms two -> must be a number of ohms, 0 or from 1e-100 to 1e100, but is two",
                "--word-line-ohms 1 -> Missing required option: '--bit-line-ohms=R'",
                "--word-line-ohms 1 --bit-line-ohms 1 --far --both-ends -> --far and --both-ends exclude each other",
                "--word-line-ohms 1 --bit-line-ohms 1 --worst 0.2 -> --voltages and --worst exclude each other",
                "--word-line-ohms 1 --bit-line-ohms 1 --worst-out w.csv -> needs --worst",
                "--word-line-ohms 1 --bit-line-ohms 1 --until 1 -> must be a percentage from 0.0001% to below 100%, such as 1%, but is 1",
                "--word-line-ohms 1 --bit-line-ohms 1 --unit S/m -> must be one of S, mS, uS, nS, ohm, kohm but is S/m",
                "--word-line-ohms 1 --bit-line-ohms 1 --voltage-unit uS -> must be one of V, mV but is uS",
                "--word-line-ohms 1 --bit-line-ohms 1 --driver-ohms -1 -> must be a number of ohms",
                "--word-line-ohms 0 --bit-line-ohms 0 --until 1% -> --until multiplies the ohms of the wires, so one of them must be above 0",
                "--word-line-ohms 1 --bit-line-ohms 1 --driver-ohms 100 --until 1% -> without any resistance of wires the worst current loses"
            })
    void wrongOptionsAreRefused(String options, String message) {
        Program.Outcome outcome = solve((Object[]) options.split(" ", -1));
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains(message), outcome.err());
        assertEquals("", outcome.out());
    }

    @Test
    void wrongTablesAreRefusedInOneLineAndNothingIsWritten() throws IOException {
        Files.writeString(volts, "1,2\n");
        Path out = folder.resolve("I.csv");
        assertEquals(
                new Program.Outcome(
                        2,
                        "",
                        "ohmgrad: " + volts + ":1: row 1 has 2 voltages but must have 3, one for each word line of "
                                + cells + System.lineSeparator()),
                solveWired("--out", out));
        assertFalse(Files.exists(out));
    }

    @Test
    void whatDoublePrecisionCannotSolveIsRefusedAndLeavesNothing() throws IOException {
        Files.writeString(cells, "1e300,1\n1,1\n1,1e-300\n");
        Files.writeString(volts, "1e100,1,1\n");
        Path out = folder.resolve("I.csv");
        Program.Outcome outcome = solve(
                "--word-line-ohms", "0", "--bit-line-ohms", "0", "--out", out, "--unit", "S", "--voltage-unit", "V");
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("vector 1 cannot be solved in double precision"), outcome.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void shortsThatRoundingWouldHideAreRefused() throws IOException {
        Files.writeString(cells, "1e-5,1\n1,1\n1,1e6\n");
        Program.Outcome outcome = solve("--word-line-ohms", "2", "--bit-line-ohms", "1", "--unit", "S");
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(cells + ": row 3, column 2: a conductance beside wires of 2.0 ohm must be at most"
                                + " 500000.0 siemens"),
                outcome.err());
    }

    /** Two word lines and one bit line, in decimal commas that could part columns. */
    @Test
    void aColumnOfDecimalCommasIsNeverTakenForTwoColumns() throws IOException {
        Files.writeString(cells, "1,50E-04\n2,50E-04\n");
        Files.writeString(volts, "0.1,0.2\n");
        Program.Outcome asked = solveWired();
        assertEquals(2, asked.code());
        assertEquals(
                "ohmgrad: " + cells
                        + ":1: \"1,50E-04\" may be two numbers or one with a decimal comma, and no row of the"
                        + " file tells; write decimal points, or say which with --decimal comma or --decimal point"
                        + System.lineSeparator(),
                asked.err());
        Files.writeString(volts, "0,1;0,2\n");
        Program.Outcome beside = solveWired();
        assertEquals(0, beside.code(), beside.err());
        Files.writeString(cells, "0.000150\n0.000250\n");
        assertEquals(solveWired().out(), beside.out());
        Files.writeString(cells, "0,000150\n0,000250\n");
        assertEquals(solveWired().out(), beside.out());
        Files.writeString(cells, "1,50E-04\n2,50E-04\n");
        assertEquals(beside.out(), solveWired("--decimal", "comma").out());
        Files.writeString(volts, "0.1,0.2\n");
        assertEquals(
                2,
                numbers(solveWired("--decimal", "point", "--unit", "S").out()).get(0).length,
                "columns where points are said");
    }

    @Test
    void voltagesInDecimalCommasAreNeverTakenForTwo() throws IOException {
        Files.writeString(cells, "0,0001;0,0002\n0,0003;0,0004\n");
        Files.writeString(volts, "0,1\n0,2\n");
        assertTrue(
                solveWired().err().contains(volts + ":1: row 1 has 1 voltage but must have 2"),
                solveWired().err());
        Files.writeString(cells, "1.5e-4\n");
        assertTrue(
                solveWired().err().contains("\"0,1\" may be two numbers or one"),
                solveWired().err());
    }

    @Test
    void theLabelsThatPandasWritesAreNoVoltages() throws IOException {
        String plain = solveWired().out();
        Files.writeString(volts, "0,1,2\n0.5,0.25,-0.125\n1,0,0\n");
        Program.Outcome header = solveWired();
        assertEquals(plain, header.out());
        assertTrue(
                header.err()
                        .startsWith("ohmgrad: " + volts
                                + ": the first row holds the labels 0, 1, 2, ... that pandas writes over columns, and is"
                                + " left out." + System.lineSeparator()),
                header.err());
        Files.writeString(volts, ",0,1,2\n0,0.5,0.25,-0.125\n1,1,0,0\n");
        assertEquals(plain, solveWired().out());
        Files.writeString(volts, ",0,1,2\n1,0.5,0.25,-0.125\n2,1,0,0\n");
        assertTrue(solveWired().err().contains(volts + ":2: "), solveWired().err());
        Files.writeString(volts, "0,1\n0.5,0.25\n");
        Program.Outcome doubtful = solveWired("--transposed");
        assertTrue(doubtful.err().contains(volts + ":1: 0 and 1 may be numbers or the labels"), doubtful.err());
        Files.writeString(volts, "0,1\n1,1\n");
        assertEquals(0, solveWired("--transposed").code());
    }

    @Test
    void theMapTellsWhatTheWiresKeepFromTheCells() throws IOException {
        Files.writeString(cells, "1e-3");
        Files.writeString(volts, "1\n2");
        Program.Outcome outcome = solveWired("--map", folder.resolve("drop.svg"));
        assertEquals(0, outcome.code(), outcome.err());
        String svg = Files.readString(folder.resolve("drop.svg"));
        assertTrue(svg.contains("at most 0.00498\u00a0V or 0.498\u00a0% of the largest voltage applied"), svg);
        assertTrue(svg.contains("voltage lost (mV)"), svg);
        assertTrue(svg.contains("first vector"), svg);
        byte[] png = Files.readAllBytes(folder.resolve("drop.png"));
        assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({"'', '0.5,0.25,-0.125'", "--transposed, '1,-1'", "--transposed --far, '0,0'"})
    void aMapIsDrawnOfEveryRead(String direction, String vector) throws IOException {
        Files.writeString(volts, vector);
        List<Object> options = new ArrayList<>(List.of("--map", folder.resolve("drop.svg")));
        Arrays.stream(direction.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(options::add);
        Program.Outcome outcome = solveWired(options.toArray());
        assertEquals(0, outcome.code(), outcome.err());
        assertFalse(Files.readString(folder.resolve("drop.svg")).contains("NaN"));
    }

    @Test
    void aMapThatCannotBeMadeIsRefusedAndLeavesNothing() throws IOException {
        Program.Outcome wrongEnd = solveWired("--map", folder.resolve("drop.pdf"));
        assertEquals(2, wrongEnd.code());
        assertTrue(wrongEnd.err().contains("ends in .svg"), wrongEnd.err());
        Files.writeString(volts, "1e200,0,0");
        Program.Outcome large = solveWired("--map", folder.resolve("drop.svg"));
        assertEquals(2, large.code());
        assertTrue(large.err().contains("row 1, column 1: a voltage must be at most 1.0E100 V"), large.err());
        assertFalse(Files.exists(folder.resolve("drop.svg")));
    }

    @Test
    void anOutputMustNotBeAnInputOrAnotherOutput() throws IOException {
        String before = Files.readString(cells);
        assertEquals(2, solveWired("--out", cells).code());
        assertEquals(
                2,
                solveWired("--out", folder.resolve("x"), "--nodes", folder.resolve("x"))
                        .code());
        assertEquals(before, Files.readString(cells));
        assertFalse(Files.exists(folder.resolve("x")));
    }
}
