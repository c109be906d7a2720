package org.ohmgrad.device;

/** How a conductance changes with the time since its write. */
public sealed interface Drift permits NoDrift, PowerLawDrift {
    /** Seconds within which no conductance changes by more than a relative 2<sup>-14</sup>; infinite without drift. */
    double steadySeconds();

    /** The law's own scale of time, from seconds since the write (at least 0). */
    double age(double seconds);

    /**
     * Share of the written conductance that is left.
     *
     * @param age result of {@link #age(double)}
     * @param z standard normal of this cell, the same for all its life
     */
    double remaining(double age, double z);
}
