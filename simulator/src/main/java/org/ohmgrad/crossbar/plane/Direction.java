package org.ohmgrad.crossbar.plane;

import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;

/** The two ways to read a crossbar. */
public enum Direction {
    /** Word lines are driven and bit lines sensed, which multiplies by the matrix. */
    FORWARD {
        @Override
        public <T> T driven(T ofWordLines, T ofBitLines) {
            return ofWordLines;
        }

        @Override
        public int driven(int ofWordLines, int ofBitLines) {
            return ofWordLines;
        }

        @Override
        public void multiply(FMatrixRMaj voltages, FMatrixRMaj matrix, FMatrixRMaj currents) {
            Gemm.best().mult(voltages, matrix, currents);
        }

        @Override
        public void addLines(FMatrixRMaj cells, float[] sums) {
            for (int from = 0; from < cells.data.length; from += cells.numCols) {
                for (int col = 0; col < sums.length; col++) {
                    sums[col] += cells.data[from + col];
                }
            }
        }
    },
    /** Bit lines are driven and word lines sensed, which multiplies by the transposed matrix. */
    TRANSPOSED {
        @Override
        public <T> T driven(T ofWordLines, T ofBitLines) {
            return ofBitLines;
        }

        @Override
        public int driven(int ofWordLines, int ofBitLines) {
            return ofBitLines;
        }

        @Override
        public void multiply(FMatrixRMaj voltages, FMatrixRMaj matrix, FMatrixRMaj currents) {
            Gemm.best().multTransB(voltages, matrix, currents);
        }

        @Override
        public void addLines(FMatrixRMaj cells, float[] sums) {
            for (int row = 0; row < sums.length; row++) {
                for (int col = 0; col < cells.numCols; col++) {
                    sums[row] += cells.data[row * cells.numCols + col];
                }
            }
        }
    };

    /** Of the two families of lines, what belongs to the one that is driven. */
    public abstract <T> T driven(T ofWordLines, T ofBitLines);

    /** The same for numbers. */
    public abstract int driven(int ofWordLines, int ofBitLines);

    /** Of the two families of lines, what belongs to the one that is sensed. */
    public final <T> T sensed(T ofWordLines, T ofBitLines) {
        return driven(/* ofWordLines= */ ofBitLines, /* ofBitLines= */ ofWordLines);
    }

    /** The same for numbers. */
    public final int sensed(int ofWordLines, int ofBitLines) {
        return driven(/* ofWordLines= */ ofBitLines, /* ofBitLines= */ ofWordLines);
    }

    /** The name in those of streams of chance: {@code forward} or {@code transposed}. */
    public final String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * One product for each row of voltages.
     *
     * @param voltages examples x driven lines; not modified
     * @param matrix word lines x bit lines; not modified
     * @param currents examples x sensed lines, overwritten
     */
    public abstract void multiply(FMatrixRMaj voltages, FMatrixRMaj matrix, FMatrixRMaj currents);

    /**
     * Adds the cells of every sensed line.
     *
     * @param cells word lines x bit lines; not modified
     * @param sums one element for each sensed line, to which its cells are added one after another
     */
    public abstract void addLines(FMatrixRMaj cells, float[] sums);
}
