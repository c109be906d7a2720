package org.ohmgrad.verify;

import org.ohmgrad.circuit.WireCircuit;

/** Makes circuits ready to be solved. */
interface Solver {
    /** The simulator's, with the tolerance that it has unless another is asked for. */
    Solver USUAL = WireCircuit::new;

    /** The simulator's, as exact as double precision allows. */
    Solver EXACT = (cells, rows, cols, wordLineOhms, bitLineOhms) ->
            new WireCircuit(cells, rows, cols, wordLineOhms, bitLineOhms, 1e-14);

    /** The circuit of rows x cols conductances, siemens in row-major order, and the ohms of each segment of the lines. */
    WireCircuit circuit(double[] conductances, int rows, int cols, double wordLineOhms, double bitLineOhms);

    /** The circuit of a case. */
    default WireCircuit circuit(CircuitCase known) {
        int rows = known.rows("conductances").size();
        double[] conductances = known.values("conductances");
        return circuit(conductances, rows, conductances.length / rows, known.wordLineOhms(), known.bitLineOhms());
    }
}
