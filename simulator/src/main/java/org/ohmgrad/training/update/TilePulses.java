package org.ohmgrad.training.update;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;

/** The stochastic pulses of one tile, and how many there were in the last update. */
abstract class TilePulses {
    private double pulses;

    @NotKept("of one update")
    private long wanted;

    @NotKept("of one update")
    private long hits;

    /**
     * Fires the pulses of a batch.
     *
     * @param inputs examples x inputs of the whole matrix; not modified
     * @param deltas examples x outputs of the whole matrix; not modified
     * @param step training step
     * @param seconds chip time
     */
    final void fire(FMatrixRMaj inputs, FMatrixRMaj deltas, LineGains gains, long step, double seconds) {
        wanted = 0;
        hits = 0;
        fireAll(inputs, deltas, gains, step, seconds);
    }

    abstract void fireAll(FMatrixRMaj inputs, FMatrixRMaj deltas, LineGains gains, long step, double seconds);

    final void count(double fired, long cells) {
        pulses += fired;
        hits += cells;
    }

    final void countWanted(long cells) {
        wanted += cells;
    }

    /** Whole pulses since the last call; a fraction that was only to be expected stays for the next. */
    final long takePulses() {
        long whole = (long) pulses;
        pulses -= whole;
        return whole;
    }

    /** Keeps the fraction that stays. */
    final void keep(Archive archive) {
        pulses = archive.keep(pulses);
    }

    /** Trains that could have been fired: products of an input and a delta that are not zero. */
    final long wanted() {
        return wanted;
    }

    /** Trains that were. */
    final long hits() {
        return hits;
    }
}
