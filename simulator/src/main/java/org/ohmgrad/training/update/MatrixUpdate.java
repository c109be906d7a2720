package org.ohmgrad.training.update;

import java.util.List;
import java.util.Optional;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.WeightMatrix;
import org.ohmgrad.training.gradient.WeightGradient;

/** Brings gradients into one weight matrix. Holds the state of optimizer and update scheme. */
public abstract class MatrixUpdate {
    private long wantedChanges;
    private long lostChanges;
    private long cellWrites;
    private long pulses;

    MatrixUpdate() {}

    /**
     * One update.
     *
     * @param gradient of the matrix; its matrix may be overwritten by the change that the optimizer wanted
     * @param rate learning rate
     * @param step training step, for the random numbers
     */
    public abstract void apply(WeightGradient gradient, double rate, long step);

    /** Arrays of its own beside that of the weights, which it reads and fires at: refreshed and counted; it keeps them itself. */
    public List<TileGrid> grids() {
        return List.of();
    }

    /** What signals are to be read through in the place of the array of the weights; empty if that array stands for itself. */
    public Optional<WeightMatrix> matrix() {
        return Optional.empty();
    }

    final void countWanted(long wanted, long lost) {
        wantedChanges += wanted;
        lostChanges += lost;
    }

    final void countWrites(long cells) {
        cellWrites += cells;
    }

    final void countPulses(long fired) {
        pulses += fired;
    }

    /** Changes of weights that were wanted and not zero, since the last {@link #resetCounts()}. */
    public long wantedChanges() {
        return wantedChanges;
    }

    /** Those of them that left the target level as it was, or under pulses fired none. */
    public long lostChanges() {
        return lostChanges;
    }

    /** Cells written; under pulses, cells that a train of pulses was fired at. */
    public long cellWrites() {
        return cellWrites;
    }

    /** Pulses fired by a scheme of pulses; 0 under a scheme of target levels. */
    public long pulses() {
        return pulses;
    }

    /** Starts the counts anew. */
    public void resetCounts() {
        wantedChanges = 0;
        lostChanges = 0;
        cellWrites = 0;
        pulses = 0;
    }

    /** Keeps the state of optimizer and update scheme, {@link #grids()} among it, but not the array of the weights. */
    public final void keep(Archive archive) {
        wantedChanges = archive.keep(wantedChanges);
        lostChanges = archive.keep(lostChanges);
        cellWrites = archive.keep(cellWrites);
        pulses = archive.keep(pulses);
        keepState(archive);
    }

    abstract void keepState(Archive archive);
}
