package org.ohmgrad.verify;

import java.util.List;
import org.ohmgrad.circuit.WireCircuit.Solution;

/** Small crossbars with every current and node voltage as Qucs finds them: open cells, wires without resistance. */
record QucsCircuits(Solver solver) implements Check {
    private static final double TOLERANCE = 1e-9;

    @Override
    public String title() {
        return "Small crossbars with wires and open cells against Qucs";
    }

    @Override
    public String measure() {
        return "errors over the largest current or voltage";
    }

    @Override
    public List<Comparison> run() {
        var currents = new Worst();
        var voltages = new Worst();
        List<CircuitCase> cases = CircuitCase.read("qucs.csv");
        for (CircuitCase known : cases) {
            Solution solution = solver.circuit(known).read(known.values("volts"));
            currents.addRelative(solution.currents(), known.values("amperes"));
            voltages.addRelative(solution.wordLineVolts(), known.values("word-line-volts"));
            voltages.addRelative(solution.bitLineVolts(), known.values("bit-line-volts"));
        }
        return List.of(
                currents.within(TOLERANCE, cases.size() + " circuits, currents"),
                voltages.within(TOLERANCE, cases.size() + " circuits, node voltages"));
    }
}
