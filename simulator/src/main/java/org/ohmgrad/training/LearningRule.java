package org.ohmgrad.training;

/** Which layers learn, and how the error reaches them. */
public sealed interface LearningRule
        permits Backpropagation,
                FeedbackAlignment,
                DirectFeedbackAlignment,
                SignSymmetric,
                KolenPollack,
                LastLayer,
                CustomLearningRule {
    /** The path of the error in one network, with matrices of its own if the rule needs them. */
    FeedbackPath start(FeedbackContext context);

    /** The lowest layer that learns on the chip, counted from 0. */
    default int firstTrainedLayer(int depth) {
        return 0;
    }

    /** Epochs of float backpropagation over all layers before the weights are programmed and the rule begins. */
    default int floatEpochs(int epochs) {
        return 0;
    }

    /** Whether the rule looks at the weights' target levels in digital memory, which updates by pulses do not keep. */
    default boolean asksForWeights() {
        return false;
    }
}
