package org.ohmgrad.crossbar;

import java.util.Arrays;
import org.ohmgrad.device.law.ConductanceLevels;

/** Target levels in digital memory, counted in steps of the cells' levels; NaN before the first write. */
final class TargetLevels {
    private final float[] steps;
    private final int cols;
    private final float lowest;
    private final float highest;

    /**
     * Levels of weights that were never written.
     *
     * @throws IllegalArgumentException if cells have too few levels for a weight
     */
    TargetLevels(int rows, int cols, ConductanceMapping mapping, ConductanceLevels levels) {
        int top = mapping.top(levels);
        if (top < 1) {
            throw new IllegalArgumentException("cells of " + levels.count() + " levels have none for a weight of zero");
        }
        this.cols = cols;
        lowest = mapping.lowest(top);
        highest = mapping.highest(top);
        steps = new float[rows * cols];
        Arrays.fill(steps, Float.NaN);
    }

    /** Row by row; the live array. */
    float[] steps() {
        return steps;
    }

    /** Refuses what is not one level of the mapping's for each weight. */
    void require(float... wanted) {
        if (wanted.length != steps.length) {
            throw new IllegalArgumentException(
                    "wanted must hold " + steps.length + " levels but holds " + wanted.length);
        }
        for (int k = 0; k < wanted.length; k++) {
            if (!(wanted[k] >= lowest && wanted[k] <= highest)) {
                throw new IllegalArgumentException(
                        "wanted levels must lie in [" + lowest + ", " + highest + "] but that of row " + k / cols
                                + ", column " + k % cols + " (counted from 0) is " + wanted[k]);
            }
        }
    }

    /** Weights at the lowest or the highest level. */
    int atEnds() {
        int count = 0;
        for (float step : steps) {
            count += step <= lowest || step >= highest ? 1 : 0;
        }
        return count;
    }
}
