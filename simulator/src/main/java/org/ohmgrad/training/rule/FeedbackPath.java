package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Connection;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;

/** How the error of the output reaches the layers below. */
public interface FeedbackPath {
    /**
     * The error at the input of a connection.
     *
     * @param deltas gradients with respect to the connection's weighted sums, reads x outputs; not modified
     * @param way what else is known on the way back
     * @return examples x inputs of the connection, which the caller may modify
     */
    FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way);

    /**
     * What is known of a batch on the way back.
     *
     * @param outputDeltas gradients with respect to the last layer's weighted sums, examples x outputs; not to be modified
     * @param targets examples x outputs; not to be modified
     * @param occasion decides the noise drawn
     */
    record Way(FMatrixRMaj outputDeltas, FMatrixRMaj targets, Occasion occasion) {}

    /** See {@link Learner#feedbackOf}. */
    Optional<FMatrixRMaj> feedbackOf(int synapse);

    /** See {@link Learner#exactFeedbackOf}. */
    default FMatrixRMaj exactFeedbackOf(int synapse, Weights realised) {
        return realised.matrices().get(synapse);
    }

    /** See {@link Learner#matrices}. */
    default List<OwnMatrix> matrices() {
        return List.of();
    }

    /** See {@link Learner#decay}. */
    default float decay() {
        return 0;
    }

    /** See {@link Learner#startEpoch}. */
    default void startEpoch(long epoch) {}

    /** See {@link Learner#prepare}. */
    default void prepare() {}
}
