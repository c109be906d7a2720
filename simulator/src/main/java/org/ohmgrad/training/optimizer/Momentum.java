package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Heavy-ball momentum (B. T. Polyak, 1964): v = decay v + gradient, change = -rate v.
 *
 * @param decay share of the velocity that stays
 */
public record Momentum(@Default("0.9") double decay) implements Optimizer {
    /** Refuses a decay outside [0, 1]. */
    public Momentum {
        Check.that().inRange("decay", decay, 0, 1).holds();
    }

    /** As a file that gives no key has it. */
    public Momentum() {
        this(0.9);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        float[] velocity = memory[0];
        for (int k = 0; k < count; k++) {
            velocity[k] = (float) (decay * velocity[k] + gradient[k]);
            gradient[k] = (float) (-rate * velocity[k]);
        }
    }
}
