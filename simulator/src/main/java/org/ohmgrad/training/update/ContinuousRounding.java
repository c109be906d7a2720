package org.ohmgrad.training.update;

import org.ohmgrad.training.update.LevelScheme.Bounds;

/** Without levels nothing is rounded: every scheme takes the wanted change as it is, within the bounds. */
final class ContinuousRounding extends PlainLevelRounding {
    static final ContinuousRounding INSTANCE = new ContinuousRounding();

    @Override
    public void nearest(float[] targets, int from, float[] wanted, int count, Bounds bounds) {
        if (bounds.areNone()) {
            for (int k = 0; k < count; k++) {
                wanted[k] += targets[from + k];
            }
        } else {
            for (int k = 0; k < count; k++) {
                wanted[k] = bounds.clip(targets[from + k] + wanted[k]);
            }
        }
    }

    @Override
    public void stochastic(float[] targets, int from, float[] wanted, float[] u, int count, Bounds bounds) {
        nearest(targets, from, wanted, count, bounds);
    }

    @Override
    public void accumulate(float[] targets, int from, float[] wanted, float[] remainder, int count, Bounds bounds) {
        for (int k = 0; k < count; k++) {
            float target = targets[from + k];
            float off = remainder[from + k] + wanted[k];
            float level = bounds.clip(target + off);
            remainder[from + k] = level == target + off ? target - level + off : 0;
            wanted[k] = level;
        }
    }
}
