package org.ohmgrad.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.random.Draws;

/** The circuit beside other programs' solutions, Kirchhoff's law solved directly, and closed forms. */
@SuppressWarnings("ArrayRecordComponent") // never compared
class WireCircuitTest {
    private static final double TIGHT = 1e-15;

    private record Case(String name, double[] cells, int rows, int cols, double wordOhms, double bitOhms) {
        WireCircuit circuit() {
            return new WireCircuit(cells, rows, cols, wordOhms, bitOhms, TIGHT);
        }

        Solution oracle(double[] volts, boolean forward, boolean far) {
            return new CholeskyCircuit(cells, rows, cols, wordOhms, bitOhms, far).solve(volts, forward);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] uniforms(String what, int count, double low, double high) {
        float[] u = new float[count];
        new Draws(7, what).uniforms(0, 0, u, 0, count);
        double[] result = new double[count];
        Arrays.setAll(result, k -> low + (high - low) * u[k]);
        return result;
    }

    private static double[] cells(int rows, int cols, double lost) {
        double[] cells = uniforms("cells", rows * cols, 1e-6, 1e-4);
        double[] fate = uniforms("fate", rows * cols, 0, 1);
        Arrays.setAll(cells, k -> fate[k] < lost ? 0 : cells[k]);
        return cells;
    }

    private static double[] withOpenLine(double[] cells, int cols, boolean word) {
        double[] result = cells.clone();
        Arrays.setAll(result, k -> (word ? k / cols : k % cols) == 3 ? 0 : result[k]);
        return result;
    }

    static Stream<Case> circuits() {
        double[] square = cells(20, 20, 0);
        return Stream.of(
                new Case("square", square, 20, 20, 2, 2),
                new Case("high", cells(37, 11, 0), 37, 11, 2, 3),
                new Case("wide", cells(5, 41, 0), 5, 41, 3, 2),
                new Case("nine cells in ten lost", cells(30, 24, 0.9), 30, 24, 2, 2),
                new Case("one row", cells(1, 17, 0), 1, 17, 2, 2),
                new Case("one column", cells(17, 1, 0), 17, 1, 2, 2),
                new Case("one cell", cells(1, 1, 0), 1, 1, 2, 2),
                new Case("two rows", cells(2, 9, 0), 2, 9, 2, 5),
                new Case("all open", new double[48], 8, 6, 2, 2),
                new Case("an open word line", withOpenLine(square, 20, true), 20, 20, 2, 2),
                new Case("an open bit line", withOpenLine(square, 20, false), 20, 20, 2, 2),
                new Case("word lines a million times the bit lines", square, 20, 20, 1000, 1e-3),
                new Case("bit lines a million times the word lines", square, 20, 20, 1e-3, 1000),
                new Case("wires that swallow the cells", square, 20, 20, 1e5, 1e5),
                new Case("wires like superconductors", square, 20, 20, 1e-6, 1e-6));
    }

