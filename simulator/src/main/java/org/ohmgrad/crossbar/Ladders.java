package org.ohmgrad.crossbar;

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

    /**
     * Pivots of a row from its open right end, and what each cell sees along its row, in segments. Both directions share a
     * loop: each is a chain of dependent quotients, and two chains take hardly longer than one.
     */
    private double[] eliminateRow(double[] siemens, double[] pass) {
        int cols = siemens.length;
        double[] seen = new double[cols];
        double fromRight = 0;
        double fromLeft = 1;
        for (int left = 0, right = cols - 1; left < cols; left++, right--) {
            seen[right] += fromRight;
            double load = siemens[right] * rowOhms + fromRight;
            pass[right] = 1 / (1 + load);
            fromRight = load * pass[right];
            seen[left] += fromLeft;
            double leftLoad = siemens[left] * rowOhms + fromLeft;
            fromLeft = leftLoad / (1 + leftLoad);
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
}
