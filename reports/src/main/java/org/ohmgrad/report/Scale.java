package org.ohmgrad.report;

import java.util.List;

/**
 * A vertical scale.
 *
 * @param low value at the bottom
 * @param high value at the top
 * @param ticks values that are marked
 */
record Scale(double low, double high, List<Double> ticks) {
    /** A scale that holds all values, with round ends inside given limits. */
    static Scale around(double[] values, double floor, double ceiling) {
        double least = ceiling;
        double most = floor;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(most > least)) {
            most = Math.min(ceiling, most + 1);
            least = Math.max(floor, Math.min(least, most) - 1);
        }
        double step = Ticks.step(most - least, 5);
        double low = Math.max(floor, Math.floor(least / step + 1e-9) * step);
        double high = Math.min(ceiling, Math.ceil(most / step - 1e-9) * step);
        return new Scale(low, high, Ticks.between(low, high, 6));
    }

    /** Share of the height, from the bottom; within 0 and 1. */
    double share(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }
}