    static Stream<Arguments> reads() {
        return circuits().flatMap(c -> Stream.of("forward", "same", "far").map(read -> Arguments.of(c, read)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void voltagesAndCurrentsAreThoseOfKirchhoffsLawAtEveryNode(Case c, String read) {
        double[] volts = uniforms("volts", read.equals("forward") ? c.rows : c.cols, -0.5, 0.5);
        Solution solution = read.equals("forward")
                ? c.circuit().read(volts)
                : c.circuit().readTransposed(volts, Terminals.valueOf(read.toUpperCase(java.util.Locale.ROOT)));
        Solution expected = c.oracle(volts, read.equals("forward"), read.equals("far"));
        assertClose(expected.currents(), solution.currents(), 1e-9);
        assertClose(expected.wordLineVolts(), solution.wordLineVolts(), 1e-9);
        assertClose(expected.bitLineVolts(), solution.bitLineVolts(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.circuit.CircuitFixtures#spice")
    void bothReadsGiveTheCurrentsOfSpice(CircuitFixtures.Spice c) {
        assertClose(c.currents(), c.circuit().read(c.volts()).currents(), 1e-9);
        Solution transposed = c.circuit().readTransposed(c.bitVolts(), Terminals.SAME);
        assertClose(c.wordCurrents(), transposed.currents(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.circuit.CircuitFixtures#spice")
    void theEffectiveMatrixGivesTheCurrentsOfSpiceInBothDirections(CircuitFixtures.Spice c) {
        double[] effective = c.circuit().effective();
        assertClose(c.currents(), product(effective, c.circuit(), c.volts(), true), 1e-9);
        assertClose(c.wordCurrents(), product(effective, c.circuit(), c.bitVolts(), false), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.circuit.CircuitFixtures#qucs")
    void everyNodeHasTheVoltageOfQucs(CircuitFixtures.Qucs c) {
        Solution solution = c.circuit().read(c.volts());
        assertClose(c.currents(), solution.currents(), 1e-9);
        assertClose(c.words(), solution.wordLineVolts(), 1e-9);
        assertClose(c.bits(), solution.bitLineVolts(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.circuit.CircuitFixtures#qucs")
    void aTransposedReadCarriesThePowerOfQucsBack(CircuitFixtures.Qucs c) {
        double[] bitVolts = uniforms("volts", c.circuit().cols(), -1, 1);
        double[] back = c.circuit().readTransposed(bitVolts, Terminals.SAME).currents();
        double power = dot(c.currents(), bitVolts);
        assertEquals(power, dot(c.volts(), back), 1e-9 * Math.max(Math.abs(power), 1e-3));
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void aReadAndATransposedReadAreAdjoint(Case c) {
        double[] volts = uniforms("volts", c.rows, 0, 0.5);
        double[] bitVolts = uniforms("bit volts", c.cols, 0, 0.5);
        double there = dot(c.circuit().read(volts).currents(), bitVolts);
        double back = dot(c.circuit().readTransposed(bitVolts, Terminals.SAME).currents(), volts);
        assertEquals(there, back, 1e-12 * there);
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void theEffectiveMatrixIsWhatTheReadsMultiplyBy(Case c) {
        double[] volts = uniforms("volts", c.rows, -0.5, 0.5);
        double[] bitVolts = uniforms("bit volts", c.cols, -0.5, 0.5);
        WireCircuit circuit = c.circuit();
        assertClose(circuit.read(volts).currents(), product(circuit.effective(), circuit, volts, true), 1e-12);
        for (Terminals terminals : Terminals.values()) {
            assertClose(
                    circuit.readTransposed(bitVolts, terminals).currents(),
                    product(circuit.effective(terminals), circuit, bitVolts, false),
                    1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 2", "2, 0"})
    void aLineWithoutResistanceHasTheVoltageOfItsTerminal(double wordOhms, double bitOhms) {
        double[] cells = cells(9, 6, 0.1);
        double[] volts = uniforms("volts", 9, -0.5, 0.5);
        double[] bitVolts = uniforms("bit volts", 6, -0.5, 0.5);
        var circuit = new WireCircuit(cells, 9, 6, wordOhms, bitOhms);
        var almost = new CholeskyCircuit(cells, 9, 6, Math.max(wordOhms, 1e-7), Math.max(bitOhms, 1e-7), false);
        assertClose(almost.solve(volts, true).currents(), circuit.read(volts).currents(), 1e-9);
        assertClose(
                almost.solve(volts, true).wordLineVolts(), circuit.read(volts).wordLineVolts(), 1e-9);
        Solution back = circuit.readTransposed(bitVolts, Terminals.SAME);
        assertClose(almost.solve(bitVolts, false).currents(), back.currents(), 1e-9);
        assertClose(almost.solve(bitVolts, false).bitLineVolts(), back.bitLineVolts(), 1e-9);
        assertClose(circuit.read(volts).currents(), product(circuit.effective(), circuit, volts, true), 1e-12);
    }

    @Test
    void withoutResistanceTheEffectiveMatrixIsTheCells() {
        double[] cells = cells(7, 4, 0.2);
        assertArrayEquals(cells, new WireCircuit(cells, 7, 4, 0, 0).effective());
    }

    @Test
    void oneCellIsInSeriesWithItsTwoSegments() {
        var circuit = new WireCircuit(new double[] {1e-4}, 1, 1, 30, 70);
        assertEquals(0.5 / (1e4 + 100), circuit.read(new double[] {0.5}).currents()[0], 1e-18);
        assertEquals(1 / (1e4 + 100), circuit.effective()[0], 1e-18);
    }

    @Test
    void openCellsCarryNothing() {
        var circuit = new WireCircuit(new double[12], 3, 4, 2, 2);
        assertArrayEquals(new double[4], circuit.read(new double[] {1, -1, 0.5}).currents());
        assertArrayEquals(new double[12], circuit.effective());
    }

    @Test
    void allReadsEndAtTheToleranceAskedFor() {
        double[] cells = cells(64, 64, 0);
        double[] volts = uniforms("volts", 64, -0.5, 0.5);
        double[] exact = new CholeskyCircuit(cells, 64, 64, 2, 2, false)
                .solve(volts, true)
                .currents();
        for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
            double[] found =
                    new WireCircuit(cells, 64, 64, 2, 2, tolerance).read(volts).currents();
            assertClose(exact, found, tolerance);
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused("conductances must not be negative but one is -1.0", () -> circuit(2, -1, 1));
        assertRefused("conductances must not be negative but one is NaN", () -> circuit(2, Double.NaN, 1));
        assertRefused("wordLineOhms must not be negative but is -1.0", () -> circuit(2, 1, -1));
        assertRefused("conductances must be 3 x 1 but are 2", () -> circuit(3, 1, 1));
        assertRefused("a circuit needs a row and a column but has 0 x 1", () -> circuit(0, 1, 1));
        assertRefused("volts must be 2 but are 1", () -> circuit(2, 1, 1).read(new double[1]));
        assertRefused("volts must be 1 but are 2", () -> circuit(2, 1, 1).readTransposed(new double[2], Terminals.FAR));
        assertRefused(
                "tolerance must lie between 0 and 1 but is 0.0", () -> new WireCircuit(new double[1], 1, 1, 1, 1, 0));
    }

    private static WireCircuit circuit(int rows, double siemens, double ohms) {
        return new WireCircuit(new double[] {siemens, siemens}, rows, 1, ohms, 1);
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable what) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    private static double[] product(double[] matrix, WireCircuit circuit, double[] volts, boolean forward) {
        double[] currents = new double[forward ? circuit.cols() : circuit.rows()];
        for (int k = 0; k < matrix.length; k++) {
            int row = k / circuit.cols();
            int col = k % circuit.cols();
            currents[forward ? col : row] += matrix[k] * volts[forward ? row : col];
        }
        return currents;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double worst = 0;
        for (int k = 0; k < expected.length; k++) {
            worst = Math.max(worst, Math.abs(expected[k] - found[k]));
        }
        double error = worst;
        assertTrue(
                error <= relative * largest,
                () -> "error " + error + " beside " + largest + " is not within " + relative);
    }

    /** The largest conductance that a cell may have and the largest resistance that a segment may. */
    @ParameterizedTest
    @CsvSource({"1, 1e6, 1e6", "1, 1e6, 1", "1, 0, 1e6", "1e-15, 1e6, 1e6"})
    void voltagesAreFoundUpToTheBoundsOfSettings(double siemens, double wordLineOhms, double bitLineOhms) {
        double[] cells = new double[20 * 30];
        Arrays.setAll(cells, cell -> cell % 3 == 0 ? siemens : siemens / 1000);
        WireCircuit circuit = new WireCircuit(cells, 20, 30, wordLineOhms, bitLineOhms);
        for (double element : circuit.effective()) {
            assertTrue(element >= 0 && element <= siemens);
        }
    }

    @Test
    void aVoltageThatIsNoNumberIsRefusedWithItsLine() {
        WireCircuit circuit = new WireCircuit(new double[] {1e-6, 1e-6}, 2, 1, 1, 1);
        assertEquals(
                "volts must be finite but that of line 1 is NaN",
                assertThrows(IllegalArgumentException.class, () -> circuit.read(new double[] {1, Double.NaN}))
                        .getMessage());
    }
}
