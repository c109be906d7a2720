package org.ohmgrad.verify;

/**
 * Sample moments of normal numbers beside those of their law, in standard errors. The limit that all such comparisons
 * share is so wide that a sound simulator would go beyond it in less than one of a million series of all checks.
 */
final class Moments {
    /** A normal number is farther than this from its mean once in 1.2e10 draws; all checks together make some hundred. */
    static final double LIMIT = 6.5;

    /** What errors are measured in, and how often chance alone exceeds the limit. */
    static final String MEASURE = "standard errors; chance exceeds 6.5 once in 10^10";

    private Moments() {}

    /** Error of the mean in standard errors. */
    static double mean(double[] samples, double expected, double variance) {
        return (average(samples) - expected) / Math.sqrt(variance / samples.length);
    }

    /** Error of the variance in standard errors. */
    static double variance(double[] samples, double expected) {
        return (covariance(samples, samples) - expected) / (expected * Math.sqrt(2.0 / (samples.length - 1)));
    }

    /** Error of the covariance of two series, whose variances are given, in standard errors. */
    static double covariance(double[] x, double[] y, double expected, double varianceX, double varianceY) {
        double error = Math.sqrt((varianceX * varianceY + expected * expected) / (x.length - 1));
        return (covariance(x, y) - expected) / error;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = average(x);
        double meanY = average(y);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += (x[k] - meanX) * (y[k] - meanY);
        }
        return sum / (x.length - 1);
    }

    private static double average(double... samples) {
        double sum = 0;
        for (double sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }
}
