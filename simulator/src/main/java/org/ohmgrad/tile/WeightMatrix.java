package org.ohmgrad.tile;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/** A matrix of weights as reads see it: one grid of tiles, or several whose products are added. */
public sealed interface WeightMatrix permits TileGrid, WeightedGrids {
    /**
     * Products with the matrix.
     *
     * @param inputs vectors x rows; not modified
     * @param occasion decides the noise drawn
     * @return vectors x cols, in units of weight times input
     */
    FMatrixRMaj read(FMatrixRMaj inputs, Occasion occasion);

    /**
     * Products with the transposed matrix, through the transposed read.
     *
     * @param errors vectors x cols; not modified
     * @param occasion decides the noise drawn
     * @return vectors x rows, in units of weight times error
     */
    FMatrixRMaj readTransposed(FMatrixRMaj errors, Occasion occasion);

    /** The weights that the mean forward read realises now, rows x cols. A copy. */
    FMatrixRMaj meanForward();

    /** The same for the transposed read, also rows x cols. A copy. */
    FMatrixRMaj meanTransposed();

    /** The grids that it is made of. */
    List<TileGrid> grids();
}
