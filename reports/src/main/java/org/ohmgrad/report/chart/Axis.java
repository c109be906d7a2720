package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ohmgrad.report.text.NumberText;

/**
 * A horizontal axis. Positions run from 0 (left edge of the plot) to 1 (right edge).
 *
 * @param label words and unit
 * @param ticks what is marked on it
 * @param named whether the ticks name categories, none of which may be left out
 * @param brk where the axis is broken, because what lies beyond has no place on its scale
 */
public record Axis(String label, List<Tick> ticks, boolean named, OptionalDouble brk) {
    private static final double PADDING = 0.05;

    /** A mark with its text and, below it, a smaller text that may be empty. */
    public record Tick(double position, String text, String below) {}

    /** Position of a share of the scale, which keeps clear of the edges. */
    public static double inside(double share) {
        return PADDING + (1 - 2 * PADDING) * share;
    }

    /** A whole-number axis such as that of epochs. */
    public static Axis ofWholeNumbers(String label, int first, int last) {
        var ticks = new ArrayList<Tick>();
        for (double value : Ticks.between(first, last, 6)) {
            if (value == Math.rint(value)) {
                ticks.add(new Tick(whole(value, first, last), NumberText.of(value), ""));
            }
        }
        return new Axis(label, ticks, false, OptionalDouble.empty());
    }

    /** Position of a number on such an axis. */
    public static double whole(double value, int first, int last) {
        return inside(first == last ? 0.5 : (value - first) / (last - first));
    }
}
