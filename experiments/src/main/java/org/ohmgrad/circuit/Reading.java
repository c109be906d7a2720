package org.ohmgrad.circuit;

import org.ohmgrad.crossbar.Contacts;
import org.ohmgrad.crossbar.Contacts.Ends;
import org.ohmgrad.crossbar.WireCircuit;
import org.ohmgrad.crossbar.WireCircuit.Solution;
import org.ohmgrad.report.Numbers;

/**
 * Which lines of a crossbar are driven, and where; the others are grounded, and their currents into ground are measured.
 *
 * @param transposed whether bit lines are driven and word lines sensed, instead of the reverse
 * @param ends where both families of lines have their terminals
 * @param driverOhms in series with each terminal of a driven line, ohm
 * @param senseOhms in series with each terminal of a sensed line, ohm
 */
public record Reading(boolean transposed, Ends ends, double driverOhms, double senseOhms) {
    /** Word lines are driven left of the first column, bit lines sensed below the last row. */
    public static final Reading FORWARD = new Reading(false, Ends.NEAR, 0, 0);

    boolean drivesWordLines() {
        return !transposed;
    }

    /** The same for the solver. */
    Contacts contacts() {
        return transposed ? new Contacts(ends, senseOhms, driverOhms) : new Contacts(ends, driverOhms, senseOhms);
    }

    boolean isFar() {
        return ends == Ends.FAR;
    }

    boolean isAtBothEnds() {
        return ends == Ends.BOTH;
    }

    /** What happens, in words. */
    String words() {
        String lines = transposed ? "bit lines driven, word lines sensed" : "word lines driven, bit lines sensed";
        return lines + where() + ohms(", drivers of ", driverOhms) + ohms(", sense amplifiers of ", senseOhms);
    }

    private String where() {
        return switch (ends) {
            case NEAR -> transposed ? ", at the terminals of the forward read" : "";
            case FAR -> ", at the far ends";
            case BOTH -> ", at both ends";
        };
    }

    private static String ohms(String what, double ohms) {
        return ohms > 0 ? what + Numbers.text(ohms) + " ohm" : "";
    }

    /** What one voltage of a vector belongs to. */
    String drivenLine() {
        return transposed ? "bit line" : "word line";
    }

    /** What one current belongs to. */
    String sensedLine() {
        return transposed ? "word line" : "bit line";
    }

    /** Number of driven lines of a crossbar. */
    int driven(int rows, int cols) {
        return transposed ? cols : rows;
    }

    /** Number of sensed lines of a crossbar. */
    int sensed(int rows, int cols) {
        return transposed ? rows : cols;
    }

    /** Solves a circuit for one vector of voltages, volt. */
    Solution solve(WireCircuit circuit, double[] volts) {
        return transposed ? circuit.readTransposed(volts, contacts()) : circuit.read(volts, contacts());
    }
}
