package org.ohmgrad.device.law;

/**
 * Where a published law was measured. Beyond that nobody knows it, so settings that lead there are refused.
 *
 * @param low lowest conductance, siemens
 * @param high highest conductance, siemens
 * @param longestSeconds longest time since the write, seconds
 */
public record Fit(double low, double high, double longestSeconds) {
    /** The fit of a law that is not bound to a measurement. */
    public static final Fit ANYWHERE = new Fit(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Measured between two conductances (siemens), at any time. */
    public static Fit between(double low, double high) {
        return new Fit(low, high, Double.POSITIVE_INFINITY);
    }

    /** Where both laws were measured. */
    public Fit and(Fit other) {
        return new Fit(
                Math.max(low, other.low), Math.min(high, other.high), Math.min(longestSeconds, other.longestSeconds));
    }

    /** Whether a conductance (siemens) lies in the measured range. */
    public boolean holds(double siemens) {
        return siemens >= low && siemens <= high;
    }
}
