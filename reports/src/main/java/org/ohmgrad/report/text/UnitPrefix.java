package org.ohmgrad.report.text;

import java.util.Arrays;

/**
 * The prefix with which numbers of a unit are easiest to read.
 *
 * @param unit with its prefix
 * @param factor by which a number in the bare unit is multiplied
 */
public record UnitPrefix(String unit, double factor) {
    private static final String[] SMALLER = {"", "m", "\u00b5", "n", "p", "f"};

    /** The largest prefix, from femto to none, under which the largest of the magnitudes is at least 1. */
    public static UnitPrefix of(String unit, double[] values) {
        double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
        int step = 0;
        double factor = 1;
        while (takesPrefix(unit) && most > 0 && most * factor < 1 && step < SMALLER.length - 1) {
            factor *= 1000;
            step++;
        }
        return new UnitPrefix(SMALLER[step] + unit, factor);
    }

    private static boolean takesPrefix(String unit) {
        return !unit.isEmpty() && !unit.equals("%");
    }
}
