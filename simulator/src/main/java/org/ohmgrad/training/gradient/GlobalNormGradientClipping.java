package org.ohmgrad.training.gradient;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.settings.Check;

/**
 * Shortens all gradients by one factor when their common Euclidean norm is too long (R. Pascanu et al., ICML 2013).
 *
 * @param norm longest norm allowed
 */
public record GlobalNormGradientClipping(double norm) implements GradientClipping {
    /** Refuses a norm that is not positive. */
    public GlobalNormGradientClipping {
        Check.that().positive("norm", norm).holds();
    }

    @Override
    public void clip(List<FMatrixRMaj> gradients) {
        double length = Math.sqrt(gradients.stream()
                .mapToDouble(GlobalNormGradientClipping::square)
                .reduce(0, Double::sum));
        if (length > norm) {
            float factor = (float) (norm / length);
            gradients.forEach(gradient -> scale(gradient.data, factor));
        }
    }

    private static double square(FMatrixRMaj matrix) {
        double sum = 0;
        for (float value : matrix.data) {
            sum += (double) value * value;
        }
        return sum;
    }

    private static void scale(float[] values, float factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= factor;
        }
    }
}
