package org.ohmgrad.training;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;

/**
 * A matrix that a learner holds on tiles of its own beside a synapse's weights, such as the one that carries an error in their
 * place. It is stored transposed, the error's lines as word lines, so that an ordinary forward read carries the error.
 *
 * @param of the synapse beside whose costs its own are counted
 * @param grid the matrix
 * @param update how it learns, from the transposed gradient of the synapse; empty if it does not
 */
public record OwnMatrix(Synapse of, TileGrid grid, Optional<MatrixUpdate> update) {
    /** The matrix as the mean read realises it, in the orientation of the weights that it stands for. */
    public FMatrixRMaj mean() {
        return CommonOps_FDRM.transpose(grid.meanForward(), null);
    }

    void keep(Archive archive) {
        grid.keep(archive);
        update.ifPresent(each -> each.keep(archive));
    }
}
