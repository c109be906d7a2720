package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.state.Archive;

/** What one term of the read noise gives the currents of the sensed lines. */
final class LineVariance {
    private final CellVariance cells;
    private final int rows;
    private final int cols;
    private final int stride;
    // One matrix for both directions where no wires make a difference.
    private final Sides<FMatrixRMaj> perCell;
    private final List<Direction> directions;
    private final Sides<float[]> sums;
    private final Sides<float[]> references;

    LineVariance(CellVariance cells, int rows, int cols) {
        this.cells = cells;
        this.rows = rows;
        this.cols = cols;
        stride = cells.stride();
        var forward = new FMatrixRMaj(rows, cols);
        perCell = new Sides<>(forward, cells.isWired() ? new FMatrixRMaj(rows, cols) : forward);
        directions = perCell.directions();
        sums = Sides.of(direction -> new float[direction.sensed(rows, cols)]);
        boolean referenced = stride > cols;
        references = Sides.of(direction -> new float[referenced ? direction.driven(rows, cols) : 0]);
    }

    void makeAll() {
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                make(row, col);
            }
        }
        for (Direction direction : Direction.values()) {
            float[] reference = references.at(direction);
            for (int line = 0; line < reference.length; line++) {
                int cell = direction.driven(line * stride + cols, rows * stride + line);
                reference[line] = cells.of(0, cell, direction);
            }
        }
    }

    void make(int row, int col) {
        for (Direction direction : directions) {
            perCell.at(direction).data[row * cols + col] = cells.ofAll(row * stride + col, direction);
        }
    }

    void sumLines() {
        if (cells.isSteady()) {
            for (Direction direction : Direction.values()) {
                Arrays.fill(sums.at(direction), 0);
                direction.addLines(perCell.at(direction), sums.at(direction));
            }
        }
    }

    void keep(Archive archive) {
        perCell.distinct().forEach(matrix -> archive.keep(matrix.data));
        sums.distinct().forEach(archive::keep);
        references.distinct().forEach(archive::keep);
    }

    boolean needsProduct() {
        return !cells.isSteady();
    }

    /** Adds to the variance by way of a product; into the variance itself where that is still zero. */
    void add(Direction direction, FMatrixRMaj voltages, FMatrixRMaj variance, FMatrixRMaj product) {
        if (cells.isSteady()) {
            addToRows(sums.at(direction), variance);
            return;
        }
        direction.multiply(powers(voltages), perCell.at(direction), product);
        if (product != variance) {
            addAll(product, variance);
        }
    }

    void addReference(Direction direction, FMatrixRMaj voltages, float[] variance) {
        float[] line = references.at(direction);
        for (int example = 0; example < variance.length; example++) {
            double sum = 0;
            for (int k = 0; k < line.length; k++) {
                sum += line[k] * cells.power(Math.abs(voltages.data[example * voltages.numCols + k]));
            }
            variance[example] += (float) sum;
        }
    }

    private FMatrixRMaj powers(FMatrixRMaj voltages) {
        FMatrixRMaj result = new FMatrixRMaj(voltages.numRows, voltages.numCols);
        cells.powers(voltages.data, result.data);
        return result;
    }

    private static void addToRows(float[] line, FMatrixRMaj variance) {
        for (int k = 0; k < variance.data.length; k += line.length) {
            for (int j = 0; j < line.length; j++) {
                variance.data[k + j] += line[j];
            }
        }
    }

    private static void addAll(FMatrixRMaj product, FMatrixRMaj variance) {
        for (int k = 0; k < product.data.length; k++) {
            variance.data[k] += product.data[k];
        }
    }
}
