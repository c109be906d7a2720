package org.ohmgrad.training.rule;

import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;

/** Float backpropagation through the weights that a chip realises on the mean, with its own activations. */
public final class ExactGradient {
    private ExactGradient() {}

    /** The same for features without a shape. */
    public static Gradients of(Weights realised, NetworkSettings settings, Batch batch) {
        return of(realised, settings, Shape.of(batch.inputs().numCols), batch);
    }

    /**
     * Gradients of all synapses.
     *
     * @param realised weights of the mean forward read; not modified
     * @param inputs shape of an example
     */
    public static Gradients of(Weights realised, NetworkSettings settings, Shape inputs, Batch batch) {
        Network network = settings.build(inputs, realised, Chip.exactNumbers(), new Clock(), 0);
        var learner = new FeedbackLearner(network, new TransposedRead(network), 0);
        return Gradients.of(network, 0, learner.lesson(batch, new Occasion(Phase.PROBE, 0, 0)));
    }
}
