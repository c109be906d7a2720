package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Connection;
import org.ohmgrad.tile.WeightMatrix;

/**
 * The error goes back layer by layer through matrices of their own, each in the place of a synapse's weights. They are stored
 * transposed, the error's lines as word lines, so that an ordinary forward read carries the error: no transposed read is needed.
 */
class FeedbackMatrices implements FeedbackPath {
    private final List<OwnMatrix> matrices;

    /**
     * @param matrices one for each connection but the lowest
     */
    FeedbackMatrices(List<OwnMatrix> matrices) {
        this.matrices = List.copyOf(matrices);
    }

    /** The matrix in the place of a synapse's weights. */
    final WeightMatrix matrixOf(int synapse) {
        return matrices.get(synapse - 1).matrix();
    }

    @Override
    public FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way) {
        return at.gathered(matrixOf(at.synapse().number()).read(deltas, way.occasion()));
    }

    @Override
    public Optional<FMatrixRMaj> feedbackOf(int synapse) {
        return Optional.of(matrices.get(synapse - 1).mean());
    }

    @Override
    public List<OwnMatrix> matrices() {
        return matrices;
    }
}
