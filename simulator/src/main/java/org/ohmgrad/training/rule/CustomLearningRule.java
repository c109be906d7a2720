package org.ohmgrad.training.rule;

/**
 * A class of your own that implements this interface, from a jar or a notebook. Settings name it by its class; a program or
 * a notebook needs no name. A rule is asked for a learner by every run, from several threads: it keeps no state itself. One that
 * differs from the rules here in the path of the error alone starts a {@link FeedbackLearner}.
 */
public non-sealed interface CustomLearningRule extends LearningRule {
    /** By default one forward read. */
    @Override
    default Needs needs() {
        return new Needs(1, 0, false);
    }
}
