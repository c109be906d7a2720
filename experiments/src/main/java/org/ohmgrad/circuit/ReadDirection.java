package org.ohmgrad.circuit;

import org.ohmgrad.crossbar.WireCircuit;
import org.ohmgrad.crossbar.WireCircuit.Solution;
import org.ohmgrad.crossbar.WireCircuit.Terminals;

/** Which terminals of a crossbar are driven; the others are grounded, and their currents into ground are measured. */
public enum ReadDirection {
    /** Word lines are driven left of the first column, bit lines sensed below the last row. */
    FORWARD(true, false, "word lines driven, bit lines sensed") {
        @Override
        Solution solve(WireCircuit circuit, double[] volts) {
            return circuit.read(volts);
        }
    },
    /** Bit lines are driven and word lines sensed at the terminals of the forward read. */
    TRANSPOSED(false, false, "bit lines driven, word lines sensed, at the terminals of the forward read") {
        @Override
        Solution solve(WireCircuit circuit, double[] volts) {
            return circuit.readTransposed(volts, Terminals.SAME);
        }
    },
    /** Bit lines are driven above the first row, word lines sensed right of the last column. */
    TRANSPOSED_FAR(false, true, "bit lines driven, word lines sensed, at the far ends") {
        @Override
        Solution solve(WireCircuit circuit, double[] volts) {
            return circuit.readTransposed(volts, Terminals.FAR);
        }
    };

    private final boolean drivesWordLines;
    private final boolean far;
    private final String words;

    ReadDirection(boolean drivesWordLines, boolean far, String words) {
        this.drivesWordLines = drivesWordLines;
        this.far = far;
        this.words = words;
    }

    boolean drivesWordLines() {
        return drivesWordLines;
    }

    /** Whether the terminals are at the other ends of the lines. */
    boolean isFar() {
        return far;
    }

    /** What happens, in words. */
    String words() {
        return words;
    }

    /** What one voltage of a vector belongs to. */
    String drivenLine() {
        return drivesWordLines ? "word line" : "bit line";
    }

    /** Number of driven lines of a crossbar. */
    int driven(int rows, int cols) {
        return drivesWordLines ? rows : cols;
    }

    /** Number of sensed lines of a crossbar. */
    int sensed(int rows, int cols) {
        return drivesWordLines ? cols : rows;
    }

    /** Solves a circuit for one vector of voltages, volt. */
    abstract Solution solve(WireCircuit circuit, double[] volts);
}
