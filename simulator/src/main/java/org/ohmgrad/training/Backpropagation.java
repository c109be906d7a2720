package org.ohmgrad.training;

/** Exact backpropagation: the error goes through the transposed read of the weights themselves. */
public record Backpropagation() implements LearningRule {
    @Override
    public FeedbackPath start(FeedbackContext context) {
        return new TransposedRead(context.network());
    }
}
