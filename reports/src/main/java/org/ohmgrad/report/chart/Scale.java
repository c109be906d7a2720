package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.report.text.NumberText;

/**
 * A vertical scale.
 *
 * @param low value at the bottom
 * @param high value at the top
 * @param ticks values that are marked
 * @param law what distances are proportional to
 */
public record Scale(double low, double high, List<Double> ticks, Law law) {
    /** What distances on a scale are proportional to. */
    public enum Law {
        /** Differences. */
        LINEAR,
        /** Differences of log(100 - value), which spreads accuracies near 100 %. */
        STRETCHED,
        /** Differences of logarithms. */
        LOGARITHMIC
    }

    private static final double[] STRETCHED_TICKS = {0, 20, 40, 60, 80, 90, 95, 98, 99, 99.5, 99.8};
    private static final double WIDE_FROM = 85;
    private static final double NEAR_FLOAT = 90;
    private static final double RIGHT_ANGLE = 90;
    private static final double THIRD = 30;

    /** A scale that holds all values, with round ends inside given limits. */
    public static Scale around(double[] values, double floor, double ceiling) {
        double least = least(values, ceiling);
        double most = most(values, floor);
        if (!(most > least)) {
            most = Math.min(ceiling, most + 1);
            least = Math.max(floor, Math.min(least, most) - 1);
        }
        double step = Ticks.step(most - least, 5);
        double low = Math.max(floor, Math.floor(least / step + 1e-9) * step);
        double high = Math.min(ceiling, Math.ceil(most / step - 1e-9) * step);
        return new Scale(low, high, Ticks.between(low, high, 6), Law.LINEAR);
    }

    /** A scale for accuracies in percent: stretched if they reach from poor to good, so that one point can be seen. */
    public static Scale ofAccuracies(double[] values) {
        double least = least(values, 100);
        double most = most(values, 0);
        if (least > WIDE_FROM || most < NEAR_FLOAT || most >= 99.8) {
            return around(values, 0, 100);
        }
        var ticks = Arrays.stream(STRETCHED_TICKS).boxed().toList();
        double low = ticks.stream().filter(tick -> tick <= least).reduce(0.0, Math::max);
        double high = ticks.stream().filter(tick -> tick >= most).reduce(99.8, Math::min);
        return new Scale(
                low,
                high,
                ticks.stream().filter(tick -> tick >= low && tick <= high).toList(),
                Law.STRETCHED);
    }

    /** A scale for angles to what is right, in degrees: to a right angle, where nothing is known, or as far as any angle reaches. */
    public static Scale ofAngles(double[] angles) {
        double high = Math.max(RIGHT_ANGLE, THIRD * Math.ceil(most(angles, 0) / THIRD));
        var ticks =
                Stream.iterate(0.0, tick -> tick <= high, tick -> tick + THIRD).toList();
        return new Scale(0, high, ticks, Law.LINEAR);
    }

    /** A logarithmic scale that holds all values, which must be positive, marked at 1, 2 and 5 of every decade. */
    public static Scale logarithmic(double[] values) {
        double least = least(values, Double.MAX_VALUE);
        double most = most(values, Double.MIN_VALUE);
        var ticks = new ArrayList<Double>();
        for (int decade = (int) Math.floor(Math.log10(least)) - 1; decade <= Math.log10(most) + 1; decade++) {
            for (int digit : new int[] {1, 2, 5}) {
                ticks.add(NumberText.rounded(digit * Math.pow(10, decade)));
            }
        }
        double low = ticks.stream().filter(tick -> tick <= least).reduce(ticks.get(0), Math::max);
        double high = ticks.stream().filter(tick -> tick > most).reduce(Double.MAX_VALUE, Math::min);
        return new Scale(
                low,
                high,
                ticks.stream().filter(tick -> tick >= low && tick <= high).toList(),
                Law.LOGARITHMIC);
    }

    /** Whether distances grow towards 100 %. */
    public boolean stretched() {
        return law == Law.STRETCHED;
    }

    private static double least(double[] values, double otherwise) {
        return Arrays.stream(values).reduce(otherwise, Math::min);
    }

    private static double most(double[] values, double otherwise) {
        return Arrays.stream(values).reduce(otherwise, Math::max);
    }

    /** Share of the height, from the bottom; within 0 and 1. */
    public double share(double value) {
        double held = Math.max(low, Math.min(high, value));
        return (distance(held) - distance(low)) / (distance(high) - distance(low));
    }

    private double distance(double value) {
        return switch (law) {
            case LINEAR -> value;
            case STRETCHED -> -Math.log(100 - value);
            case LOGARITHMIC -> Math.log(value);
        };
    }
}
