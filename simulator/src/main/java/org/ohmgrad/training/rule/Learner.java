package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.Lesson;

/**
 * A learning rule at work in one network: finds out, by reads of any number and direction, how every synapse should change, and
 * says what the network answers. It changes no weight: the update scheme does.
 */
public interface Learner {
    /**
     * What a batch teaches.
     *
     * @param occasion decides the noise drawn; a second read of the same matrix in the same direction needs a round of its own
     * @return a product or more for every synapse that learns
     */
    Lesson lesson(Batch batch, Occasion occasion);

    /**
     * What the network answers, to be tested.
     *
     * @param inputs examples x features; not modified
     * @param occasion decides the noise drawn
     */
    Answer answer(FMatrixRMaj inputs, Occasion occasion);

    /** Matrices that the learner holds on tiles of its own: refreshed, counted, updated and kept; empty if it has none. */
    default List<OwnMatrix> matrices() {
        return List.of();
    }

    /**
     * Pull toward zero of matrices that learn beside weights, and of those weights: added to the gradient as decay times the
     * matrix.
     */
    default float decay() {
        return 0;
    }

    /**
     * Called at the start of every epoch.
     *
     * @param epoch number of the epoch, from 0
     */
    default void startEpoch(long epoch) {}

    /** Called before the reads of every training step. */
    default void prepare() {}

    /**
     * The matrix through which the error reaches the output of the synapse below one, as the mean read realises it, in the
     * orientation of the weights; empty if there is none.
     *
     * @param synapse counted from 0, at least 1
     */
    default Optional<FMatrixRMaj> feedbackOf(int synapse) {
        return Optional.empty();
    }

    /** The matrix with which {@link #feedbackOf} would carry the exact error: the weights of the synapse. */
    default FMatrixRMaj exactFeedbackOf(int synapse, Weights realised) {
        return realised.matrices().get(synapse);
    }

    /**
     * The exact gradient of the loss of what this learner answers, in exact numbers, of all synapses: by default float
     * backpropagation through the forward pass.
     *
     * @param realised weights of the mean forward read; not modified
     * @param inputs shape of an example
     */
    default Gradients exact(Weights realised, NetworkSettings settings, Shape inputs, Batch batch) {
        return ExactGradient.of(realised, settings, inputs, batch);
    }

    /**
     * Keeps what the learner holds: its {@link #matrices()} and their updates. A learner that holds anything else that changes
     * must keep it too.
     */
    default void keep(Archive archive) {
        matrices().forEach(matrix -> matrix.keep(archive));
    }
}
