package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.settings.Asking;

/** How a network finds out in which direction its weights should change. */
public sealed interface LearningRule extends Asking
        permits FeedbackRule,
                Pepita,
                EquilibriumPropagation,
                DifferenceTargetPropagation,
                WeightMirror,
                NodePerturbation,
                PredictiveCoding,
                CustomLearningRule {
    /** What an example costs that the rule learns from. */
    @Override
    Needs needs();

    /** The rule at work in one network, with matrices of its own if it needs them. */
    Learner start(LearningContext context);

    /** The lowest synapse that learns on the chip, counted from 0. */
    default int firstTrained(int synapses) {
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

    /**
     * Why the rule cannot train a network; empty if it can.
     *
     * @return sentences that begin with "must" or "needs" or "cannot"
     */
    default List<String> objections(NetworkSettings network) {
        return List.of();
    }

    /** Objections of a rule that knows dense layers alone. */
    static List<String> needsDenseLayers(NetworkSettings network) {
        List<String> objections = new ArrayList<>();
        if (!network.isDense()) {
            objections.add("needs a network whose layers are all dense");
        }
        return objections;
    }
}
