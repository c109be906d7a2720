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
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.Contacts.Ends;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.random.Draws;

/** Circuits with terminals at either end or both, and with resistances in series with them. */
class ContactsTest {
    private static final double TIGHT = 1e-15;

    private static double[] uniforms(String what, int count, double low, double high) {
        float[] u = new float[count];
        new Draws(11, what).uniforms(0, 0, u, 0, count);
        double[] result = new double[count];
        Arrays.setAll(result, k -> low + (high - low) * u[k]);
        return result;
    }

    private static double[] cells(int rows, int cols) {
        double[] cells = uniforms("cells" + rows, rows * cols, 1e-6, 1e-4);
        double[] fate = uniforms("fate", rows * cols, 0, 1);
        Arrays.setAll(cells, k -> fate[k] < 0.1 ? 0 : cells[k]);
        return cells;
    }

    static Stream<Arguments> shapes() {
        int[][] sizes = {{7, 5}, {4, 9}, {1, 6}, {6, 1}, {1, 1}};
        return Arrays.stream(sizes)
                .flatMap(size -> Arrays.stream(Ends.values()).map(ends -> Arguments.of(size[0], size[1], ends)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void voltagesAndCurrentsAreThoseOfKirchhoffsLaw(int rows, int cols, Ends ends) {
        double[][] wires = {{2, 3}, {0, 3}, {2, 0}, {0, 0}, {1000, 0.5}};
        double[][] series = {{0, 0}, {50, 0}, {0, 200}, {1000, 20}};
        for (double[] ohms : wires) {
            for (double[] extra : series) {
                compare(rows, cols, ohms, new Contacts(ends, extra[0], extra[1]));
            }
        }
    }

    private static void compare(int rows, int cols, double[] ohms, Contacts contacts) {
        double[] cells = cells(rows, cols);
        var circuit = new WireCircuit(cells, rows, cols, ohms[0], ohms[1], TIGHT);
        double[] words = uniforms("words", rows, 0.1, 0.5);
        double[] bits = uniforms("bits", cols, -0.5, 0.5);
        Solution forward = circuit.read(words, contacts);
        var expected = new DenseCircuit(cells, rows, cols, ohms, contacts, words, new double[cols]);
        assertAlike(expected, rows, cols, true, forward);
        Solution back = circuit.readTransposed(bits, contacts);
        var expectedBack = new DenseCircuit(cells, rows, cols, ohms, contacts, new double[rows], bits);
        assertAlike(expectedBack, rows, cols, false, back);
        double[] matrix = circuit.effective(contacts);
        double[] products = new double[cols];
        for (int k = 0; k < matrix.length; k++) {
            products[k % cols] += matrix[k] * words[k / cols];
        }
        assertClose(forward.currents(), products, 1e-10);
    }

    private static void assertAlike(DenseCircuit expected, int rows, int cols, boolean forward, Solution found) {
        double[] currents = new double[forward ? cols : rows];
        Arrays.setAll(currents, line -> expected.current(forward, line));
        assertClose(currents, found.currents(), 1e-10);
        double[] words = new double[rows * cols];
        double[] bits = new double[rows * cols];
        Arrays.setAll(words, k -> expected.volt(DenseCircuit.word(k / cols, k % cols)));
        Arrays.setAll(bits, k -> expected.volt(DenseCircuit.bit(k / cols, k % cols)));
        assertClose(words, found.wordLineVolts(), 1e-10);
        assertClose(bits, found.bitLineVolts(), 1e-10);
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double worst = 0;
        for (int k = 0; k < expected.length; k++) {
            worst = Math.max(worst, Math.abs(expected[k] - found[k]));
        }
        double error = worst;
        // Where all cells of the lines are open, nothing flows and rounding is all there is.
        assertTrue(
                error <= relative * largest + 1e-25,
                () -> "error " + error + " beside " + largest + " is not within " + relative);
    }

    /** A point reflection of the array turns a far read into a near one. */
    @Test
    void aFarReadIsANearReadOfTheReflectedArray() {
        double[] cells = cells(7, 5);
        double[] reflected = new double[cells.length];
        Arrays.setAll(reflected, k -> cells[cells.length - 1 - k]);
        double[] volts = uniforms("volts", 7, 0, 1);
        double[] turned = new double[7];
        Arrays.setAll(turned, k -> volts[6 - k]);
        double[] far = new WireCircuit(cells, 7, 5, 2, 3)
                .read(volts, new Contacts(Ends.FAR))
                .currents();
        double[] near = new WireCircuit(reflected, 7, 5, 2, 3).read(turned).currents();
        for (int k = 0; k < 5; k++) {
            assertEquals(near[4 - k], far[k], 1e-15 * Math.abs(far[k]));
        }
    }

    @Test
    void plainContactsGiveTheVeryBitsOfAPlainRead() {
        double[] cells = cells(7, 5);
        double[] volts = uniforms("volts", 7, 0, 1);
        var circuit = new WireCircuit(cells, 7, 5, 2, 3);
        assertArrayEquals(
                circuit.read(volts).currents(),
                circuit.read(volts, new Contacts(Ends.NEAR)).currents(),
                0);
    }

    @Test
    void oneCellIsInSeriesWithItsWiresAndContacts() {
        var circuit = new WireCircuit(new double[] {1e-3}, 1, 1, 2, 3);
        assertEquals(
                1 / (1000.0 + 2 + 3 + 50 + 7),
                circuit.read(new double[] {1}, new Contacts(Ends.NEAR, 50, 7)).currents()[0],
                1e-16);
        assertEquals(
                1 / (1000.0 + (2 + 3 + 50 + 7) / 2.0),
                circuit.read(new double[] {1}, new Contacts(Ends.BOTH, 50, 7)).currents()[0],
                1e-16);
    }

    @Test
    void negativeResistancesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Contacts(Ends.NEAR, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Contacts(Ends.NEAR, 0, Double.NaN));
    }
}
