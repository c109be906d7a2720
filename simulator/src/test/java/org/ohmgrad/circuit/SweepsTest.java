package org.ohmgrad.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench;
import org.ohmgrad.random.Draws;

/** The kernels in use here beside the plain loops, bit for bit. */
class SweepsTest {
    private static final int LANES = PlainSweeps.LANES;

    /** Two rows of a circuit and numbers to work on. */
    private static final class Bench {
        final Ladders ladders;
        final double[][] a;
        final double[][] b;
        final double[] lanes;
        final double[] sums;

        Bench(int cols) {
            ladders = new Ladders(numbers(2, cols, 1, 1e-4), 20, 30);
            a = numbers(2, cols * LANES, 2, 1);
            b = numbers(2, cols * LANES, 3, 1);
            lanes = numbers(1, LANES, 4, 1)[0];
            sums = numbers(1, LANES, 5, 1)[0];
        }

        double[][] state() {
            return new double[][] {a[0], a[1], b[0], b[1], sums};
        }
    }

    private static double[][] numbers(int rows, int cols, long step, double scale) {
        double[][] result = new double[rows][cols];
        float[] u = new float[rows * cols];
        new Draws(3, "test/sweeps").uniforms(step, 0, u, 0, u.length);
        for (int row = 0; row < rows; row++) {
            int from = row * cols;
            Arrays.setAll(result[row], col -> scale * u[from + col]);
        }
        return result;
    }

    private static void assertSameBits(int cols, BiConsumer<Sweeps, Bench> what) {
        var expected = new Bench(cols);
        var found = new Bench(cols);
        what.accept(new PlainSweeps(), expected);
        what.accept(Sweeps.EIGHT, found);
        assertArrayEquals(expected.state(), found.state());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void allKernelsGiveTheSameBits(int cols) {
        assertSameBits(cols, (s, o) -> s.substitute(o.a[0], o.ladders.down[0], o.lanes, o.b[0], o.b[1]));
        assertSameBits(cols, (s, o) -> s.carryAlong(o.ladders, 0, 2, o.a, o.b));
        assertSameBits(cols, (s, o) -> s.carryAlong(o.ladders, 1, 2, o.a, o.b));
        assertSameBits(cols, (s, o) -> s.currents(o.ladders.cells[1], o.a[0], o.a[1], o.b[0], 0.7, o.b[1], o.sums));
        assertSameBits(cols, (s, o) -> s.eliminate(o.a[0], o.a[1], o.ladders.down[1], o.lanes, o.b[0], o.sums));
        assertSameBits(cols, (s, o) -> s.add(o.lanes, o.a[0], o.b[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void aRowIsCarriedAlongTheSameAloneAndAmongOthers(int cols) {
        var ladders = new Ladders(numbers(4, cols, 1, 1e-4), 20, 30);
        double[][] volts = numbers(4, cols, 6, 1);
        double[][] alone = new double[4][cols];
        double[][] together = new double[4][cols];
        for (int row = 0; row < 4; row++) {
            Sweeps.ONE.carryAlong(ladders, row, row + 1, volts, alone);
        }
        Sweeps.ONE.carryAlong(ladders, 0, 4, volts, together);
        assertArrayEquals(alone, together);
    }
}
