package org.ohmgrad.verify;

import java.util.List;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;

/**
 * What follows from the reciprocity of linear networks (H. A. Lorentz, 1896): with the same terminals, the power that
 * voltages u on the bit lines would take from the currents of v on the word lines is that of v from the currents of u.
 * Terminals at the far ends are those of the mirrored array.
 */
record Reciprocity(Solver solver) implements Check {
    private static final int ROWS = 40;
    private static final int COLS = 29;
    private static final double TOLERANCE = 1e-12;

    @Override
    public String title() {
        return "Reciprocity of reads through wires of 2 and 5 ohm, " + ROWS + " x " + COLS + " cells";
    }

    @Override
    public String measure() {
        return "errors over the largest term";
    }

    @Override
    public List<Comparison> run() {
        var power = new Worst();
        var mirrored = new Worst();
        for (int circuit = 0; circuit < 5; circuit++) {
            double[] cells = cells("cells" + circuit);
            double[] v = Chance.uniforms("word-lines" + circuit, ROWS, -1, 1);
            double[] u = Chance.uniforms("bit-lines" + circuit, COLS, -1, 1);
            comparePower(wired(cells), v, u, power);
            compareMirrored(cells, u, mirrored);
        }
        return List.of(
                power.within(TOLERANCE, "power of a forward and of a transposed read"),
                mirrored.within(TOLERANCE, "far terminals, and those of the mirrored array"));
    }

    /** From 1 to 100 microsiemens, one in eight open. */
    private static double[] cells(String name) {
        double[] cells = Chance.uniforms(name, ROWS * COLS, -13.143e-6, 100e-6);
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] < 1e-6 ? 0 : cells[k];
        }
        return cells;
    }

    private WireCircuit wired(double... cells) {
        return solver.circuit(cells, ROWS, COLS, 2, 5);
    }

    private static void comparePower(WireCircuit circuit, double[] v, double[] u, Worst worst) {
        double[] forward = products(u, circuit.read(v).currents());
        double[] back = products(v, circuit.readTransposed(u, Terminals.SAME).currents());
        worst.add((sum(forward) - sum(back)) / Math.max(Worst.largest(forward), Worst.largest(back)));
    }

    private static double[] products(double[] a, double[] b) {
        double[] products = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            products[k] = a[k] * b[k];
        }
        return products;
    }

    private static double sum(double... terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    private void compareMirrored(double[] cells, double[] u, Worst worst) {
        double[] far = wired(cells).readTransposed(u, Terminals.FAR).currents();
        double[] near = wired(reversed(cells))
                .readTransposed(reversed(u), Terminals.SAME)
                .currents();
        worst.addRelative(far, reversed(near));
    }

    /** Backwards; the cells of an array so turned by half a turn. */
    private static double[] reversed(double... values) {
        double[] reversed = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            reversed[k] = values[values.length - 1 - k];
        }
        return reversed;
    }
}
