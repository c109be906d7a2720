package org.ohmgrad.tile.correction;

import org.ohmgrad.random.Origin;

/**
 * What the sense circuits of the transposed read do to the current of their line before the converter. A gain error g
 * and an offset o make (1 + g) i + o of the current i, its read noise included. Both belong to a physical line of a
 * tile, whatever it holds, and stay as they are for the whole run.
 */
public sealed interface TransposedErrors permits NoTransposedErrors, GaussianTransposedErrors {
    /**
     * The errors of a tile's sensed lines.
     *
     * @param lines word lines of the tile
     * @param origin of their draws
     */
    LineResponse of(int lines, Origin origin);
}
