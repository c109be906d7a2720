package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.converter.SharedRead;
import org.ohmgrad.tile.correction.LineFit;
import org.ohmgrad.tile.correction.LineResponse;

/** Reads of one tile in one direction, and what they are corrected by after their converters. */
final class TileSide {
    private final SenseLines lines;
    private final int firstDriven;
    private final int firstSensed;
    private LineResponse correction = LineResponse.exact();

    /**
     * Reads that nothing corrects yet.
     *
     * @param firstDriven line of the whole matrix that stands on the first driven line
     * @param firstSensed line of the whole matrix that stands on the first sensed line
     */
    TileSide(SenseLines lines, int firstDriven, int firstSensed) {
        this.lines = lines;
        this.firstDriven = firstDriven;
        this.firstSensed = firstSensed;
    }

    /** Reads the tile's share of the voltages and adds the digitised partial sums to its share of the result. */
    void read(FMatrixRMaj voltages, SharedRead pass, FMatrixRMaj sums) {
        FMatrixRMaj currents = lines.read(own(voltages), pass);
        pass.counts().addMultiplyAdds(correction.isExact() ? 0 : currents.data.length);
        correction.apply(currents);
        Columns.addColumns(currents, sums, firstSensed);
    }

    private FMatrixRMaj own(FMatrixRMaj voltages) {
        return Columns.columns(voltages, firstDriven, lines.driven());
    }

    /** What reads are corrected by from now on. */
    void correct(LineResponse response) {
        correction = response;
    }

    /** Reads the tile's share of known voltages and corrects what it reads from now on by what it finds. */
    void calibrate(FMatrixRMaj voltages, SharedRead pass) {
        FMatrixRMaj known = own(voltages);
        correct(LineFit.of(expected(known), lines.read(known, pass)).inverse());
    }

    /** Currents of the sensed lines by the target levels in digital memory. */
    private FMatrixRMaj expected(FMatrixRMaj voltages) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, lines.sensed());
        lines.direction().multiply(voltages, targetSignals(lines.crossbar()), currents);
        return currents;
    }

    private static FMatrixRMaj targetSignals(Crossbar crossbar) {
        ConductanceMapping mapping = crossbar.mapping();
        int top = mapping.top(crossbar.levels());
        float zero = mapping.zero(top);
        float perStep = mapping.weightPerStep(top) / mapping.weightPerSignal();
        FMatrixRMaj signals = new FMatrixRMaj(crossbar.rows(), crossbar.cols());
        for (int k = 0; k < signals.data.length; k++) {
            signals.data[k] = (crossbar.targets()[k] - zero) * perStep;
        }
        return signals;
    }

    /** What errors and correction leave of the current of each sensed line. */
    LineResponse response() {
        return lines.errors().then(correction);
    }

    /**
     * The matrix of the mean read, corrected: word lines x bit lines, in units of current per unit of voltage; not to be
     * modified. Offsets, which are no part of a matrix, are left out.
     */
    FMatrixRMaj mean() {
        FMatrixRMaj mean = lines.crossbar().mean(lines.direction());
        LineResponse response = response();
        return response.isExact() ? mean : scaled(mean, response);
    }

    private FMatrixRMaj scaled(FMatrixRMaj mean, LineResponse response) {
        Direction direction = lines.direction();
        FMatrixRMaj scaled = mean.copy();
        for (int k = 0; k < scaled.data.length; k++) {
            scaled.data[k] *= (float) response.gain(direction.sensed(k / mean.numCols, k % mean.numCols));
        }
        return scaled;
    }

    /** Keeps the correction. */
    void keep(Archive archive) {
        correction = correction.kept(archive);
    }
}
