package org.ohmgrad.fit;

/**
 * A number of a law that measurements decide.
 *
 * @param name its name in a device file
 * @param low its least value
 * @param high its largest value
 * @param grain a size below which values hardly differ
 */
record Freedom(String name, double low, double high, double grain) {
    private static final double EDGE = 1e-6;

    double held(double value) {
        return Math.min(high, Math.max(low, value));
    }

    /** Whether a value lies at an end of the range, where the best one may lie beyond. */
    boolean isAtEnd(double value) {
        double margin = EDGE * (high - low);
        return value <= low + margin || value >= high - margin;
    }
}
