package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;

/**
 * Rounds up or down by chance so that the mean is the wanted value (S. Gupta et al., ICML 2015): a small change survives
 * in the mean, at the price of noise that grows with the step.
 */
public record StochasticRounding() implements UpdateScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        ConductanceLevels levels = step.levels();
        Bounds bounds = step.bounds();
        float[] u = new float[count];
        step.draws().uniforms(step.number(), from, u, 0, count);
        for (int k = 0; k < count; k++) {
            // Rounded before it is added: beside a large target level a small change would lose its digits.
            wanted[k] = bounds.clip(targets[from + k] + levels.stochastic(wanted[k], u[k]));
        }
    }
}
