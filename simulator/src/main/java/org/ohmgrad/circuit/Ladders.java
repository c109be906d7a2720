package org.ohmgrad.circuit;

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
    /** Share of a column's voltage at a node that lies across the cell; the rest lies across what it sees along its row. */
    final double[][] share;
    /** Voltage along a row whose terminal has one volt, the columns grounded. */
    final double[][] reach;
    /** Resistance of a row's segment in units of a column's; 0 where both are 0. */
    final double ratio;
    /** How the rows end. */
    final LineEnds rowEnds;
    /** How the columns end: near is below. */
    final LineEnds colEnds;

    private final double rowOhms;

    /** Lines with a terminal at one end, behind a segment of wire. */
    Ladders(double[][] siemens, double rowOhms, double colOhms) {
        this(siemens, rowOhms, colOhms, LineEnds.PLAIN, LineEnds.PLAIN);
    }

    /**
     * @param siemens rows x cols
     * @param rowOhms of a segment of a row
     * @param colOhms of a segment of a column; not 0 unless rowOhms is
     */
    Ladders(double[][] siemens, double rowOhms, double colOhms, LineEnds rowEnds, LineEnds colEnds) {
        this.rowOhms = rowOhms;
        this.rowEnds = rowEnds;
        this.colEnds = colEnds;
        int cols = siemens[0].length;
        ratio = colOhms == 0 ? 0 : rowOhms / colOhms;
        cells = new double[siemens.length][cols];
        along = new double[siemens.length][cols];
        down = new double[siemens.length][cols];
        reach = new double[siemens.length][cols];
        share = new double[siemens.length][cols];
        double[] fromAbove = new double[cols];
        Arrays.fill(fromAbove, colEnds.far());
        for (int row = 0; row < siemens.length; row++) {
            double below = row + 1 < siemens.length ? 1 : colEnds.near();
            for (int col = 0; col < cols; col++) {
                cells[row][col] = siemens[row][col] * colOhms;
            }
            double[] seen = eliminateRow(siemens[row], along[row]);
            reach(along[row], reach[row]);
            divide(siemens[row], seen, share[row]);
            eliminateDown(cells[row], share[row], fromAbove, below, down[row]);
        }
    }

    /**
     * Pivots of a row from its open right end, and what each cell sees along its row, in segments. Both directions share a
     * loop: each is a chain of dependent quotients, and two chains take hardly longer than one.
     */
    private double[] eliminateRow(double[] siemens, double[] pass) {
        int cols = siemens.length;
        double[] seen = new double[cols];
        double fromRight = rowEnds.far();
        double fromLeft = rowEnds.near();
        for (int left = 0, right = cols - 1; left < cols; left++, right--) {
            seen[right] += fromRight;
            double load = siemens[right] * rowOhms + fromRight;
            pass[right] = 1 / ((right == 0 ? rowEnds.near() : 1) + load);
            fromRight = load * pass[right];
            seen[left] += fromLeft;
            double leftLoad = siemens[left] * rowOhms + fromLeft;
            fromLeft = leftLoad / (1 + leftLoad);
        }
        return seen;
    }

    /** What one volt at all terminals of a row leaves at its nodes. */
    private void reach(double[] pass, double[] volts) {
        double product = rowEnds.near();
        for (int col = 0; col < pass.length; col++) {
            product *= pass[col];
            volts[col] = product;
        }
        if (rowEnds.far() > 0) {
            addFromFar(pass, volts);
        }
    }

    private void addFromFar(double[] pass, double[] volts) {
        double[] carried = new double[pass.length];
        double source = rowEnds.far();
        for (int col = pass.length - 1; col >= 0; col--) {
            carried[col] = source;
            source *= pass[col];
        }
        double volt = 0;
        for (int col = 0; col < pass.length; col++) {
            volt = pass[col] * (volt + carried[col]);
            volts[col] += volt;
        }
    }

    private void divide(double[] siemens, double[] seen, double[] shares) {
        for (int col = 0; col < shares.length; col++) {
            shares[col] = seen[col] / (siemens[col] * rowOhms + seen[col]);
        }
    }

    private static void eliminateDown(double[] cells, double[] share, double[] fromAbove, double below, double[] pass) {
        for (int col = 0; col < cells.length; col++) {
            double load = cells[col] * share[col] + fromAbove[col];
            pass[col] = 1 / (below + load);
            fromAbove[col] = load * pass[col];
        }
    }

    int rows() {
        return cells.length;
    }

    int cols() {
        return cells[0].length;
    }

    /**
     * Voltage across each cell when its column's terminal alone is driven with one volt and all other columns are grounded.
     * By reciprocity, the share of a current injected across the cell that leaves through the column's terminal.
     *
     * @return rows x cols
     */
    double[][] acrossCells() {
        double[][] across = new double[rows()][];
        double[] volts = new double[cols()];
        Arrays.fill(volts, 1);
        for (int row = rows() - 1; row >= 0; row--) {
            across[row] = share[row].clone();
            for (int col = 0; col < volts.length; col++) {
                volts[col] *= down[row][col];
                across[row][col] *= volts[col];
            }
        }
        return across;
    }
}
