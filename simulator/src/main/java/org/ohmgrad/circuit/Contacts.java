package org.ohmgrad.circuit;

import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.settings.Check;

/**
 * Where the lines of a circuit have their terminals, and what lies between a terminal and the source or ground behind it.
 *
 * @param ends of both families of lines; other ends float
 * @param wordLineOhms in series with each terminal of a word line, ohm, beside the segment of wire there
 * @param bitLineOhms in series with each terminal of a bit line, ohm
 */
public record Contacts(Ends ends, double wordLineOhms, double bitLineOhms) {
    private static final double MOST = 1e100;

    /** Ends of lines. */
    public enum Ends {
        /** Left of the first column and below the last row. */
        NEAR,
        /** Right of the last column and above the first row. */
        FAR,
        /** Both: each line has two terminals, which are driven alike or grounded both; its current is that of the two. */
        BOTH
    }

    /** Refuses negative resistances. */
    public Contacts {
        Check.that()
                .inRange("wordLineOhms", wordLineOhms, 0, MOST)
                .inRange("bitLineOhms", bitLineOhms, 0, MOST)
                .holds();
    }

    /** Terminals without resistance. */
    public Contacts(Ends ends) {
        this(ends, 0, 0);
    }

    /** Those of a read. */
    public static Contacts of(Terminals terminals) {
        return new Contacts(terminals == Terminals.FAR ? Ends.FAR : Ends.NEAR);
    }

    double ohms(boolean ofBitLines) {
        return ofBitLines ? bitLineOhms : wordLineOhms;
    }

    /** The same with ideal terminals for the lines of wires without resistance: {@link LumpedRead} does these. */
    Contacts withoutLumped(double wordWireOhms, double bitWireOhms) {
        return new Contacts(ends, wordWireOhms == 0 ? 0 : wordLineOhms, bitWireOhms == 0 ? 0 : bitLineOhms);
    }

    /** What leads from a line's last node to the terminal where lines end, in units of a segment's conductance. */
    double near(double segmentOhms, boolean ofBitLines) {
        return segmentOhms == 0 ? 1 : segmentOhms / (segmentOhms + ohms(ofBitLines));
    }

    /** The same at the other end. */
    double far(double segmentOhms, boolean ofBitLines) {
        return ends == Ends.BOTH && segmentOhms > 0 ? near(segmentOhms, ofBitLines) : 0;
    }
}
