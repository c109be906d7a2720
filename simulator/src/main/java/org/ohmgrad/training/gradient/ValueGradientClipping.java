package org.ohmgrad.training.gradient;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.settings.Check;

/**
 * Clips every element of a gradient by itself.
 *
 * @param bound largest magnitude allowed
 */
public record ValueGradientClipping(float bound) implements GradientClipping {
    /** Refuses a bound that is not positive. */
    public ValueGradientClipping {
        Check.that().positive("bound", bound).holds();
    }

    @Override
    public void clip(List<FMatrixRMaj> gradients) {
        for (FMatrixRMaj gradient : gradients) {
            for (int k = 0; k < gradient.data.length; k++) {
                gradient.data[k] = Math.min(Math.max(gradient.data[k], -bound), bound);
            }
        }
    }
}
