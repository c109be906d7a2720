package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.WeightMatrix;
import org.ohmgrad.training.update.MatrixUpdate;

/**
 * A matrix that a learner holds on tiles of its own beside a synapse's weights, such as the one that carries an error in their
 * place. It is stored transposed, the error's lines as word lines, so that an ordinary forward read carries the error.
 *
 * @param of the synapse beside whose costs its own are counted
 * @param grid the matrix
 * @param update how it learns: as the lesson says of it, else from the transposed gradient of the synapse; empty if it does not
 */
public record OwnMatrix(Synapse of, TileGrid grid, Optional<MatrixUpdate> update) {
    /** What signals are read through: the matrix, unless its update has other arrays stand behind it. */
    public WeightMatrix matrix() {
        return update.flatMap(MatrixUpdate::matrix).orElse(grid);
    }

    /** The matrix as the mean read realises it, in the orientation of the weights that it stands for. */
    public FMatrixRMaj mean() {
        return CommonOps_FDRM.transpose(matrix().meanForward(), null);
    }

    /** Arrays that its update holds beside it. */
    public List<TileGrid> updateGrids() {
        return update.map(MatrixUpdate::grids).orElse(List.of());
    }

    void keep(Archive archive) {
        grid.keep(archive);
        update.ifPresent(each -> each.keep(archive));
    }
}
