package org.ohmgrad.tile;

import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.state.Archive;

/** Writes of a grid of tiles, and the time that they took. */
public final class WriteSums {
    private final WriteCounts counts = new WriteCounts();
    private long cells;
    private double seconds;

    void add(long written, WriteCounts here) {
        cells += written;
        counts.add(here);
    }

    void addSeconds(double time) {
        seconds += time;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        counts.reset();
        cells = 0;
        seconds = 0;
    }

    /** Cells written; where exact numbers stand in the place of cells, numbers changed. */
    public long cells() {
        return cells;
    }

    /** Pulses fired; a write whose pulses are not simulated counts as one. */
    public long pulses() {
        return counts.finishedAtOnce() + counts.pulses();
    }

    /** Reads of single cells before and between pulses. */
    public long verifies() {
        return counts.verifies();
    }

    /** Writes that failed; see {@link WriteCounts#failures()}. */
    public long failures() {
        return counts.failures();
    }

    /** Cells that wore out. */
    public long wornOut() {
        return counts.worn();
    }

    /** Chip time of the writes, seconds. */
    public double seconds() {
        return seconds;
    }

    void keep(Archive archive) {
        counts.keep(archive);
        cells = archive.keep(cells);
        seconds = archive.keep(seconds);
    }
}
