package org.ohmgrad.training;

import org.ohmgrad.state.Archive;

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

    /** Keeps the state of optimizer and update scheme, but not the matrix. */
    public final void keep(Archive archive) {
        wantedChanges = archive.keep(wantedChanges);
        lostChanges = archive.keep(lostChanges);
        cellWrites = archive.keep(cellWrites);
        pulses = archive.keep(pulses);
        keepState(archive);
    }

    abstract void keepState(Archive archive);
}
