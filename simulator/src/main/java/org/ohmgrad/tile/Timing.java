package org.ohmgrad.tile;

import org.ohmgrad.settings.Check;

/**
 * What moves the chip's clock. All tiles of a layer read at the same time; the cells of one tile are written one after
 * another, and all tiles at the same time.
 *
 * @param readSeconds one read of one vector through one layer, seconds
 * @param writeSeconds one write of one cell, seconds
 */
public record Timing(double readSeconds, double writeSeconds) {
    /** Far more than any instrument takes, and little enough for the clock never to overflow. */
    private static final double LONGEST = 1000;

    /** Refuses times outside [0, 1000] seconds. */
    public Timing {
        Check.that()
                .inRange("readSeconds", readSeconds, 0, LONGEST)
                .inRange("writeSeconds", writeSeconds, 0, LONGEST)
                .holds();
    }
}
