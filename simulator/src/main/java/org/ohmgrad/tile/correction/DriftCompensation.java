package org.ohmgrad.tile.correction;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;

/**
 * How a chip finds out how far its cells have drifted, to take it back digitally after the converters of its forward read.
 * Known voltages are read once when training ends and again later; the ratio of what both reads say is the drift. The
 * reads go through the chip's converters, draw noise of their own, count as training reads and move the clock.
 */
public sealed interface DriftCompensation
        permits NoDriftCompensation,
                GlobalDriftCompensation,
                PerColumnDriftCompensation,
                ReferenceCellsDriftCompensation {
    /** Whether anything is compensated. */
    default boolean any() {
        return true;
    }

    /**
     * The cells that are read: the tile's own, or some that are set aside.
     *
     * @param tile its crossbar
     * @param like makes a crossbar of so many word lines and one bit line of the same cells
     */
    default Crossbar watched(Crossbar tile, Maker like) {
        return tile;
    }

    /** Makes an array of cells like a tile's. */
    @FunctionalInterface
    interface Maker {
        /** A crossbar of so many word lines and one bit line. */
        Crossbar cells(int wordLines);
    }

    /**
     * The voltages that are read.
     *
     * @param lines word lines of the cells that are read
     * @param draws where chance comes from
     * @return vectors x lines, in units of the read voltage
     */
    FMatrixRMaj voltages(int lines, Draws draws);

    /**
     * What later reads are multiplied by.
     *
     * @param before digitised currents when training ended, vectors x bit lines; not modified
     * @param now the same later; not modified
     * @param cols bit lines of the tile
     * @return one gain for each bit line
     */
    float[] gains(FMatrixRMaj before, FMatrixRMaj now, int cols);

    /** One gain for all bit lines, from the root mean squares of all currents. */
    static float[] same(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        float[] gains = new float[cols];
        Arrays.fill(gains, gain(size(before, 0, 1), size(now, 0, 1)));
        return gains;
    }

    /** A gain for each bit line from its own currents. */
    static float[] each(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        float[] gains = new float[cols];
        for (int col = 0; col < cols; col++) {
            gains[col] = gain(size(before, col, cols), size(now, col, cols));
        }
        return gains;
    }

    private static double size(FMatrixRMaj currents, int first, int stride) {
        double squares = 0;
        for (int k = first; k < currents.data.length; k += stride) {
            squares += currents.data[k] * (double) currents.data[k];
        }
        return Math.sqrt(squares * stride / currents.data.length);
    }

    /** Takes a size back to what it was; 1 where nothing is left to tell it by. */
    private static float gain(double before, double now) {
        return before > 0 && now > 0 ? (float) (before / now) : 1;
    }
}
