package org.ohmgrad.training.rule;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Connection;

/** No error leaves the last layer. */
final class NoFeedback implements FeedbackPath {
    @Override
    public FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way) {
        throw new IllegalStateException(
                "no error goes below synapse " + at.synapse().number());
    }

    @Override
    public Optional<FMatrixRMaj> feedbackOf(int synapse) {
        return Optional.empty();
    }
}
