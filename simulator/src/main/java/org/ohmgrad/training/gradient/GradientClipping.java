package org.ohmgrad.training.gradient;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Bounds the gradients of one step before the optimizer sees them. */
public sealed interface GradientClipping permits NoGradientClipping, GlobalNormGradientClipping, ValueGradientClipping {
    /**
     * Clips in place.
     *
     * @param gradients all gradients of the step, weights and biases; modified
     */
    void clip(List<FMatrixRMaj> gradients);
}
