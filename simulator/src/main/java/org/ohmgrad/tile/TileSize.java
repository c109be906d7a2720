package org.ohmgrad.tile;

import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;

/**
 * Largest matrix that one tile holds; a larger one becomes a grid of tiles.
 *
 * @param rows word lines
 * @param cols bit lines, counted in weights (a differential pair counts once)
 */
public record TileSize(
        @Called("rows of a tile") int rows,
        @Called("columns of a tile") int cols) {
    /** Refuses sizes outside [1, 4096]. */
    public TileSize {
        Check.that()
                .inRange("rows", rows, 1, 4096)
                .inRange("cols", cols, 1, 4096)
                .holds();
    }
}
