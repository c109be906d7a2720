package org.ohmgrad.training.gradient;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Gradients stay as they are. */
public record NoGradientClipping() implements GradientClipping {
    @Override
    public void clip(List<FMatrixRMaj> gradients) {}
}
