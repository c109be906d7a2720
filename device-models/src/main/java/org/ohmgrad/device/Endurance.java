package org.ohmgrad.device;

/** How much writing a cell survives. */
public sealed interface Endurance permits NoEndurance, LimitedEndurance {
    /** Pulses that wear a cell as much as one write that is finished at once. */
    int pulsesPerWrite();

    /** Whether cells wear out at all. */
    boolean isLimited();

    /**
     * Pulses after which one cell sticks where it is.
     *
     * @param z standard normal of this cell, the same for all its life
     * @return at least 1; {@link Integer#MAX_VALUE} if it never does
     */
    int pulses(double z);
}
