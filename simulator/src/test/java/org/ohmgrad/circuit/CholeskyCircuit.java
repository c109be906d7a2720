package org.ohmgrad.circuit;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The oracle: Kirchhoff's law at every node, solved by EJML's sparse Cholesky decomposition in an order of nested
 * dissection. Both resistances must be positive.
 */
public final class CholeskyCircuit {
    private final double[] cells;
    private final int rows;
    private final int cols;
    private final double wordLine;
    private final double bitLine;
    private final boolean far;
    private final int[] place;
    private int placed;

    public CholeskyCircuit(double[] cells, int rows, int cols, double wordLineOhms, double bitLineOhms, boolean far) {
        this.cells = cells;
        this.rows = rows;
        this.cols = cols;
        wordLine = 1 / wordLineOhms;
        bitLine = 1 / bitLineOhms;
        this.far = far;
        place = new int[rows * cols];
        dissect(0, rows, 0, cols);
    }

    /** Numbers the cells of a block so that a line across its middle comes after both halves. */
    private void dissect(int top, int bottom, int left, int right) {
        if (bottom - top > 2 && bottom - top >= right - left) {
            int middle = (top + bottom) / 2;
            dissect(top, middle, left, right);
            dissect(middle + 1, bottom, left, right);
            number(middle, middle + 1, left, right);
        } else if (right - left > 2) {
            int middle = (left + right) / 2;
            dissect(top, bottom, left, middle);
            dissect(top, bottom, middle + 1, right);
            number(top, bottom, middle, middle + 1);
        } else {
            number(top, bottom, left, right);
        }
    }

    private void number(int top, int bottom, int left, int right) {
        for (int row = top; row < bottom; row++) {
            for (int col = left; col < right; col++) {
                place[row * cols + col] = placed++;
            }
        }
    }

    private int wordNode(int row, int col) {
        return 2 * place[row * cols + col];
    }

    private int bitNode(int row, int col) {
        return wordNode(row, col) + 1;
    }

    private DMatrixSparseCSC matrix() {
        var matrix = new DMatrixSparseTriplet(2 * rows * cols, 2 * rows * cols, 10 * rows * cols);
        double[] diagonal = new double[2 * rows * cols];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                join(matrix, diagonal, wordNode(row, col), bitNode(row, col), cells[row * cols + col]);
                if (col > 0) {
                    join(matrix, diagonal, wordNode(row, col), wordNode(row, col - 1), wordLine);
                }
                if (row > 0) {
                    join(matrix, diagonal, bitNode(row, col), bitNode(row - 1, col), bitLine);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            diagonal[wordTerminal(row)] += wordLine;
        }
        for (int col = 0; col < cols; col++) {
            diagonal[bitTerminal(col)] += bitLine;
        }
        for (int node = 0; node < diagonal.length; node++) {
            matrix.addItem(node, node, diagonal[node]);
        }
        return DConvertMatrixStruct.convert(matrix, (DMatrixSparseCSC) null);
    }

    private int wordTerminal(int row) {
        return wordNode(row, far ? cols - 1 : 0);
    }

    private int bitTerminal(int col) {
        return bitNode(far ? 0 : rows - 1, col);
    }

    private static void join(DMatrixSparseTriplet matrix, double[] diagonal, int a, int b, double siemens) {
        matrix.addItem(a, b, -siemens);
        matrix.addItem(b, a, -siemens);
        diagonal[a] += siemens;
        diagonal[b] += siemens;
    }

    /** Node voltages and the currents at the terminals of the lines that are not driven. */
    public WireCircuit.Solution solve(double[] volts, boolean forward) {
        var injected = new DMatrixRMaj(2 * rows * cols, 1);
        for (int line = 0; line < volts.length; line++) {
            injected.data[forward ? wordTerminal(line) : bitTerminal(line)] =
                    volts[line] * (forward ? wordLine : bitLine);
        }
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        if (!solver.setA(matrix())) {
            throw new AssertionError("not positive definite");
        }
        var nodes = new DMatrixRMaj(2 * rows * cols, 1);
        solver.solve(injected, nodes);
        return solution(nodes.data, forward);
    }

    private WireCircuit.Solution solution(double[] nodes, boolean forward) {
        double[] currents = new double[forward ? cols : rows];
        Arrays.setAll(
                currents, line -> forward ? bitLine * nodes[bitTerminal(line)] : wordLine * nodes[wordTerminal(line)]);
        double[] wordLines = new double[rows * cols];
        double[] bitLines = new double[rows * cols];
        Arrays.setAll(wordLines, cell -> nodes[2 * place[cell]]);
        Arrays.setAll(bitLines, cell -> nodes[2 * place[cell] + 1]);
        return new WireCircuit.Solution(currents, wordLines, bitLines);
    }
}
