package org.ohmgrad.crossbar;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.state.Archive;

/** The matrices that reads multiply by, in units of gMax - gMin, from what planes conduct between their wires. */
final class RealisedMatrices {
    private final int rows;
    private final int cols;
    private final int stride;
    private final ConductanceMapping mapping;
    private final List<PlaneWires> wires;
    private final float perSiemens;
    private final FMatrixRMaj forward;
    private final FMatrixRMaj transposed;

    /** @param range gMax - gMin, siemens */
    RealisedMatrices(int rows, int cols, ConductanceMapping mapping, List<PlaneWires> wires, double range) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        this.wires = wires;
        stride = cols + mapping.referenceLines();
        perSiemens = (float) (1 / range);
        forward = new FMatrixRMaj(rows, cols);
        PlaneWires first = wires.get(0);
        boolean same = mapping.referenceLines() == 0 && first.effective(false) == first.effective(true);
        transposed = same ? forward : new FMatrixRMaj(rows, cols);
    }

    /** Word lines x bit lines, for forward reads; the live matrix. */
    FMatrixRMaj forward() {
        return forward;
    }

    /** Word lines x bit lines, for transposed reads; the same matrix if both reads see the same. */
    FMatrixRMaj transposed() {
        return transposed;
    }

    /** Keeps both. */
    void keep(Archive archive) {
        archive.keep(forward.data);
        if (transposed != forward) {
            archive.keep(transposed.data);
        }
    }

    /** Makes the elements of one weight anew. */
    void make(int row, int col) {
        int index = row * cols + col;
        int cell = row * stride + col;
        boolean referenced = mapping.referenceLines() > 0;
        float[] first = wires.get(0).effective(false);
        float sum = sum(cell, false);
        forward.data[index] = (referenced ? sum - first[row * stride + cols] : sum) * perSiemens;
        if (transposed != forward) {
            float[] back = wires.get(0).effective(true);
            float backSum = sum(cell, true);
            transposed.data[index] = (referenced ? backSum - back[rows * stride + col] : backSum) * perSiemens;
        }
    }

    private float sum(int cell, boolean isTransposed) {
        float sum = wires.get(0).effective(isTransposed)[cell];
        for (int p = 1; p < wires.size(); p++) {
            sum = Math.fma(mapping.sign(p), wires.get(p).effective(isTransposed)[cell], sum);
        }
        return sum;
    }

    /** Makes all elements anew. */
    void makeAll() {
        for (int row = 0; row < rows; row++) {
            make(row, false, forward.data);
            if (transposed != forward) {
                make(row, true, transposed.data);
            }
        }
    }

    private void make(int row, boolean isTransposed, float[] matrix) {
        int from = row * stride;
        int to = row * cols;
        float[] first = wires.get(0).effective(isTransposed);
        System.arraycopy(first, from, matrix, to, cols);
        for (int p = 1; p < wires.size(); p++) {
            addPlane(wires.get(p).effective(isTransposed), from, mapping.sign(p), matrix, to, cols);
        }
        if (mapping.referenceLines() > 0) {
            subtractReference(first, row, isTransposed, matrix, to);
        }
        scale(matrix, to, cols);
    }

    private static void addPlane(float[] plane, int from, float sign, float[] matrix, int to, int count) {
        for (int k = 0; k < count; k++) {
            matrix[to + k] = Math.fma(sign, plane[from + k], matrix[to + k]);
        }
    }

    private void subtractReference(float[] plane, int row, boolean isTransposed, float[] matrix, int to) {
        for (int k = 0; k < cols; k++) {
            matrix[to + k] -= isTransposed ? plane[rows * stride + k] : plane[row * stride + cols];
        }
    }

    private void scale(float[] matrix, int from, int count) {
        for (int k = from; k < from + count; k++) {
            matrix[k] *= perSiemens;
        }
    }
}
