package org.ohmgrad.tile.converter;

import org.ejml.data.FMatrixRMaj;

/** Scales vectors before and after a read. */
public final class Scales {
    private Scales() {}

    /**
     * Divides every vector by its scale and converts it.
     *
     * @param inputs vectors x lines; not modified
     * @param copies tiles that the lines of a vector are driven in
     * @param counts counts the conversions
     * @return vectors x lines, in units of the read voltage; the inputs themselves if nothing is to be done to them
     */
    public static FMatrixRMaj voltages(FMatrixRMaj inputs, float[] scales, Dac dac, int copies, ReadCounts counts) {
        if (dac instanceof IdealDac && allOne(scales)) {
            counts.addDac((long) copies * inputs.getNumElements(), 0);
            return inputs;
        }
        FMatrixRMaj voltages = new FMatrixRMaj(inputs.numRows, inputs.numCols);
        for (int row = 0; row < scales.length; row++) {
            float scale = scales[row] == 0 ? 1 : scales[row];
            for (int k = row * inputs.numCols; k < (row + 1) * inputs.numCols; k++) {
                voltages.data[k] = inputs.data[k] / scale;
            }
        }
        counts.addDac((long) copies * voltages.data.length, copies * dac.convert(voltages.data));
        return voltages;
    }

    private static boolean allOne(float[] scales) {
        for (float scale : scales) {
            if (scale != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Multiplies every vector by its scale.
     *
     * @param sums vectors x lines; modified
     * @param unit further factor of all
     */
    public static void scaleBack(FMatrixRMaj sums, float[] scales, float unit) {
        if (unit == 1 && allOne(scales)) {
            return;
        }
        for (int row = 0; row < scales.length; row++) {
            float scale = scales[row] * unit;
            for (int k = row * sums.numCols; k < (row + 1) * sums.numCols; k++) {
                sums.data[k] *= scale;
            }
        }
    }
}
