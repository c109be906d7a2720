package org.ohmgrad.verify;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;

/** Currents of crossbars in both directions, which ngspice and two nodal solvers found alike. */
record SpiceCircuits(Solver solver) implements Check {
    private static final double TOLERANCE = 1e-9;

    @Override
    public String title() {
        return "Crossbars with wires against ngspice";
    }

    @Override
    public String measure() {
        return "errors over the largest current of a vector";
    }

    @Override
    public List<Comparison> run() {
        List<Comparison> comparisons = new ArrayList<>();
        for (CircuitCase known : CircuitCase.read("spice.csv")) {
            WireCircuit circuit = solver.circuit(known);
            var forward = new Worst();
            compare(known.rows("volts"), known.rows("amperes"), forward, volts -> circuit.read(volts)
                    .currents());
            comparisons.add(forward.within(TOLERANCE, known + ", forward"));
            var transposed = new Worst();
            compare(
                    known.rows("transposed-volts"),
                    known.rows("transposed-amperes"),
                    transposed,
                    volts -> circuit.readTransposed(volts, Terminals.SAME).currents());
            comparisons.add(transposed.within(TOLERANCE, known + ", transposed"));
        }
        return comparisons;
    }

    private interface Read {
        double[] currents(double[] volts);
    }

    private static void compare(List<double[]> volts, List<double[]> amperes, Worst worst, Read read) {
        for (int vector = 0; vector < volts.size(); vector++) {
            worst.addRelative(read.currents(volts.get(vector)), amperes.get(vector));
        }
    }
}
