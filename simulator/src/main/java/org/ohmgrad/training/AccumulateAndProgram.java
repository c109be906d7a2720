package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.random.Draws;

/**
 * Keeps what rounding leaves over in digital memory and programs a cell when the remainder has grown to a level (S. R.
 * Nandakumar et al., Frontiers in Neuroscience 14:406, 2020): nothing is lost, at the price of a number of full
 * precision per weight. Beyond the range nothing is accumulated.
 */
public record AccumulateAndProgram() implements UpdateScheme {
    @Override
    public int memories() {
        return 1;
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
        float[] remainder = memory[0];
        for (int k = 0; k < wanted.length; k++) {
            float off = remainder[k] + wanted[k];
            float whole = levels.nearest(bounds.clip(targets[k] + off));
            remainder[k] = bounds.clip(targets[k] + off) == targets[k] + off ? targets[k] - whole + off : 0;
            wanted[k] = whole;
        }
    }
}
