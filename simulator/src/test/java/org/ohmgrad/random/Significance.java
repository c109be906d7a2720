package org.ohmgrad.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The statistical tests of the build, under one budget: all of them together raise a false alarm with
 * probability {@link #BUILD}, shared equally by at most {@link #ASSERTIONS} assertions. Seeds are fixed, so a
 * build that passes once passes always; a failure names p, n and the seed. Every test is two-sided.
 */
public final class Significance {
    /** Probability that a whole build of a correct simulator raises any alarm. */
    public static final double BUILD = 1e-6;

    /** Most statistical assertions that one build may make. */
    public static final int ASSERTIONS = 1000;

    /** Smallest p that a single assertion accepts. */
    public static final double LEVEL = BUILD / ASSERTIONS;

    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private Significance() {}

    /** The mean of independent samples of known standard deviation is the expected one: normal z test. */
    public static void assertMean(double expected, double sigma, double[] samples, long seed) {
        double mean = Arrays.stream(samples).average().orElseThrow();
        assertNormal(expected, sigma / Math.sqrt(samples.length), mean, "mean", samples.length, seed);
    }

    /** One normal number has the expected mean and standard deviation: z test. */
    public static void assertNormal(double expected, double sigma, double found, String what, long n, long seed) {
        double z = (found - expected) / sigma;
        check(2 * NORMAL.cumulativeProbability(-Math.abs(z)), what, expected, found, n, seed);
    }

    /**
     * The variance of independent normal samples, about their own mean, is the expected one: chi-squared
     * test.
     */
    public static void assertVariance(double expected, double[] samples, long seed) {
        double mean = Arrays.stream(samples).average().orElseThrow();
        double squares =
                Arrays.stream(samples).map(x -> (x - mean) * (x - mean)).sum();
        int freedom = samples.length - 1;
        double p = chiSquaredP(squares / expected, freedom);
        check(p, "variance", expected, squares / freedom, freedom + 1, seed);
    }

    /** Two series of independent standard normals are uncorrelated. */
    public static void assertUncorrelated(double[] x, double[] y, long seed) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        assertNormal(0, 1 / Math.sqrt(x.length), sum / x.length, "covariance", x.length, seed);
    }

    /**
     * Events of a probability happened as often as n independent trials lead to expect: exact binomial test.
     */
    public static void assertCount(double probability, int n, int found, long seed) {
        BinomialDistribution law = new BinomialDistribution(null, n, probability);
        double atMost = law.cumulativeProbability(found);
        double atLeast = 1 - law.cumulativeProbability(found - 1);
        check(2 * Math.min(atMost, atLeast), "count", n * probability, found, n, seed);
    }

    /** Counts of equally likely cells: Pearson's chi-squared test. */
    public static void assertEquallyLikely(long[] counts, long seed) {
        long n = Arrays.stream(counts).sum();
        double expected = (double) n / counts.length;
        double sum = Arrays.stream(counts)
                        .mapToDouble(c -> (c - expected) * (c - expected))
                        .sum()
                / expected;
        check(chiSquaredP(sum, counts.length - 1), "chi-squared", counts.length - 1, sum, n, seed);
    }

    /** Samples follow a continuous law: the test of Kolmogorov and Smirnov, by its limit for large n. */
    public static void assertFollows(DoubleUnaryOperator cumulative, double[] samples, long seed) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double f = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max((i + 1.0) / n - f, f - (double) i / n));
        }
        check(kolmogorovP(Math.sqrt(n) * distance), "Kolmogorov-Smirnov distance", 0, distance, n, seed);
    }

    /** Cumulative probability of the standard normal law. */
    public static double normalCdf(double x) {
        return NORMAL.cumulativeProbability(x);
    }

    private static double chiSquaredP(double value, int freedom) {
        double lower = new ChiSquaredDistribution(freedom).cumulativeProbability(value);
        return 2 * Math.min(lower, 1 - lower);
    }

    /** Probability of a larger scaled distance: 2 sum (-1)^(j-1) exp(-2 j^2 d^2). */
    private static double kolmogorovP(double d) {
        double p = 0;
        for (int j = 1; d > 0.2 && j <= 40; j++) {
            p += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * d * d);
        }
        return d > 0.2 ? p : 1;
    }

    private static void check(double p, String what, double expected, double found, long n, long seed) {
        assertTrue(
                p >= LEVEL,
                () -> String.format(
                        Locale.ROOT,
                        "%s: expected %.9g, found %.9g, p = %.3g below %.3g (n = %d, seed = %d)",
                        what,
                        expected,
                        found,
                        p,
                        LEVEL,
                        n,
                        seed));
    }
}
