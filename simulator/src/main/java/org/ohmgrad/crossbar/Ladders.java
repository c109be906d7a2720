package org.ohmgrad.crossbar;

import java.util.Arrays;

/**
 * The lines of a circuit as ladders: a line with grounded neighbours is a chain of equal segments with one cell to ground
 * at every node, which is eliminated from its open end toward its terminal. Everything is a sum, product or quotient of
 * positive conductances, so that nothing cancels however small the cells are beside the segments.
 */
final class Ladders {
    /** Cell conductance times the resistance of a column's segment, rows x cols. */
    final double[][] cells;
    /** Share of its right neighbour's charge that a node of a row passes on: segment / pivot. */
    final double[][] along;
    /** The same down the columns, where a cell counts in series with what it sees along its row. */
    final double[][] down;
    /** Resistance of a row's segment in units of a column's; 0 where both are 0. */
    final double ratio;

    private final double rowOhms;

    /**
     * @param siemens rows x cols
     * @param rowOhms of a segment of a row
     * @param colOhms of a segment of a column; not 0 unless rowOhms is
     */
    Ladders(double[][] siemens, double rowOhms, double colOhms) {
        this.rowOhms = rowOhms;
        int cols = siemens[0].length;
        ratio = colOhms == 0 ? 0 : rowOhms / colOhms;
        cells = new double[siemens.length][cols];
        along = new double[siemens.length][cols];
        down = new double[siemens.length][cols];
        double[] fromAbove = new double[cols];
        for (int row = 0; row < siemens.length; row++) {
            for (int col = 0; col < cols; col++) {
                cells[row][col] = siemens[row][col] * colOhms;
            }
            double[] seen = eliminateRow(siemens[row], along[row]);
            eliminateDown(siemens[row], cells[row], seen, fromAbove, down[row]);
        }
    }

    /** Pivots of a row from its open right end; returns what each cell sees along its row, in segments. */
    private double[] eliminateRow(double[] siemens, double[] pass) {
        double[] seen = new double[siemens.length];
        double fromRight = 0;
        for (int col = siemens.length - 1; col >= 0; col--) {
            seen[col] = fromRight;
            double load = siemens[col] * rowOhms + fromRight;
            pass[col] = 1 / (1 + load);
            fromRight = load * pass[col];
        }
        double fromLeft = 1;
        for (int col = 0; col < siemens.length; col++) {
            seen[col] += fromLeft;
            double load = siemens[col] * rowOhms + fromLeft;
            fromLeft = load / (1 + load);
        }
        return seen;
    }

    private void eliminateDown(double[] siemens, double[] cells, double[] seen, double[] fromAbove, double[] pass) {
        for (int col = 0; col < cells.length; col++) {
            double inSeries = cells[col] * (seen[col] / (siemens[col] * rowOhms + seen[col]));
            double load = inSeries + fromAbove[col];
            pass[col] = 1 / (1 + load);
            fromAbove[col] = load * pass[col];
        }
    }

    int rows() {
        return cells.length;
    }

    int cols() {
        return cells[0].length;
    }

    /** Voltages along the rows when their terminals are driven and the columns grounded. */
    double[][] driven(double[] rowVolts) {
        double[][] volts = new double[rows()][cols()];
        for (int row = 0; row < volts.length; row++) {
            drive(rowVolts[row], row, volts[row]);
        }
        return volts;
    }

    /** The same for one row; {@code volts} is overwritten. */
    void drive(double terminal, int row, double[] volts) {
        double here = terminal;
        for (int col = 0; col < volts.length; col++) {
            here *= along[row][col];
            volts[col] = here;
        }
    }

    /**
     * Voltages along the rows from the currents that columns at the given voltages send through the cells into rows with
     * grounded terminals.
     *
     * @param colVolts rows x cols; not modified
     * @param rowVolts rows x cols, overwritten; in units of {@link #ratio}: a volt is the ratio times the number
     */
    void carryAlong(double[][] colVolts, double[][] rowVolts) {
        for (int row = 0; row < rows(); row++) {
            carryAlong(cells[row], along[row], colVolts[row], rowVolts[row]);
        }
    }

    private static void carryAlong(double[] cells, double[] along, double[] from, double[] to) {
        double carried = 0;
        for (int col = to.length - 1; col >= 0; col--) {
            to[col] = along[col] * Math.fma(cells[col], from[col], carried);
            carried = to[col];
        }
        carried = 0;
        for (int col = 0; col < to.length; col++) {
            carried = Math.fma(along[col], carried, to[col]);
            to[col] = carried;
        }
    }

    /**
     * First half of a preconditioning step: residual -= step times (directions, eliminated downward).
     *
     * @param residual rows x cols, eliminated downward itself; modified
     * @param directions rows x cols; not modified
     * @return the residual's square in the norm of the inverse preconditioner
     */
    double eliminate(double[][] residual, double[][] directions, double step) {
        double[] above = new double[cols()];
        double[] squares = new double[cols()];
        for (int row = 0; row < rows(); row++) {
            eliminate(residual[row], directions[row], down[row], -step, above, squares);
        }
        return sum(squares);
    }

    // Loops over one row at a time with one index for all arrays: others are not made into vectors by the compiler.
    private static void eliminate(
            double[] residual, double[] direction, double[] down, double step, double[] above, double[] squares) {
        for (int col = 0; col < residual.length; col++) {
            double eliminated = direction[col] + above[col];
            above[col] = down[col] * eliminated;
            double left = Math.fma(step, eliminated, residual[col]);
            residual[col] = left;
            squares[col] = Math.fma(down[col] * left, left, squares[col]);
        }
    }

    /**
     * Second half: directions = preconditioned residual + keep times directions.
     *
     * @param residual rows x cols, eliminated downward; not modified
     * @param directions rows x cols, modified
     */
    void substitute(double[][] residual, double[][] directions, double keep) {
        double[] below = new double[cols()];
        for (int row = rows() - 1; row >= 0; row--) {
            substitute(residual[row], directions[row], down[row], keep, below);
        }
    }

    private static void substitute(
            double[] residual, double[] direction, double[] down, double keep, double[] below) {
        for (int col = 0; col < residual.length; col++) {
            below[col] = down[col] * (residual[col] + below[col]);
            direction[col] = Math.fma(keep, direction[col], below[col]);
        }
    }

    /**
     * The Schur complement: currents that leave the columns' nodes, in units of a column's segment.
     *
     * @param volts of the columns, rows x cols; not modified
     * @param currents rows x cols, overwritten
     * @return the power, sum of volts times currents
     */
    double currents(double[][] volts, double[][] currents) {
        carryAlong(volts, currents);
        double[] power = new double[cols()];
        double[] ground = new double[cols()];
        for (int row = 0; row < rows(); row++) {
            double[] above = volts[Math.max(row - 1, 0)];
            double[] below = row + 1 < rows() ? volts[row + 1] : ground;
            currents(cells[row], above, volts[row], below, ratio, currents[row], power);
        }
        return sum(power);
    }

    private static void currents(
            double[] cells,
            double[] above,
            double[] volts,
            double[] below,
            double ratio,
            double[] currents,
            double[] power) {
        for (int col = 0; col < volts.length; col++) {
            double volt = volts[col];
            double wires = (volt - above[col]) + (volt - below[col]);
            double current = Math.fma(cells[col], Math.fma(-ratio, currents[col], volt), wires);
            currents[col] = current;
            power[col] = Math.fma(volt, current, power[col]);
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).reduce(0, Double::sum);
    }
}
