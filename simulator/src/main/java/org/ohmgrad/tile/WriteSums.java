package org.ohmgrad.tile;

/** Writes of a grid of tiles, and the time that they took. */
public final class WriteSums {
    private long cells;
    private double seconds;

    void add(long written, double time) {
        cells += written;
        seconds += time;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        cells = 0;
        seconds = 0;
    }

    /** Cells written; where exact numbers stand in the place of cells, numbers changed. */
    public long cells() {
        return cells;
    }

    /** Chip time of the writes, seconds. */
    public double seconds() {
        return seconds;
    }
}
