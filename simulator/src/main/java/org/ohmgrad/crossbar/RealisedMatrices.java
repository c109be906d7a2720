package org.ohmgrad.crossbar;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.state.Archive;

/** The matrices that reads multiply by, in units of gMax - gMin, from what planes conduct between their wires. */
final class RealisedMatrices {
    private final int rows;
    private final int cols;
    private final int stride;
    private final ConductanceMapping mapping;
    private final List<PlaneWires> wires;
    private final float perSiemens;
    private final Sides<FMatrixRMaj> matrices;
    private final List<Direction> directions;

    /** @param range gMax - gMin, siemens */
    RealisedMatrices(int rows, int cols, ConductanceMapping mapping, List<PlaneWires> wires, double range) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        this.wires = wires;
        stride = cols + mapping.referenceLines();
        perSiemens = (float) (1 / range);
        PlaneWires first = wires.get(0);
        boolean same = mapping.referenceLines() == 0
                && first.effective(Direction.FORWARD) == first.effective(Direction.TRANSPOSED);
        var forward = new FMatrixRMaj(rows, cols);
        matrices = new Sides<>(forward, same ? forward : new FMatrixRMaj(rows, cols));
        directions = matrices.directions();
    }

    /** Word lines x bit lines, for reads of each direction; the live matrices, one if both directions see the same. */
    Sides<FMatrixRMaj> matrices() {
        return matrices;
    }

    /** Keeps them. */
    void keep(Archive archive) {
        matrices.distinct().forEach(matrix -> archive.keep(matrix.data));
    }

    /** Makes the elements of one weight anew. */
    void make(int row, int col) {
        for (Direction direction : directions) {
            matrices.at(direction).data[row * cols + col] = element(row, col, direction);
        }
    }

    private float element(int row, int col, Direction direction) {
        int cell = row * stride + col;
        float[] first = wires.get(0).effective(direction);
        float sum = first[cell];
        for (int p = 1; p < wires.size(); p++) {
            sum = Math.fma(mapping.sign(p), wires.get(p).effective(direction)[cell], sum);
        }
        boolean referenced = mapping.referenceLines() > 0;
        int reference = direction.driven(row * stride + cols, rows * stride + col);
        return (referenced ? sum - first[reference] : sum) * perSiemens;
    }

    /** Makes all elements anew. */
    void makeAll() {
        for (Direction direction : directions) {
            for (int row = 0; row < rows; row++) {
                make(row, direction, matrices.at(direction).data);
            }
        }
    }

    private void make(int row, Direction direction, float[] matrix) {
        int from = row * stride;
        int to = row * cols;
        float[] first = wires.get(0).effective(direction);
        System.arraycopy(first, from, matrix, to, cols);
        for (int p = 1; p < wires.size(); p++) {
            addPlane(wires.get(p).effective(direction), from, mapping.sign(p), matrix, to, cols);
        }
        if (mapping.referenceLines() > 0) {
            subtractReference(first, row, direction, matrix, to);
        }
        scale(matrix, to, cols);
    }

    private static void addPlane(float[] plane, int from, float sign, float[] matrix, int to, int count) {
        for (int k = 0; k < count; k++) {
            matrix[to + k] = Math.fma(sign, plane[from + k], matrix[to + k]);
        }
    }

    private void subtractReference(float[] plane, int row, Direction direction, float[] matrix, int to) {
        int from = direction.driven(row * stride + cols, rows * stride);
        int step = direction.driven(0, 1);
        for (int k = 0; k < cols; k++) {
            matrix[to + k] -= plane[from + k * step];
        }
    }

    private void scale(float[] matrix, int from, int count) {
        for (int k = from; k < from + count; k++) {
            matrix[k] *= perSiemens;
        }
    }
}
