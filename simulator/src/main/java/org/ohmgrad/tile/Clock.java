package org.ohmgrad.tile;

import org.ohmgrad.settings.Check;

/** The chip's own time. Reads and writes move it on, and an experiment may let it jump. */
public final class Clock {
    private double seconds;

    /** Seconds since the chip was switched on. */
    public double seconds() {
        return seconds;
    }

    /** Moves the clock on by so many seconds, at least 0. */
    public void advance(double by) {
        Check.that().notNegative("by", by).holds();
        seconds += by;
    }
}
