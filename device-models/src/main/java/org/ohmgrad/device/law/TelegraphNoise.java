package org.ohmgrad.device.law;

/**
 * Random telegraph noise: a defect beside the conducting filament traps and releases a charge, and the cell's conductance
 * jumps between two values. It is not drawn afresh for every read: a cell stays in its state until chip time lets it change.
 */
public sealed interface TelegraphNoise permits NoTelegraphNoise, TwoStateTelegraphNoise {
    /** Whether any cell fluctuates. */
    boolean any();

    /** Probability that a cell of which nothing is known is in its high state. */
    double high();

    /**
     * Probability that a cell is in its high state.
     *
     * @param wasHigh whether it was in it before
     * @param seconds time since then, at least 0
     */
    double high(boolean wasHigh, double seconds);

    /**
     * Conductance of a cell in one of its states.
     *
     * @param isHigh whether it is the high one
     * @param siemens conductance without the noise: the mean over both states
     * @param gMax highest programmed conductance, siemens
     * @return siemens, at least 0
     */
    double conductance(boolean isHigh, double siemens, double gMax);

    /** Seconds for which states may be taken as constant; infinite if none ever changes. */
    double steadySeconds();
}
