package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;

/** Least squares for every line: measured = gain times expected plus offset. */
public final class LineFit {
    private static final double STEEPEST = 4;

    private LineFit() {}

    /**
     * Gains and offsets. A line whose slope comes out below 1/4 or above 4, or that has no currents to tell one by, has
     * shown nothing of its gain, which is then taken to be 1.
     *
     * @param expected reads x lines; not modified
     * @param measured the same shape; not modified
     */
    public static LineResponse of(FMatrixRMaj expected, FMatrixRMaj measured) {
        float[] gains = new float[expected.numCols];
        float[] offsets = new float[expected.numCols];
        for (int line = 0; line < gains.length; line++) {
            double middle = mean(expected, line);
            double slope = product(expected, middle, measured, line) / product(expected, middle, expected, line);
            gains[line] = slope >= 1 / STEEPEST && slope <= STEEPEST ? (float) slope : 1;
            offsets[line] = (float) (mean(measured, line) - gains[line] * middle);
        }
        return new LineResponse(gains, offsets);
    }

    private static double mean(FMatrixRMaj values, int line) {
        double sum = 0;
        for (int k = line; k < values.data.length; k += values.numCols) {
            sum += values.data[k];
        }
        return sum / values.numRows;
    }

    private static double product(FMatrixRMaj expected, double middle, FMatrixRMaj values, int line) {
        double sum = 0;
        for (int k = line; k < values.data.length; k += values.numCols) {
            sum += (expected.data[k] - middle) * values.data[k];
        }
        return sum;
    }
}
