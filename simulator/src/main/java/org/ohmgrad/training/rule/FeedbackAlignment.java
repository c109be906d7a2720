package org.ohmgrad.training.rule;

import org.ohmgrad.settings.Default;

/**
 * Feedback alignment (T. P. Lillicrap et al., Nature Communications 7:13276, 2016): the error goes back through fixed
 * random matrices, and the weights come to align with them.
 *
 * @param on where the feedback matrices are kept
 */
public record FeedbackAlignment(@Default("\"digital\"") FeedbackPlace on) implements FeedbackRule {
    /** As a file that gives no key has it. */
    public FeedbackAlignment() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn();
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        return new FeedbackMatrices(context.perConnection(at -> context.randomLike(at.synapse()), on));
    }
}
