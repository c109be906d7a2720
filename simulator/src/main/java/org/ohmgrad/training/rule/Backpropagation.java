package org.ohmgrad.training.rule;

/** Exact backpropagation: the error goes through the transposed read of the weights themselves. */
public record Backpropagation() implements FeedbackRule {
    @Override
    public Needs needs() {
        return Needs.transposedRead();
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        return new TransposedRead(context.network());
    }
}
