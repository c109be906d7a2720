package org.ohmgrad.report.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Mean of independent values and its two-sided interval after Student: mean ± t s / sqrt(n), with s the sample deviation and t
 * the quantile of its confidence, which is t(0.975, n-1) for 95 %. One value has no interval, none has no mean.
 *
 * @param n number of values
 * @param mean their mean; empty if n is 0
 * @param halfWidth half the width of the interval; empty if n is below 2
 * @param confidence how sure the interval is
 */
public record MeanInterval(int n, OptionalDouble mean, OptionalDouble halfWidth, Confidence confidence) {
    /** One of 95 %. */
    public MeanInterval(int n, OptionalDouble mean, OptionalDouble halfWidth) {
        this(n, mean, halfWidth, Confidence.SINGLE);
    }

    /**
     * The mean of values, summed in the order given, and its 95 % interval.
     *
     * @param values finite numbers
     * @return mean and interval
     */
    public static MeanInterval of(double... values) {
        return of(Confidence.SINGLE, values);
    }

    /**
     * The mean of a collection of values, in its order.
     *
     * @param confidence how sure the interval is
     * @param values finite numbers
     * @return mean and interval
     */
    public static MeanInterval of(Confidence confidence, Collection<Double> values) {
        return of(confidence, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static MeanInterval of(Confidence confidence, double... values) {
        int n = values.length;
        if (n == 0) {
            return new MeanInterval(0, OptionalDouble.empty(), OptionalDouble.empty(), confidence);
        }
        double mean = sum(values) / n;
        return new MeanInterval(n, OptionalDouble.of(mean), halfWidth(confidence, values, mean), confidence);
    }

    /**
     * The same values in another unit.
     *
     * @param factor what every value is multiplied by, positive
     * @return mean and interval
     */
    public MeanInterval times(double factor) {
        return new MeanInterval(n, scaled(mean, factor), scaled(halfWidth, factor), confidence);
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private static OptionalDouble halfWidth(Confidence confidence, double[] values, double mean) {
        int n = values.length;
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double squares = sum(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray());
        double deviation = Math.sqrt(squares / (n - 1));
        return OptionalDouble.of(confidence.quantile(n) * deviation / Math.sqrt(n));
    }

    /** How many standard errors half the interval is. */
    public double quantile() {
        return confidence.quantile(n);
    }

    /**
     * How many values of the same mean and scatter have an interval that does not hold a limit; {@code most + 1} if more than
     * {@code most}.
     */
    public int seedsToTellFrom(double limit, int most) {
        double away = Math.abs(mean.orElseThrow() - limit);
        double deviation = halfWidth.orElseThrow() * Math.sqrt(n) / quantile();
        int seeds = n;
        while (seeds <= most && confidence.quantile(seeds) * deviation / Math.sqrt(seeds) > away) {
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
