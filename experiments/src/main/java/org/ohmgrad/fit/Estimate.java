package org.ohmgrad.fit;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A number that a measurement decided.
 *
 * @param name its place in the device file
 * @param value the number
 * @param error its standard deviation, NaN if it cannot be told; of a number that is 0, what it lies below with 95 %
 * @param low lower end of the range it lies in with 95 %, NaN if the standard deviation says enough
 * @param high the upper end
 * @param unit words
 */
public record Estimate(String name, double value, double error, double low, double high, String unit) {
    private static final double TAIL = 0.025;

    /** A number that is as likely too large as too small. */
    static Estimate of(String name, double value, double error, String unit) {
        return new Estimate(name, value, error, Double.NaN, Double.NaN, unit);
    }

    /**
     * A standard deviation of noise. What is known of one from few points is far from symmetric: its square is
     * distributed like chi-squared with as many degrees of freedom as give the relative error (F. E. Satterthwaite,
     * Biometrics Bulletin 2, 1946).
     */
    static Estimate ofNoise(String name, double value, double error, String unit) {
        double freedom = value * value / (2 * error * error);
        if (!(value > 0 && freedom > 0 && Double.isFinite(freedom))) {
            return of(name, value, error, unit);
        }
        ChiSquaredDistribution law = new ChiSquaredDistribution(null, freedom);
        double low = value * Math.sqrt(freedom / law.inverseCumulativeProbability(1 - TAIL));
        double high = value * Math.sqrt(freedom / law.inverseCumulativeProbability(TAIL));
        return new Estimate(name, value, error, low, high, unit);
    }

    /** Whether a range is told, not a standard deviation. */
    public boolean isRange() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
