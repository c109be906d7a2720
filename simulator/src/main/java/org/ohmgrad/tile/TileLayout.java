package org.ohmgrad.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.random.Origin;

/**
 * How a matrix lies on tiles.
 *
 * @param rows of the matrix
 * @param cols of the matrix
 * @param tile largest part that one tile holds
 */
record TileLayout(int rows, int cols, TileSize tile) {
    /** Tiles above one another. */
    int down() {
        return ceilDiv(rows, tile.rows());
    }

    /** Tiles beside one another. */
    int across() {
        return ceilDiv(cols, tile.cols());
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
    }

    /** Lines of the whole matrix that a read drives. */
    int driven(Direction direction) {
        return direction.driven(rows, cols);
    }

    /** Lines of the whole matrix that a read senses. */
    int sensed(Direction direction) {
        return direction.sensed(rows, cols);
    }

    /** Tiles among which the driven lines are divided, so that as many partial sums add up to a sensed line's. */
    int parts(Direction direction) {
        return direction.driven(down(), across());
    }

    /** Tiles in each of which a driven line is driven. */
    int copies(Direction direction) {
        return direction.sensed(down(), across());
    }

    /** Driven lines of the largest tile. */
    int drivenOfTile(Direction direction) {
        return Math.min(driven(direction), direction.driven(tile.rows(), tile.cols()));
    }

    /** Name in stream names of the tile that starts at a row and column: {@code tile0,1}. */
    String name(int row, int col) {
        return "tile" + row / tile.rows() + "," + col / tile.cols();
    }

    /**
     * Makes all tiles, row by row.
     *
     * @param grid origin of the draws of all
     */
    List<Tile> tiles(TileMaker maker, Origin grid) {
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row += tile.rows()) {
            for (int col = 0; col < cols; col += tile.cols()) {
                int height = Math.min(tile.rows(), rows - row);
                int width = Math.min(tile.cols(), cols - col);
                tiles.add(maker.tile(row, col, height, width, grid.part(name(row, col))));
            }
        }
        return List.copyOf(tiles);
    }

    /**
     * Puts what tiles hold together again.
     *
     * @param part of a tile, row by row; not modified
     * @return rows x cols
     */
    FMatrixRMaj assembled(List<Tile> tiles, Function<Tile, float[]> part) {
        FMatrixRMaj whole = new FMatrixRMaj(rows, cols);
        for (Tile one : tiles) {
            float[] values = part.apply(one);
            int width = one.crossbar().cols();
            for (int from = 0; from < values.length; from += width) {
                int to = (one.row() + from / width) * cols + one.col();
                System.arraycopy(values, from, whole.data, to, width);
            }
        }
        return whole;
    }
}
