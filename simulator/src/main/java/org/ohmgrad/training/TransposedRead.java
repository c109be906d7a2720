package org.ohmgrad.training;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Network;
import org.ohmgrad.random.Occasion;

/** The error goes back through the weights themselves, read in the other direction. */
final class TransposedRead implements FeedbackPath {
    private final Network network;

    TransposedRead(Network network) {
        this.network = network;
    }

    /** Calibrates the layers that are read in the other direction: all but the first. */
    @Override
    public void startEpoch(long epoch) {
        network.layers().stream().skip(1).forEach(layer -> layer.weights().calibrate(epoch));
    }

    @Override
    public FMatrixRMaj errorOf(int layer, List<FMatrixRMaj> deltas, Occasion occasion) {
        return network.layer(layer + 1).weights().readTransposed(deltas.get(layer + 1), occasion);
    }

    @Override
    public Optional<FMatrixRMaj> matrixOf(int layer) {
        return Optional.of(network.layer(layer + 1).weights().meanTransposed());
    }
}
