package org.ohmgrad.training;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/** No error leaves the last layer. */
final class NoFeedback implements FeedbackPath {
    @Override
    public FMatrixRMaj errorOf(int layer, List<FMatrixRMaj> deltas, Occasion occasion) {
        throw new IllegalStateException("layer " + layer + " gets no feedback");
    }

    @Override
    public Optional<FMatrixRMaj> matrixOf(int layer) {
        return Optional.empty();
    }
}
