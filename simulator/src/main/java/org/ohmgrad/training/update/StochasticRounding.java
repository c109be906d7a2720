package org.ohmgrad.training.update;

/**
 * Rounds up or down by chance so that the mean is the wanted value (S. Gupta et al., ICML 2015): a small change survives
 * in the mean, at the price of noise that grows with the step.
 */
public record StochasticRounding() implements LevelScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        float[] u = new float[count];
        step.draws().uniforms(step.number(), from, u, 0, count);
        step.rounding().stochastic(targets, from, wanted, u, count, step.bounds());
    }
}
