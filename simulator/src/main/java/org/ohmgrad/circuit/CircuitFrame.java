package org.ohmgrad.circuit;

import java.util.Arrays;

/** A circuit as the solver sees it from one pair of terminals: eliminated lines along rows, the others down columns. */
public final class CircuitFrame {
    private static final double ALIKE = 4;

    private final double[] conductances;
    private final Orientation orientation;
    private final double rowOhms;
    private final double colOhms;
    private final double tolerance;
    private final Contacts contacts;
    private final Ladders ladders;
    private final int rows;
    private final int cols;

    /**
     * A circuit of linear cells between the segments of word and bit lines.
     *
     * @param conductances wordLines x bitLines, row-major, siemens; not modified, and read again by every solve
     * @param wordLineOhms resistance of a segment of a word line
     * @param bitLineOhms resistance of a segment of a bit line
     * @param tolerance of the residual beside the right-hand side, at which the refinement of a solution ends
     */
    public CircuitFrame(
            double[] conductances,
            int wordLines,
            int bitLines,
            double wordLineOhms,
            double bitLineOhms,
            Contacts contacts,
            double tolerance) {
        this.conductances = conductances;
        this.contacts = contacts;
        this.tolerance = tolerance;
        boolean swapped = eliminatesBitLines(wordLines, bitLines, wordLineOhms, bitLineOhms);
        orientation = new Orientation(wordLines, bitLines, swapped, isFar());
        rowOhms = swapped ? bitLineOhms : wordLineOhms;
        colOhms = swapped ? wordLineOhms : bitLineOhms;
        ladders = new Ladders(
                orientation.toFrame(conductances), rowOhms, colOhms, ends(rowOhms, swapped), ends(colOhms, !swapped));
        rows = ladders.rows();
        cols = ladders.cols();
    }

    private boolean isFar() {
        return contacts.ends() == Contacts.Ends.FAR;
    }

    private LineEnds ends(double segmentOhms, boolean ofBitLines) {
        return new LineEnds(contacts.near(segmentOhms, ofBitLines), contacts.far(segmentOhms, ofBitLines));
    }

    /** Lines without resistance go first, then those of much the larger one, which couple nodes least, then the fewer. */
    private static boolean eliminatesBitLines(int wordLines, int bitLines, double wordLineOhms, double bitLineOhms) {
        if (wordLineOhms == 0 || bitLineOhms == 0) {
            return wordLineOhms > 0;
        }
        boolean alike = Math.max(wordLineOhms, bitLineOhms) <= ALIKE * Math.min(wordLineOhms, bitLineOhms);
        return alike ? bitLines < wordLines : bitLineOhms > wordLineOhms;
    }

    Orientation orientation() {
        return orientation;
    }

    Ladders ladders() {
        return ladders;
    }

    double rowOhms() {
        return rowOhms;
    }

    double colOhms() {
        return colOhms;
    }

    double tolerance() {
        return tolerance;
    }

    double conductance(int row, int col) {
        return conductances[orientation.cell(row, col)];
    }

    /** The circuit as a matrix, word lines x bit lines, row-major, siemens: rows are driven, columns sensed. */
    double[] effective() {
        return ladders.colEnds.far() > 0
                ? effectiveOfBothEnds()
                : effective((solver, bundle, injected, last) -> solver.solveLast(injected, last));
    }

    /** As {@link #effective()}, from the voltages of the first row too. */
    private double[] effectiveOfBothEnds() {
        int width = cols * Sweeps.EIGHT.lanes();
        double[][] all = new double[rows][width];
        return effective((solver, bundle, injected, ends) -> {
            solver.solve(injected, all);
            // Both ends lead to their terminals alike, so that their currents are those of the sum.
            Arrays.setAll(ends, k -> all[0][k] + all[rows - 1][k]);
        });
    }

    /**
     * The same from the voltages of an earlier time, or from none.
     *
     * @param memory of circuits with the same lines and terminals; modified
     */
    public double[] effective(VoltageMemory memory) {
        return effective(memory::solve);
    }

    /** Finds the last row's voltages of a bundle of right-hand sides. */
    private interface Solve {
        void last(SchurSolver solver, int bundle, double[][] injected, double[] volts);
    }

    private double[] effective(Solve solve) {
        if (colOhms == 0) {
            return conductances.clone();
        }
        int lanes = Sweeps.EIGHT.lanes();
        var solver = new SchurSolver(ladders, Sweeps.EIGHT, tolerance);
        double[][] matrix = new double[rows][cols];
        double[][] injected = new double[rows][cols * lanes];
        double[] volts = new double[cols * lanes];
        for (int from = 0; from < rows; from += lanes) {
            int count = Math.min(lanes, rows - from);
            drive(from, count, lanes, injected);
            solve.last(solver, from / lanes, injected, volts);
            for (int lane = 0; lane < count; lane++) {
                sense(volts, lane, lanes, matrix[from + lane]);
                Arrays.fill(injected[from + lane], 0);
            }
        }
        return orientation.toCircuit(matrix);
    }

    /** One volt at the terminal of one row after the other, each in a lane of its own. */
    private void drive(int from, int count, int lanes, double[][] injected) {
        for (int lane = 0; lane < count; lane++) {
            int row = from + lane;
            for (int col = 0; col < cols; col++) {
                injected[row][col * lanes + lane] = ladders.cells[row][col] * ladders.reach[row][col];
            }
        }
    }

    private void sense(double[] volts, int lane, int lanes, double[] currents) {
        for (int col = 0; col < cols; col++) {
            currents[col] = ladders.colEnds.near() * volts[col * lanes + lane] / colOhms;
        }
    }

    /**
     * Share of a line's voltage that lies across each of its cells when the line alone is driven, as its ladder has it.
     *
     * @param ofWordLines or of bit lines
     * @return word lines x bit lines, row-major
     */
    public double[] acrossCells(boolean ofWordLines) {
        if (ofWordLines == orientation.swapped()) {
            return orientation.toCircuit(ladders.acrossCells());
        }
        var other = new Orientation(orientation.wordLines(), orientation.bitLines(), ofWordLines, isFar());
        return other.toCircuit(new Ladders(other.toFrame(conductances), colOhms, rowOhms).acrossCells());
    }
}
