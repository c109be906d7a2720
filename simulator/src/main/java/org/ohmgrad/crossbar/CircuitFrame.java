package org.ohmgrad.crossbar;

import java.util.Arrays;
import org.ohmgrad.crossbar.WireCircuit.Solution;
import org.ohmgrad.crossbar.WireCircuit.Terminals;

/** A circuit as the solver sees it from one pair of terminals: eliminated lines along rows, the others down columns. */
final class CircuitFrame {
    private static final double ALIKE = 4;

    private final double[] conductances;
    private final Orientation orientation;
    private final double rowOhms;
    private final double colOhms;
    private final double tolerance;
    private final Ladders ladders;
    private final SchurSolver single;
    private final int rows;
    private final int cols;

    CircuitFrame(
            double[] conductances,
            int wordLines,
            int bitLines,
            double wordLineOhms,
            double bitLineOhms,
            Terminals terminals,
            double tolerance) {
        this.conductances = conductances;
        this.tolerance = tolerance;
        boolean swapped = eliminatesBitLines(wordLines, bitLines, wordLineOhms, bitLineOhms);
        orientation = new Orientation(wordLines, bitLines, swapped, terminals == Terminals.FAR);
        rowOhms = swapped ? bitLineOhms : wordLineOhms;
        colOhms = swapped ? wordLineOhms : bitLineOhms;
        ladders = new Ladders(orientation.toFrame(conductances), rowOhms, colOhms);
        rows = ladders.rows();
        cols = ladders.cols();
        single = new SchurSolver(ladders, Sweeps.ONE, tolerance);
    }

    /** Lines without resistance go first, then those of much the larger one, which couple nodes least, then the fewer. */
    private static boolean eliminatesBitLines(int wordLines, int bitLines, double wordLineOhms, double bitLineOhms) {
        if (wordLineOhms == 0 || bitLineOhms == 0) {
            return wordLineOhms > 0;
        }
        boolean alike = Math.max(wordLineOhms, bitLineOhms) <= ALIKE * Math.min(wordLineOhms, bitLineOhms);
        return alike ? bitLines < wordLines : bitLineOhms > wordLineOhms;
    }

    /**
     * Voltages everywhere, and the currents out of the bit lines' terminals, or of the word lines'.
     *
     * @param wordLines voltages at their terminals
     * @param bitLines voltages at their terminals
     */
    Solution solve(double[] wordLines, double[] bitLines, boolean sensesBitLines) {
        boolean swapped = orientation.swapped();
        double[][] rowVolts = ladders.driven(orientation.lines(swapped ? bitLines : wordLines));
        double[][] colVolts = new double[rows][cols];
        double[][] injected = injected(rowVolts, orientation.lines(swapped ? wordLines : bitLines));
        single.solve(injected, colVolts, 0);
        addCarried(colVolts, injected, rowVolts);
        double[] currents =
                sensesBitLines != swapped ? columnCurrents(rowVolts, colVolts) : rowCurrents(rowVolts, colVolts);
        double[] wordVolts = orientation.toCircuit(swapped ? colVolts : rowVolts);
        double[] bitVolts = orientation.toCircuit(swapped ? rowVolts : colVolts);
        return new Solution(orientation.lines(currents), wordVolts, bitVolts);
    }

    private double[][] injected(double[][] rowVolts, double[] colTerminals) {
        double[][] injected = new double[rows][cols];
        for (int row = 0; row < rows; row++) {
            multiply(ladders.cells[row], rowVolts[row], injected[row]);
        }
        for (int col = 0; col < cols; col++) {
            injected[rows - 1][col] += colTerminals[col];
        }
        return injected;
    }

    private static void multiply(double[] a, double[] b, double[] product) {
        for (int k = 0; k < product.length; k++) {
            product[k] = a[k] * b[k];
        }
    }

    private void addCarried(double[][] colVolts, double[][] scratch, double[][] rowVolts) {
        double[] step = {ladders.ratio};
        for (int row = 0; row < rows; row += 2) {
            Sweeps.ONE.carryAlong(ladders, row, Math.min(row + 1, rows - 1), colVolts, scratch);
        }
        for (int row = 0; row < rows; row++) {
            Sweeps.ONE.add(step, scratch[row], rowVolts[row]);
        }
    }

    private double[] columnCurrents(double[][] rowVolts, double[][] colVolts) {
        double[] currents = new double[cols];
        for (int col = 0; col < cols; col++) {
            for (int row = 0; row < rows && colOhms == 0; row++) {
                currents[col] += cellCurrent(row, col, rowVolts, colVolts);
            }
            currents[col] = colOhms == 0 ? currents[col] : colVolts[rows - 1][col] / colOhms;
        }
        return currents;
    }

    private double[] rowCurrents(double[][] rowVolts, double[][] colVolts) {
        double[] currents = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols && rowOhms == 0; col++) {
                currents[row] -= cellCurrent(row, col, rowVolts, colVolts);
            }
            currents[row] = rowOhms == 0 ? currents[row] : rowVolts[row][0] / rowOhms;
        }
        return currents;
    }

    private double cellCurrent(int row, int col, double[][] rowVolts, double[][] colVolts) {
        return conductances[orientation.cell(row, col)] * (rowVolts[row][col] - colVolts[row][col]);
    }

    /** The circuit as a matrix, word lines x bit lines, row-major, siemens: rows are driven, columns sensed. */
    double[] effective() {
        if (colOhms == 0) {
            return conductances.clone();
        }
        Sweeps sweeps = Sweeps.EIGHT;
        int lanes = sweeps.lanes();
        var solver = new SchurSolver(ladders, sweeps, tolerance);
        double[][] matrix = new double[rows][cols];
        double[][] injected = new double[rows][cols * lanes];
        double[][] volts = new double[rows][cols * lanes];
        for (int from = 0; from < rows; from += lanes) {
            int count = Math.min(lanes, rows - from);
            drive(from, count, lanes, injected);
            solver.solve(injected, volts, rows - 1);
            for (int lane = 0; lane < count; lane++) {
                sense(volts[rows - 1], lane, lanes, matrix[from + lane]);
                Arrays.fill(injected[from + lane], 0);
            }
        }
        return orientation.toCircuit(matrix);
    }

    /** One volt at the terminal of one row after the other, each in a lane of its own. */
    private void drive(int from, int count, int lanes, double[][] injected) {
        double[] volts = new double[cols];
        for (int lane = 0; lane < count; lane++) {
            int row = from + lane;
            ladders.drive(1, row, volts);
            for (int col = 0; col < cols; col++) {
                injected[row][col * lanes + lane] = ladders.cells[row][col] * volts[col];
            }
        }
    }

    private void sense(double[] volts, int lane, int lanes, double[] currents) {
        for (int col = 0; col < cols; col++) {
            currents[col] = volts[col * lanes + lane] / colOhms;
        }
    }
}
