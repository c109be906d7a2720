package org.ohmgrad.tile.converter;

import java.util.function.DoubleUnaryOperator;

/** Largest current of a converter, in units of one fully-on input through one fully-on cell above gMin. */
public sealed interface AdcRange permits StatedRange, CalibratedRange {
    /** Whether the chip has to find it by reads. */
    boolean isFoundByReads();

    /**
     * The range to begin with.
     *
     * @param widest the current that all lines can bring together
     */
    float first(float widest);

    /**
     * The range that reads tell to take.
     *
     * @param widest the current that all lines can bring together
     * @param clipped reads with a range and gives the share of codes that were clipped
     */
    float found(float widest, DoubleUnaryOperator clipped);

    /** Codes of training after which a range that was found is judged by how many of them were clipped. */
    long watched();

    /**
     * The range to go on with.
     *
     * @param range as it was for the codes that were watched
     * @param widest the current that all lines can bring together
     * @param clipped share of these codes that were clipped
     */
    float after(float range, float widest, double clipped);
}
