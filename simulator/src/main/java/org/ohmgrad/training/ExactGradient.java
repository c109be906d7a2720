package org.ohmgrad.training;

import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Pass;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;

/** Float backpropagation through the weights that a chip realises on the mean, with its own activations. */
public final class ExactGradient {
    private ExactGradient() {}

    /**
     * Gradients of all layers.
     *
     * @param realised weights of the mean forward read; not modified
     */
    public static Gradients of(Weights realised, NetworkSettings settings, Batch batch) {
        Occasion now = new Occasion(Phase.PROBE, 0, 0);
        Network network = settings.build(realised, Chip.exactNumbers(), new Clock(), 0);
        Pass pass = network.forward(batch.inputs(), now);
        var deltas = Deltas.of(network, pass, batch.targets(), new TransposedRead(network), 0, now);
        return Gradients.roomFor(network, 0).fill(pass, deltas);
    }
}
