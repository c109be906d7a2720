package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Adam (D. Kingma and J. Ba, ICLR 2015), with bias correction.
 *
 * @param beta1 share of the running mean of gradients that stays
 * @param beta2 share of the running mean of squares that stays
 * @param epsilon keeps the divisor above zero
 */
public record Adam(
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-8") double epsilon) implements Optimizer {
    /** Refuses betas outside [0, 0.999999] and an epsilon that is not positive. */
    public Adam {
        Check.that()
                .inRange("beta1", beta1, 0, 0.999999)
                .inRange("beta2", beta2, 0, 0.999999)
                .positive("epsilon", epsilon)
                .holds();
    }

    /** As a file that gives no key has it. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        float[] mean = memory[0];
        float[] squares = memory[1];
        double meanScale = 1 / (1 - Elementary.pow(beta1, (double) update));
        double squareScale = 1 / (1 - Elementary.pow(beta2, (double) update));
        for (int k = 0; k < count; k++) {
            double g = gradient[k];
            mean[k] = (float) (beta1 * mean[k] + (1 - beta1) * g);
            squares[k] = (float) (beta2 * squares[k] + (1 - beta2) * g * g);
            gradient[k] = (float) (-rate * (mean[k] * meanScale) / (Math.sqrt(squares[k] * squareScale) + epsilon));
        }
    }
}
