package org.ohmgrad.device.law;

/** How a conductance changes with the time since its write. */
public sealed interface Drift permits NoDrift, PowerLawDrift, PcmDrift, NeurramRelaxation, CmoRelaxation {
    /**
     * Seconds within which no conductance changes by more than 2<sup>-14</sup> of gMax; infinite without drift.
     *
     * @param gMax highest programmed conductance, siemens
     */
    double steadySeconds(double gMax);

    /** The law's own scale of time, from seconds since the write (at least 0). */
    double age(double seconds);

    /**
     * Conductance that is left; it may fall below 0, where the crossbar clips it.
     *
     * @param written conductance right after the write, siemens
     * @param age result of {@link #age(double)}
     * @param z standard normal of this cell, the same for all its life, or of this write: see {@link #isRedrawn()}
     * @return siemens
     */
    double aged(double written, double age, double z);

    /** Whether every write of a cell draws a new z, as in a relaxation; else z says in what the cell differs. */
    default boolean isRedrawn() {
        return false;
    }

    /** Where the law was measured. */
    default Fit fit() {
        return Fit.ANYWHERE;
    }
}
