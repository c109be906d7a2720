package org.ohmgrad.training;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;

/** How the error of the output reaches the layers below. Layers are counted from 0; the last one needs no feedback. */
public interface FeedbackPath {
    /**
     * The error at the output of a layer.
     *
     * @param layer a layer below the last
     * @param deltas gradients with respect to the weighted sums, by layer; those above {@code layer} are there
     * @param occasion decides the noise drawn
     * @return examples x outputs of the layer
     */
    FMatrixRMaj errorOf(int layer, List<FMatrixRMaj> deltas, Occasion occasion);

    /**
     * The matrix through which a layer gets its error, as the mean read realises it, in the orientation of the weights
     * (the layer's outputs x the width that the error comes from); empty if there is none.
     */
    Optional<FMatrixRMaj> matrixOf(int layer);

    /** The matrix with which {@link #matrixOf} would carry the exact error: the weights above the layer. */
    default FMatrixRMaj exactMatrixOf(int layer, Weights realised) {
        return realised.matrices().get(layer + 1);
    }

    /** Matrices that the path holds on tiles of its own; empty if it uses the network's. */
    default List<TileGrid> grids() {
        return List.of();
    }

    /** The updates of these matrices, if they learn; empty if they do not. */
    default List<MatrixUpdate> updates() {
        return List.of();
    }

    /**
     * Called at the start of every epoch.
     *
     * @param epoch number of the epoch, from 0
     */
    default void startEpoch(long epoch) {}

    /**
     * Keeps what the path holds: its {@link #grids()} and their {@link #updates()}. A path that holds anything else that
     * changes must keep it too.
     */
    default void keep(Archive archive) {
        grids().forEach(grid -> grid.keep(archive));
        updates().forEach(update -> update.keep(archive));
    }

    /** Called before the reads of every training step. */
    default void prepare() {}

    /**
     * Called with every weight gradient before the optimizer of the weights sees it.
     *
     * @param layer the layer whose weights are about to change
     * @param gradient of its weights; its matrix may be modified
     */
    default void learn(int layer, WeightGradient gradient, double rate, long step) {}
}
