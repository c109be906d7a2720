package org.ohmgrad.circuit;

import org.ohmgrad.circuit.WireCircuit.Solution;

/** Reads a circuit from one set of terminals. */
interface Read {
    /**
     * Voltages everywhere, and the currents out of the bit lines' terminals, or of the word lines'.
     *
     * @param wordLines voltages behind their terminals; not modified
     * @param bitLines voltages behind their terminals; not modified
     */
    Solution solve(double[] wordLines, double[] bitLines, boolean sensesBitLines);
}
