package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.random.Draws;

/** Rounds to the nearest level: a change of less than half a step is lost, and learning stalls. */
public record NearestLevel() implements UpdateScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void apply(
            float[] targets,
            float[] wanted,
            float[][] memory,
            ConductanceLevels levels,
            Bounds bounds,
            Draws draws,
            long step) {
        for (int k = 0; k < wanted.length; k++) {
            wanted[k] = levels.nearest(bounds.clip(targets[k] + wanted[k]));
        }
    }
}
