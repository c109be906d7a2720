package org.ohmgrad.training.update;

import org.ohmgrad.training.update.LevelScheme.Bounds;

/** Rounding to levels in plain loops. */
class PlainLevelRounding implements LevelRounding {
    /** What is added to a small number and subtracted again leaves the nearest whole number, half to even. */
    static final float SHIFT = 0x1.8p23f;

    @Override
    public void nearest(float[] targets, int from, float[] wanted, int count, Bounds bounds) {
        nearest(targets, from, wanted, 0, count, bounds);
    }

    static void nearest(float[] targets, int from, float[] wanted, int start, int count, Bounds bounds) {
        for (int k = start; k < count; k++) {
            wanted[k] = whole(bounds.clip(targets[from + k] + wanted[k]));
        }
    }

    private static float whole(float value) {
        return (value + SHIFT) - SHIFT;
    }

    @Override
    public void stochastic(float[] targets, int from, float[] wanted, float[] u, int count, Bounds bounds) {
        stochastic(targets, from, wanted, u, 0, count, bounds);
    }

    /** Beyond 2^22 steps, where the shift no longer finds the whole number below, the bounds decide. */
    static void stochastic(float[] targets, int from, float[] wanted, float[] u, int start, int count, Bounds bounds) {
        for (int k = start; k < count; k++) {
            // Rounded before it is added: beside a large target level a small change would lose its digits.
            float change = wanted[k];
            float near = whole(change);
            float below = near > change ? near - 1 : near;
            float step = u[k] < change - below ? below + 1 : below;
            wanted[k] = bounds.clip(targets[from + k] + step);
        }
    }

    @Override
    public void accumulate(float[] targets, int from, float[] wanted, float[] remainder, int count, Bounds bounds) {
        accumulate(targets, from, wanted, remainder, 0, count, bounds);
    }

    static void accumulate(
            float[] targets, int from, float[] wanted, float[] remainder, int start, int count, Bounds bounds) {
        for (int k = start; k < count; k++) {
            float target = targets[from + k];
            float off = remainder[from + k] + wanted[k];
            float bounded = bounds.clip(target + off);
            float level = whole(bounded);
            remainder[from + k] = bounded == target + off ? target - level + off : 0;
            wanted[k] = level;
        }
    }

    @Override
    public long count(float[] targets, int from, float[] steps, float[] next, int count) {
        return count(targets, from, steps, next, 0, count);
    }

    static long count(float[] targets, int from, float[] steps, float[] next, int start, int count) {
        int wanted = 0;
        int lost = 0;
        for (int k = start; k < count; k++) {
            wanted += steps[k] != 0 ? 1 : 0;
            lost += steps[k] != 0 && next[k] == targets[from + k] ? 1 : 0;
        }
        return ((long) wanted << 32) + lost;
    }
}
