package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;

/** Rounds to the nearest level: a change of less than half a step is lost, and learning stalls. */
public record NearestLevel() implements UpdateScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        ConductanceLevels levels = step.levels();
        Bounds bounds = step.bounds();
        for (int k = 0; k < count; k++) {
            wanted[k] = levels.nearest(bounds.clip(targets[from + k] + wanted[k]));
        }
    }
}
