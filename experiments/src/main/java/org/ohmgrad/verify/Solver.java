package org.ohmgrad.verify;

import org.ohmgrad.crossbar.WireCircuit;

/** Makes circuits ready to be solved; the simulator's is {@code WireCircuit::new}. */
interface Solver {
    /** The circuit of rows x cols conductances, siemens in row-major order, and the ohms of each segment of the lines. */
    WireCircuit circuit(double[] conductances, int rows, int cols, double wordLineOhms, double bitLineOhms);

    /** The circuit of a case. */
    default WireCircuit circuit(CircuitCase known) {
        int rows = known.rows("conductances").size();
        double[] conductances = known.values("conductances");
        return circuit(conductances, rows, conductances.length / rows, known.wordLineOhms(), known.bitLineOhms());
    }
}
