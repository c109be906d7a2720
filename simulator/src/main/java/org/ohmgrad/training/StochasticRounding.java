package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.random.Draws;

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
    public void apply(
            float[] targets,
            float[] wanted,
            float[][] memory,
            ConductanceLevels levels,
            Bounds bounds,
            Draws draws,
            long step) {
        float[] u = new float[wanted.length];
        draws.uniforms(step, 0, u, 0, u.length);
        for (int k = 0; k < wanted.length; k++) {
            // Rounded before it is added: beside a large target level a small change would lose its digits.
            wanted[k] = bounds.clip(targets[k] + levels.stochastic(wanted[k], u[k]));
        }
    }
}
