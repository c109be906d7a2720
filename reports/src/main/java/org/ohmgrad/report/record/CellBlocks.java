package org.ohmgrad.report.record;

import java.util.Arrays;

/** The cells of an array, averaged over blocks of neighbours where there are too many to be drawn one by one. */
public final class CellBlocks {
    private final int rows;
    private final int cols;
    private final int blockRows;
    private final int blockCols;
    private final double[] means;

    private CellBlocks(int rows, int cols, int blockRows, int blockCols) {
        this.rows = rows;
        this.cols = cols;
        this.blockRows = blockRows;
        this.blockCols = blockCols;
        this.means = new double[down() * across()];
    }

    /** Blocks of the least size of which there are not more than so many in either direction. */
    public static CellBlocks of(int rows, int cols, double[] values, int most) {
        var blocks = new CellBlocks(rows, cols, ceilDiv(rows, most), ceilDiv(cols, most));
        for (int row = 0; row < blocks.down(); row++) {
            for (int col = 0; col < blocks.across(); col++) {
                blocks.means[row * blocks.across() + col] = blocks.mean(values, row, col);
            }
        }
        return blocks;
    }

    /**
     * Blocks whose means are known.
     *
     * @param means as {@link #of} makes them; copied
     * @throws IllegalArgumentException if there are not as many as blocks, or one is not finite
     */
    public static CellBlocks ofMeans(int rows, int cols, int most, double[] means) {
        if (rows < 1 || cols < 1) {
            throw new IllegalArgumentException("a map needs a row and a column but has " + rows + " x " + cols);
        }
        var blocks = new CellBlocks(rows, cols, ceilDiv(rows, most), ceilDiv(cols, most));
        if (means.length != blocks.means.length || !Arrays.stream(means).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "a map of " + rows + " x " + cols + " needs " + blocks.means.length + " finite means");
        }
        System.arraycopy(means, 0, blocks.means, 0, means.length);
        return blocks;
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
    }

    /** Blocks at the right and lower edge may hold fewer cells. */
    private double mean(double[] values, int blockRow, int blockCol) {
        int lastRow = Math.min(rows, (blockRow + 1) * blockRows);
        int lastCol = Math.min(cols, (blockCol + 1) * blockCols);
        double sum = 0;
        int count = 0;
        for (int row = blockRow * blockRows; row < lastRow; row++) {
            for (int col = blockCol * blockCols; col < lastCol; col++) {
                sum += values[row * cols + col];
                count++;
            }
        }
        return sum / count;
    }

    /** Word lines of the array. */
    public int rows() {
        return rows;
    }

    /** Bit lines of the array. */
    public int cols() {
        return cols;
    }

    /** Blocks below each other. */
    public int down() {
        return ceilDiv(rows, blockRows);
    }

    /** Blocks beside each other. */
    public int across() {
        return ceilDiv(cols, blockCols);
    }

    /** Mean of the cells of one block, counted from 0. */
    public double mean(int blockRow, int blockCol) {
        return means[blockRow * across() + blockCol];
    }

    /** Mean of all cells. */
    public double mean() {
        double sum = 0;
        for (int row = 0; row < down(); row++) {
            for (int col = 0; col < across(); col++) {
                int height = Math.min(blockRows, rows - row * blockRows);
                int width = Math.min(blockCols, cols - col * blockCols);
                sum += mean(row, col) * height * width;
            }
        }
        return sum / ((double) rows * cols);
    }

    /** The means, row-major; a copy. */
    public double[] means() {
        return means.clone();
    }

    /** Where the middle of a line is, in blocks from the edge; lines are counted from 1. */
    public double rowPlace(int row) {
        return (row - 0.5) / blockRows;
    }

    /** The same for bit lines. */
    public double colPlace(int col) {
        return (col - 0.5) / blockCols;
    }

    /** A sentence that says what a rectangle stands for; empty if it is one cell. */
    public String note() {
        return blockRows * blockCols == 1
                ? ""
                : "Each rectangle is the mean of " + blockRows + " x " + blockCols + " cells.";
    }
}
