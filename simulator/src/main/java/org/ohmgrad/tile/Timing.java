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
    /** Refuses negative times. */
    public Timing {
        Check.that()
                .notNegative("readSeconds", readSeconds)
                .notNegative("writeSeconds", writeSeconds)
                .holds();
    }
}
