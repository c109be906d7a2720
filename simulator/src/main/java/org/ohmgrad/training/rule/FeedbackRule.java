package org.ohmgrad.training.rule;

/** A rule of one forward pass, after which an error goes back along a path: such rules differ in the path alone. */
public sealed interface FeedbackRule extends LearningRule
        permits Backpropagation,
                FeedbackAlignment,
                DirectFeedbackAlignment,
                DirectRandomTargetProjection,
                SignSymmetric,
                KolenPollack,
                LastLayer {
    /** The path of the error in one network, with matrices of its own if the rule needs them. */
    FeedbackPath path(LearningContext context);

    @Override
    default Learner start(LearningContext context) {
        return new FeedbackLearner(
                context.network(), path(context), firstTrained(context.network().depth()));
    }
}
