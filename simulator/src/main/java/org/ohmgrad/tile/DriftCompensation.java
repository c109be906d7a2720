package org.ohmgrad.tile;

import java.util.Optional;
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
    boolean any();

    /**
     * The cells that are read: the tile's own, or some that are set aside.
     *
     * @param tile its crossbar
     * @param like makes a crossbar of so many word lines and one bit line of the same cells
     */
    Crossbar watched(Crossbar tile, Maker like);

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

    /** Root mean square of one column, or of all if it is empty. */
    static double size(FMatrixRMaj currents, Optional<Integer> column) {
        double squares = 0;
        int first = column.orElse(0);
        int stride = column.isPresent() ? currents.numCols : 1;
        for (int k = first; k < currents.data.length; k += stride) {
            squares += currents.data[k] * (double) currents.data[k];
        }
        return Math.sqrt(squares * stride / currents.data.length);
    }

    /** The gain that takes a size back to what it was; 1 where nothing is left to tell it by. */
    static float gain(double before, double now) {
        return before > 0 && now > 0 ? (float) (before / now) : 1;
    }
}
