package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;

/** One crossbar with its converters, holding the part of a matrix that starts at (row, col). */
public final class Tile {
    private final Crossbar crossbar;
    private final int row;
    private final int col;
    private final LineResponse errors;
    private final DriftWatch drift;
    private final double joulesPerSiemens;
    private final SenseNoise forwardNoise;
    private final SenseNoise transposedNoise;
    private LineResponse correction = LineResponse.exact();
    private LineResponse driftCorrection = LineResponse.exact();

    /**
     * A tile.
     *
     * @param errors what the transposed read's sense circuits do to the current of each word line
     * @param drift finds out how far the cells have drifted
     * @param forwardNoise noise of the amplifiers of the bit lines
     * @param transposedNoise noise of the amplifiers of the word lines
     * @param joulesPerSiemens energy of one read at the read voltage through one siemens, joule
     */
    Tile(
            Crossbar crossbar,
            int row,
            int col,
            LineResponse errors,
            DriftWatch drift,
            SenseNoise forwardNoise,
            SenseNoise transposedNoise,
            double joulesPerSiemens) {
        this.crossbar = crossbar;
        this.row = row;
        this.col = col;
        this.errors = errors;
        this.drift = drift;
        this.joulesPerSiemens = joulesPerSiemens;
        this.forwardNoise = forwardNoise;
        this.transposedNoise = transposedNoise;
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
        FMatrixRMaj own = Blocks.columns(voltages, row, crossbar.rows());
        crossbar.read(own, occasion, currents);
        counts.addReads(voltages.numRows, crossbar.load(own, false) * joulesPerSiemens);
        forwardNoise.add(currents, occasion);
        counts.addAdc(currents.data.length, adc.convert(currents.data));
        correct(currents, driftCorrection, counts);
        Blocks.addColumns(currents, sums, col);
    }

    private static void correct(FMatrixRMaj currents, LineResponse response, ReadCounts counts) {
        counts.addMultiplyAdds(response.isExact() ? 0 : currents.data.length);
        response.apply(currents);
    }

    /** Brings its cells, those set aside among them, to a temperature, kelvin. */
    void warm(double kelvin) {
        crossbar.warm(kelvin);
        drift.warm(kelvin);
    }

    /** Finds out how far the cells have drifted. */
    DriftWatch drift() {
        return drift;
    }

    /** What forward reads are corrected by from now on, after their converters. */
    void correctDrift(LineResponse response) {
        driftCorrection = response;
    }

    /**
     * The matrix of the mean forward read, corrected for drift: rows x cols, in units of current per unit of voltage; not to
     * be modified.
     */
    FMatrixRMaj meanForward() {
        FMatrixRMaj mean = crossbar.meanForward();
        if (driftCorrection.isExact()) {
            return mean;
        }
        FMatrixRMaj corrected = mean.copy();
        driftCorrection.apply(corrected);
        return corrected;
    }

    /** The same in the other direction, corrected by what the last calibration found. */
    void readTransposed(FMatrixRMaj voltages, Occasion occasion, Adc adc, ReadCounts counts, FMatrixRMaj sums) {
        FMatrixRMaj currents = sense(Blocks.columns(voltages, col, crossbar.cols()), occasion, adc, counts);
        correct(currents, correction, counts);
        Blocks.addColumns(currents, sums, row);
    }

    /** What the converters of the word lines say. */
    private FMatrixRMaj sense(FMatrixRMaj voltages, Occasion occasion, Adc adc, ReadCounts counts) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, crossbar.rows());
        crossbar.readTransposed(voltages, occasion, currents);
        counts.addReads(voltages.numRows, crossbar.load(voltages, true) * joulesPerSiemens);
        errors.apply(currents);
        transposedNoise.add(currents, occasion);
        counts.addAdc(currents.data.length, adc.convert(currents.data));
        return currents;
    }

    /** Reads the tile's share of known voltages and corrects what it reads from now on by what it finds. */
    void calibrate(FMatrixRMaj voltages, Occasion occasion, Adc adc, ReadCounts counts) {
        FMatrixRMaj known = Blocks.columns(voltages, col, crossbar.cols());
        correction =
                LineFit.of(expected(known), sense(known, occasion, adc, counts)).inverse();
    }

    /** Currents of the word lines by the target levels in digital memory. */
    private FMatrixRMaj expected(FMatrixRMaj voltages) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, crossbar.rows());
        Gemm.best().multTransB(voltages, targetSignals(), currents);
        return currents;
    }

    private FMatrixRMaj targetSignals() {
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

    /** What errors and correction leave of the current of each word line in a transposed read. */
    public LineResponse transposedResponse() {
        return errors.then(correction);
    }

    /**
     * The matrix of the mean transposed read, corrected: rows x cols, in units of current per unit of voltage; not to be
     * modified. Offsets, which are no part of a matrix, are left out.
     */
    FMatrixRMaj meanTransposed() {
        LineResponse response = transposedResponse();
        FMatrixRMaj mean = crossbar.meanTransposed();
        return response.isExact() ? mean : scaled(mean, response);
    }

    private static FMatrixRMaj scaled(FMatrixRMaj mean, LineResponse response) {
        FMatrixRMaj scaled = mean.copy();
        for (int k = 0; k < scaled.data.length; k++) {
            scaled.data[k] *= (float) response.gain(k / mean.numCols);
        }
        return scaled;
    }

    /** Keeps the crossbar and what was found out about drift and lines. */
    void keep(Archive archive) {
        crossbar.keep(archive);
        drift.keep(archive);
        correction = correction.kept(archive);
        driftCorrection = driftCorrection.kept(archive);
    }
}
