package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.tile.converter.Periphery;

/** Columns of matrices. */
final class Columns {
    private Columns() {}

    /** Columns [from, from + count), copied unless they are all. */
    static FMatrixRMaj columns(FMatrixRMaj matrix, int from, int count) {
        if (count == matrix.numCols) {
            return matrix;
        }
        FMatrixRMaj block = new FMatrixRMaj(matrix.numRows, count);
        for (int row = 0; row < matrix.numRows; row++) {
            System.arraycopy(matrix.data, row * matrix.numCols + from, block.data, row * count, count);
        }
        return block;
    }

    /** Adds a block to the columns of a matrix from {@code from} on. */
    static void addColumns(FMatrixRMaj block, FMatrixRMaj matrix, int from) {
        for (int row = 0; row < block.numRows; row++) {
            Periphery.BEST.add(
                    block.data, row * block.numCols, matrix.data, row * matrix.numCols + from, block.numCols);
        }
    }
}
