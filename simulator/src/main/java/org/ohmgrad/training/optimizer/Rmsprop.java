package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * RMSProp (T. Tieleman and G. Hinton, lecture 6.5, 2012): change = -rate gradient / (sqrt(running mean of squares) +
 * epsilon).
 *
 * @param decay share of the running mean that stays
 * @param epsilon keeps the divisor above zero
 */
public record Rmsprop(
        @Default("0.9") double decay, @Default("1e-8") double epsilon) implements Optimizer {
    /** Refuses a decay outside [0, 1] and an epsilon that is not positive. */
    public Rmsprop {
        Check.that().inRange("decay", decay, 0, 1).positive("epsilon", epsilon).holds();
    }

    /** As a file that gives no key has it. */
    public Rmsprop() {
        this(0.9, 1e-8);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        float[] mean = memory[0];
        for (int k = 0; k < count; k++) {
            double g = gradient[k];
            mean[k] = (float) (decay * mean[k] + (1 - decay) * g * g);
            gradient[k] = (float) (-rate * g / (Math.sqrt(mean[k]) + epsilon));
        }
    }
}
