package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;

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
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        ConductanceLevels levels = step.levels();
        Bounds bounds = step.bounds();
        float[] remainder = memory[0];
        for (int k = 0; k < count; k++) {
            float target = targets[from + k];
            float off = remainder[from + k] + wanted[k];
            float bounded = bounds.clip(target + off);
            float whole = levels.nearest(bounded);
            remainder[from + k] = bounded == target + off ? target - whole + off : 0;
            wanted[k] = whole;
        }
    }
}
