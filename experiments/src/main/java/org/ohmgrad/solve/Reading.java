package org.ohmgrad.solve;

import org.ohmgrad.circuit.Contacts;
import org.ohmgrad.circuit.Contacts.Ends;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.report.text.NumberText;

/**
 * Which lines of a crossbar are driven, and where; the others are grounded, and their currents into ground are measured.
 *
 * @param direction which family of lines is driven
 * @param ends where both families of lines have their terminals
 * @param driverOhms in series with each terminal of a driven line, ohm
 * @param senseOhms in series with each terminal of a sensed line, ohm
 */
public record Reading(Direction direction, Ends ends, double driverOhms, double senseOhms) {
    /** Word lines are driven left of the first column, bit lines sensed below the last row. */
    public static final Reading FORWARD = new Reading(Direction.FORWARD, Ends.NEAR, 0, 0);

    boolean drivesWordLines() {
        return direction == Direction.FORWARD;
    }

    /** The same for the solver. */
    Contacts contacts() {
        return new Contacts(ends, wordLineOhms(), bitLineOhms());
    }

    /** In series with each terminal of a word line. */
    double wordLineOhms() {
        return direction.driven(driverOhms, senseOhms);
    }

    /** In series with each terminal of a bit line. */
    double bitLineOhms() {
        return direction.sensed(driverOhms, senseOhms);
    }

    boolean isFar() {
        return ends == Ends.FAR;
    }

    boolean isAtBothEnds() {
        return ends == Ends.BOTH;
    }

    /** What happens, in words. */
    String words() {
        return drivenLine() + "s driven, " + sensedLine() + "s sensed" + where() + ohms(", drivers of ", driverOhms)
                + ohms(", sense amplifiers of ", senseOhms);
    }

    private String where() {
        return switch (ends) {
            case NEAR -> drivesWordLines() ? "" : ", at the terminals of the forward read";
            case FAR -> ", at the far ends";
            case BOTH -> ", at both ends";
        };
    }

    private static String ohms(String what, double ohms) {
        return ohms > 0 ? what + NumberText.of(ohms) + " ohm" : "";
    }

    /** What one voltage of a vector belongs to. */
    String drivenLine() {
        return direction.driven("word line", "bit line");
    }

    /** What one current belongs to. */
    String sensedLine() {
        return direction.sensed("word line", "bit line");
    }

    /** Number of driven lines of a crossbar. */
    int driven(int rows, int cols) {
        return direction.driven(rows, cols);
    }

    /** Number of sensed lines of a crossbar. */
    int sensed(int rows, int cols) {
        return direction.sensed(rows, cols);
    }

    /** Solves a circuit for one vector of voltages, volt. */
    Solution solve(WireCircuit circuit, double[] volts) {
        return switch (direction) {
            case FORWARD -> circuit.read(volts, contacts());
            case TRANSPOSED -> circuit.readTransposed(volts, contacts());
        };
    }
}
