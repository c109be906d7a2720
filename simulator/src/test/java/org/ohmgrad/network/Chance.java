package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Tests of means at the build's level of significance: 1e-6, shared by a thousand assertions. */
public final class Chance {
    private static final double LEVEL = 1e-6 / 1000;

    private Chance() {}

    /**
     * Refuses a mean of n independent values that chance does not explain, by its normal law, two-sided.
     *
     * @param expected mean of one value
     * @param deviation standard deviation of one value
     */
    public static void assertMean(String what, double mean, double expected, double deviation, long n, long seed) {
        double z = Math.abs(mean - expected) / (deviation / Math.sqrt(n));
        double p = 2 * new NormalDistribution().cumulativeProbability(-z);
        assertTrue(p > LEVEL, () -> what + " is " + mean + ", not " + expected + ": p " + p + ", n " + n + ", seed " + seed);
    }
}
