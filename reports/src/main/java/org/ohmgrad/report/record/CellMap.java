package org.ohmgrad.report.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ohmgrad.report.text.NumberText;

/**
 * A number for every cell of an array at the end of a run, averaged over blocks of neighbours so that a record stays small.
 *
 * @param name what it is, such as {@code voltage_lost_share}
 * @param rows word lines of the array
 * @param cols bit lines of the array
 * @param means of blocks of equal size, at most {@value #MOST} in either direction, row-major
 */
public record CellMap(String name, int rows, int cols, List<Double> means) {
    /** Most blocks in either direction. */
    public static final int MOST = 32;

    /**
     * Copies.
     *
     * @param name what it is, such as {@code voltage_lost_share}
     * @param rows word lines of the array
     * @param cols bit lines of the array
     * @param means of blocks of equal size, at most {@value #MOST} in either direction, row-major
     * @throws IllegalArgumentException if there are not as many means as blocks, or one is not finite
     */
    public CellMap {
        means = List.copyOf(means);
        CellBlocks.ofMeans(rows, cols, MOST, array(means));
    }

    /**
     * The map of an array.
     *
     * @param values rows x cols finite numbers, row-major; not modified
     */
    public static CellMap of(String name, int rows, int cols, double[] values) {
        var means = new ArrayList<Double>();
        for (double mean : CellBlocks.of(rows, cols, values, MOST).means()) {
            means.add(NumberText.rounded(mean));
        }
        return new CellMap(name, rows, cols, means);
    }

    /** The same as blocks of cells. */
    public CellBlocks blocks() {
        return CellBlocks.ofMeans(rows, cols, MOST, array(means));
    }

    /** Mean of all cells. */
    public double mean() {
        return blocks().mean();
    }

    /** The largest mean of a block. */
    public double most() {
        return Arrays.stream(array(means)).max().orElse(0);
    }

    private static double[] array(List<Double> means) {
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
