package org.ohmgrad.tile;

import org.ohmgrad.state.Archive;

/** The chip's own time. Reads and writes move it on, and an experiment may let it jump. */
public final class Clock {
    private double seconds;

    /** Seconds since the chip was switched on. */
    public double seconds() {
        return seconds;
    }

    /** Moves the clock on by so many seconds, at least 0. */
    public void advance(double by) {
        if (!(by >= 0 && by < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("by must not be negative but is " + by);
        }
        seconds += by;
    }

    /** Keeps the time. */
    public void keep(Archive archive) {
        seconds = archive.keep(seconds);
    }
}
