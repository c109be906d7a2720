package org.ohmgrad.training.rule;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Connection;
import org.ohmgrad.network.Network;

/** The error goes back through the weights themselves, read in the other direction. */
final class TransposedRead implements FeedbackPath {
    private final Network network;

    TransposedRead(Network network) {
        this.network = network;
    }

    /** Calibrates the synapses that are read in the other direction: all but the first. */
    @Override
    public void startEpoch(long epoch) {
        network.synapses().stream().skip(1).forEach(synapse -> synapse.weights().calibrate(epoch));
    }

    @Override
    public FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way) {
        return at.gathered(at.synapse().matrix().readTransposed(deltas, way.occasion()));
    }

    @Override
    public Optional<FMatrixRMaj> feedbackOf(int synapse) {
        return Optional.of(network.synapse(synapse).matrix().meanTransposed());
    }
}
