package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;

/** Plain gradient descent: change = -rate gradient. */
public record Sgd() implements Optimizer {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        float down = (float) -rate;
        for (int k = 0; k < count; k++) {
            gradient[k] *= down;
        }
    }
}
