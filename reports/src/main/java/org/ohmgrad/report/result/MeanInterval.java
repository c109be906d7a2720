package org.ohmgrad.report.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Mean of independent values and its two-sided 95 % interval after Student: mean ± t(0.975, n-1) s / sqrt(n), with s
 * the sample deviation. One value has no interval, none has no mean.
 *
 * @param n number of values
 * @param mean their mean; empty if n is 0
 * @param halfWidth half the width of the interval; empty if n is below 2
 */
public record MeanInterval(int n, OptionalDouble mean, OptionalDouble halfWidth) {
    private static final double UPPER_QUANTILE = 0.975;

    /**
     * The mean of values, summed in the order given.
     *
     * @param values finite numbers
     * @return mean and interval
     */
    public static MeanInterval of(double... values) {
        int n = values.length;
        if (n == 0) {
            return new MeanInterval(0, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double mean = sum(values) / n;
        return new MeanInterval(n, OptionalDouble.of(mean), halfWidth(values, mean));
    }

    /**
     * The mean of a collection of values, in its order.
     *
     * @param values finite numbers
     * @return mean and interval
     */
    public static MeanInterval of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The same values in another unit.
     *
     * @param factor what every value is multiplied by, positive
     * @return mean and interval
     */
    public MeanInterval times(double factor) {
        return new MeanInterval(n, scaled(mean, factor), scaled(halfWidth, factor));
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private static OptionalDouble halfWidth(double[] values, double mean) {
        int n = values.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double squares = sum(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray());
        double deviation = Math.sqrt(squares / (n - 1));
        return OptionalDouble.of(quantile(n) * deviation / Math.sqrt(n));
    }

    /** How many standard errors half an interval of so many values is, t(0.975, n-1). */
    public static double quantile(int n) {
        return new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER_QUANTILE);
    }

    /**
     * How many values of the same mean and scatter have an interval that does not hold a limit; {@code most + 1} if more than
     * {@code most}.
     */
    public int seedsToTellFrom(double limit, int most) {
        double away = Math.abs(mean.orElseThrow() - limit);
        double deviation = halfWidth.orElseThrow() * Math.sqrt(n) / quantile(n);
        int seeds = n;
        while (seeds <= most && quantile(seeds) * deviation / Math.sqrt(seeds) > away) {
            seeds++;
        }
        return seeds;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * Lower end of the interval.
     *
     * @return mean less half width; empty without an interval
     */
    public OptionalDouble lower() {
        return halfWidth.isPresent() ? OptionalDouble.of(mean.orElseThrow() - halfWidth.getAsDouble()) : halfWidth;
    }

    /**
     * Upper end of the interval.
     *
     * @return mean and half width; empty without an interval
     */
    public OptionalDouble upper() {
        return halfWidth.isPresent() ? OptionalDouble.of(mean.orElseThrow() + halfWidth.getAsDouble()) : halfWidth;
    }
}
