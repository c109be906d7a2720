package org.ohmgrad.benchmark;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/** Kirchhoff's law at all nodes of a square crossbar, decomposed in an order of nested dissection. */
final class NodalCholesky {
    private final int size;
    private final int[] place;
    private int placed;

    private NodalCholesky(int size) {
        this.size = size;
        place = new int[size * size];
        dissect(0, size, 0, size);
    }

    /** Currents of the bit lines for voltages at the word lines. */
    static double[] solve(double[] cells, int size, double ohms, double[] volts) {
        var order = new NodalCholesky(size);
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        if (!solver.setA(order.matrix(cells, 1 / ohms))) {
            throw new IllegalStateException("not positive definite");
        }
        var injected = new DMatrixRMaj(2 * size * size, 1);
        for (int row = 0; row < size; row++) {
            injected.data[order.node(row, 0)] = volts[row] / ohms;
        }
        var nodes = new DMatrixRMaj(2 * size * size, 1);
        solver.solve(injected, nodes);
        double[] currents = new double[size];
        for (int col = 0; col < size; col++) {
            currents[col] = nodes.data[order.node(size - 1, col) + 1] / ohms;
        }
        return currents;
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
                place[row * size + col] = placed++;
            }
        }
    }

    /** Node of the word line at a cell; that of the bit line is the next one. */
    private int node(int row, int col) {
        return 2 * place[row * size + col];
    }

    private DMatrixSparseCSC matrix(double[] cells, double segment) {
        var matrix = new DMatrixSparseTriplet(2 * size * size, 2 * size * size, 10 * size * size);
        for (int row = 0; row < size; row++) {
            for (int col = 0; col < size; col++) {
                int node = node(row, col);
                double cell = cells[row * size + col];
                join(matrix, node, node + 1, cell);
                if (col > 0) {
                    join(matrix, node, node(row, col - 1), segment);
                }
                if (row > 0) {
                    join(matrix, node + 1, node(row - 1, col) + 1, segment);
                }
                matrix.addItem(node, node, cell + segment * (col + 1 < size ? 2 : 1));
                matrix.addItem(node + 1, node + 1, cell + segment * (row > 0 ? 2 : 1));
            }
        }
        return DConvertMatrixStruct.convert(matrix, (DMatrixSparseCSC) null);
    }

    private static void join(DMatrixSparseTriplet matrix, int a, int b, double siemens) {
        matrix.addItem(a, b, -siemens);
        matrix.addItem(b, a, -siemens);
    }
}
