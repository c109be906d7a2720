package org.ohmgrad.circuit;

import java.util.Arrays;

/** A table of numbers as it was read. */
public final class NumberTable {
    private final int rows;
    private final int cols;
    private final double[] values;

    /** Takes over rows x cols numbers in row-major order. */
    public NumberTable(int rows, int cols, double[] values) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
    }

    /** Rows. */
    public int rows() {
        return rows;
    }

    /** Numbers in each row. */
    public int cols() {
        return cols;
    }

    /** The live array, row-major. */
    public double[] values() {
        return values;
    }

    /** A copy of one row, counted from 0. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * cols, (row + 1) * cols);
    }
}
