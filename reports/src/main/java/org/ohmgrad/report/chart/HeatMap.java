package org.ohmgrad.report.chart;

import java.util.Arrays;
import org.ohmgrad.report.record.CellBlocks;

/**
 * A number for every cell of a crossbar, drawn as a picture: word lines downwards, bit lines to the right, darker for
 * more. Of more than {@value #MOST} lines, blocks of neighbouring cells are averaged, and the caption says so.
 */
public final class HeatMap {
    /** Most rectangles drawn in either direction. */
    public static final int MOST = 256;

    /** Magnitude up to which numbers can be drawn. */
    public static final double LARGEST = 1e100;

    private final Labels labels;
    private final CellBlocks blocks;

    /**
     * What stands around the picture.
     *
     * @param title heading
     * @param quantity what a cell's number is, for the colour bar
     * @param unit of the numbers, such as {@code "V"}, which is shown with a prefix (mV) if that is easier to read;
     *     {@code "%"} and no unit, {@code ""}, are never given one
     * @param caption sentences that stand below
     */
    public record Labels(String title, String quantity, String unit, String caption) {}

    /**
     * A picture of numbers.
     *
     * @param rows word lines, at least 1
     * @param cols bit lines, at least 1
     * @param values rows x cols numbers, row-major, of a magnitude up to {@link #LARGEST}; not modified
     * @throws IllegalArgumentException if there are no rows or columns, another number of values, or a value that is not
     *     finite or too large
     */
    public HeatMap(Labels labels, int rows, int cols, double[] values) {
        require(rows > 0 && cols > 0, "a heat map needs a row and a column but has " + rows + " x " + cols);
        require(
                values.length == (long) rows * cols,
                "values must be " + rows + " x " + cols + " but are " + values.length);
        Arrays.stream(values)
                .forEach(value -> require(Math.abs(value) <= LARGEST, "a value cannot be drawn: " + value));
        this.labels = labels;
        this.blocks = CellBlocks.of(rows, cols, values, MOST);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The picture as SVG text. */
    public String svg() {
        return chart().svg();
    }

    /** The picture as PNG. */
    public byte[] png() {
        return chart().png();
    }

    private HeatChart chart() {
        return new HeatChart("heat-map", labels, blocks);
    }
}
