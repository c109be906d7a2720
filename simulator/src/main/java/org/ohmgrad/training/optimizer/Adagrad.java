package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * AdaGrad (J. Duchi et al., JMLR 12, 2011): change = -rate gradient / (sqrt(sum of squares) + epsilon).
 *
 * @param epsilon keeps the divisor above zero
 */
public record Adagrad(@Default("1e-8") double epsilon) implements Optimizer {
    /** Refuses an epsilon that is not positive. */
    public Adagrad {
        Check.that().positive("epsilon", epsilon).holds();
    }

    /** As a file that gives no key has it. */
    public Adagrad() {
        this(1e-8);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void step(
            float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update) {
        float[] squares = memory[0];
        for (int k = 0; k < count; k++) {
            squares[k] += gradient[k] * gradient[k];
            gradient[k] = (float) (-rate * gradient[k] / (Math.sqrt(squares[k]) + epsilon));
        }
    }
}
