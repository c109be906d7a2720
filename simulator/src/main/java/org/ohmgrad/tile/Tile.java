package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Occasion;

/** One crossbar with its converters, holding the part of a matrix that starts at (row, col). */
public final class Tile {
    private final Crossbar crossbar;
    private final int row;
    private final int col;

    Tile(Crossbar crossbar, int row, int col) {
        this.crossbar = crossbar;
        this.row = row;
        this.col = col;
    }

    /** The crossbar inside. */
    public Crossbar crossbar() {
        return crossbar;
    }

    /** Row of the whole matrix that stands on the first word line. */
    public int row() {
        return row;
    }

    /** Column of the whole matrix that stands on the first bit line. */
    public int col() {
        return col;
    }

    /** Reads the tile's share of the voltages and adds the digitised partial sums to its share of the result. */
    void read(FMatrixRMaj voltages, Occasion occasion, Adc adc, ReadCounts counts, FMatrixRMaj sums) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, crossbar.cols());
        crossbar.read(Blocks.columns(voltages, row, crossbar.rows()), occasion, currents);
        counts.addAdc(currents.data.length, adc.convert(currents.data));
        Blocks.addColumns(currents, sums, col);
    }

    /** The same in the other direction. */
    void readTransposed(FMatrixRMaj voltages, Occasion occasion, Adc adc, ReadCounts counts, FMatrixRMaj sums) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, crossbar.rows());
        crossbar.readTransposed(Blocks.columns(voltages, col, crossbar.cols()), occasion, currents);
        counts.addAdc(currents.data.length, adc.convert(currents.data));
        Blocks.addColumns(currents, sums, row);
    }
}
