package org.ohmgrad.training.rule;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Last-layer hybrid: all layers are trained in float by backpropagation, programmed onto the chip and frozen but for the
 * last, which goes on learning on the chip. It needs no transposed read.
 *
 * @param floatShare share of the epochs that are trained in float; at least one epoch is, and at least one is
 *     not, so that training takes at least two
 */
public record LastLayer(@Default("0.5") double floatShare) implements FeedbackRule {
    /** Refuses a share outside [0, 1]. */
    public LastLayer {
        Check.that().inRange("floatShare", floatShare, 0, 1).holds();
    }

    /** As a file that gives no key has it. */
    public LastLayer() {
        this(0.5);
    }

    @Override
    public Needs needs() {
        return new Needs(1, 0, false);
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        return new NoFeedback();
    }

    @Override
    public int firstTrained(int synapses) {
        return synapses - 1;
    }

    @Override
    public int floatEpochs(int epochs) {
        return (int) Math.max(1, Math.min(epochs - 1, Math.rint(floatShare * epochs)));
    }
}
