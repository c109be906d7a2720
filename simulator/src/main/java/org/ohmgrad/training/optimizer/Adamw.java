package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Adam with decoupled weight decay (I. Loshchilov and F. Hutter, ICLR 2019): Adam's change less rate weightDecay weight.
 *
 * @param beta1 share of the running mean of gradients that stays
 * @param beta2 share of the running mean of squares that stays
 * @param epsilon keeps the divisor above zero
 * @param weightDecay decay of the weights per unit of learning rate
 */
public record Adamw(
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-8") double epsilon,
        @Default("0.01") double weightDecay)
        implements Optimizer {
    /** Refuses what {@link Adam} refuses, and a negative weight decay. */
    public Adamw {
        Check.that()
                .inRange("beta1", beta1, 0, 0.999999)
                .inRange("beta2", beta2, 0, 0.999999)
                .positive("epsilon", epsilon)
                .notNegative("weightDecay", weightDecay)
                .holds();
    }

    /** As a file that gives no key has it. */
    public Adamw() {
        this(0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public boolean asksForWeights() {
        return true;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        new Adam(beta1, beta2, epsilon).step(gradient, count, memory, weights, rate, update);
        float[] now = weights.get();
        float shrink = (float) (-rate * weightDecay);
        for (int k = 0; k < count; k++) {
            gradient[k] = Math.fma(shrink, now[k], gradient[k]);
        }
    }
}
