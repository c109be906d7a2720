package org.ohmgrad.training;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.tile.TileGrid;

/**
 * The error goes back layer by layer through matrices of their own, each in the place of the weights above a layer. They
 * are stored transposed, the error's lines as word lines, so that an ordinary forward read carries the error: no transposed
 * read is needed.
 */
class FeedbackMatrices implements FeedbackPath {
    private final List<TileGrid> matrices;

    /**
     * @param matrices for each layer but the last, the transpose of a matrix shaped as the weights of the layer above
     */
    FeedbackMatrices(List<TileGrid> matrices) {
        this.matrices = List.copyOf(matrices);
    }

    @Override
    public FMatrixRMaj errorOf(int layer, List<FMatrixRMaj> deltas, Occasion occasion) {
        return matrices.get(layer).read(deltas.get(layer + 1), occasion);
    }

    @Override
    public Optional<FMatrixRMaj> matrixOf(int layer) {
        return Optional.of(CommonOps_FDRM.transpose(matrices.get(layer).meanForward(), null));
    }

    @Override
    public List<TileGrid> grids() {
        return matrices;
    }
}
