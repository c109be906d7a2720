package org.ohmgrad.linalg;

/** Right operand of a product: rows of {@code width} numbers, to be read as it stands or transposed. */
final class RightOperand {
    private static final int TILE = 16;

    final float[] data;
    final int width;
    final boolean transposed;

    RightOperand(float[] data, int width, boolean transposed) {
        this.data = data;
        this.width = width;
        this.transposed = transposed;
    }

    /**
     * Copies elements (k ... k + depth - 1, j ... j + columns - 1) into the first rows and columns of rows.
     */
    void pack(int k, int depth, int j, int columns, float[][] rows) {
        if (transposed) {
            packTransposed(k, depth, j, columns, rows);
        } else {
            for (int d = 0; d < depth; d++) {
                System.arraycopy(data, (k + d) * width + j, rows[d], 0, columns);
            }
        }
    }

    /** Sixteen columns at a time, so that the lines of memory being read all stay in the cache. */
    private void packTransposed(int k, int depth, int j, int columns, float[][] rows) {
        for (int tile = 0; tile < columns; tile += TILE) {
            int end = Math.min(columns, tile + TILE);
            for (int d = 0; d < depth; d++) {
                gather((j + tile) * width + k + d, rows[d], tile, end);
            }
        }
    }

    private void gather(int from, float[] row, int start, int end) {
        int at = from;
        for (int t = start; t < end; t++) {
            row[t] = data[at];
            at += width;
        }
    }
}
