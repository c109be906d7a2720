package org.ohmgrad.solve;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A table of numbers as it was read. */
public final class NumberTable {
    private final int rows;
    private final int cols;
    private final double[] values;
    private final boolean decimalCommas;
    private final String note;

    /** Takes over rows x cols numbers in row-major order. */
    public NumberTable(int rows, int cols, double[] values) {
        this(rows, cols, values, false, "");
    }

    /** The same, with how the file wrote them and what of it was left out. */
    NumberTable(int rows, int cols, double[] values, boolean decimalCommas, String note) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
        this.decimalCommas = decimalCommas;
        this.note = note;
    }

    /** The same table of other numbers. */
    NumberTable map(DoubleUnaryOperator number) {
        return new NumberTable(rows, cols, Arrays.stream(values).map(number).toArray(), decimalCommas, note);
    }

    /** Whether the file has decimal commas. */
    boolean hasDecimalCommas() {
        return decimalCommas;
    }

    /** What of the file was left out, as a sentence without its full stop; empty if nothing was. */
    public String note() {
        return note;
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
