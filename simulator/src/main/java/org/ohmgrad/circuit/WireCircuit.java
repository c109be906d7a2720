package org.ohmgrad.circuit;

import java.util.HashMap;
import java.util.Map;

/**
 * A plane of linear cells between wires with resistance, solved by nodal analysis in double precision.
 *
 * <p>Word line i is a chain of segments of equal resistance: its terminal, one segment left of column 0, then one node per
 * cell. Bit line j has its terminal one segment below the last row. The other ends float. A conductance of 0 is an open
 * cell; a resistance of 0 makes all nodes of a line its terminal. A forward read drives the word lines' terminals and
 * grounds the bit lines', where it measures; a transposed read the reverse, at {@linkplain Terminals either end} of the
 * lines. {@link Contacts} put the terminals of either read at either end or both, and resistances in series with them.
 *
 * <p>Conjugate gradients on the Schur complement, preconditioned by its tridiagonal blocks: every operation is one of
 * {@code + - * /} and fma in written order, so that all machines give the same bits. Not thread safe: working memory is
 * kept between solves.
 */
public final class WireCircuit {
    /** Residual beside the right-hand side at which a solve ends, unless another is asked for. */
    public static final double TOLERANCE = 1e-10;

    /** Where the drivers and sense amplifiers of the transposed read sit. */
    public enum Terminals {
        /** Where those of the forward read sit; the transposed read is then the forward read's exact transpose. */
        SAME,
        /** At the other ends of the lines: above row 0 and right of the last column. The near ends float. */
        FAR
    }

    private final double[] conductances;
    private final int rows;
    private final int cols;
    private final double wordLineOhms;
    private final double bitLineOhms;
    private final double tolerance;
    private final Map<Contacts, CircuitFrame> frames = new HashMap<>();
    private final Map<Contacts, Read> reads = new HashMap<>();

    /**
     * A circuit whose solves end at {@link #TOLERANCE}.
     *
     * @param conductances siemens, rows x cols, row-major, not negative; copied
     * @param rows word lines, at least 1
     * @param cols bit lines, at least 1
     * @param wordLineOhms resistance of one segment of a word line, ohm, not negative
     * @param bitLineOhms resistance of one segment of a bit line, ohm, not negative
     * @throws IllegalArgumentException if a number is out of its bounds or the array has another size
     */
    public WireCircuit(double[] conductances, int rows, int cols, double wordLineOhms, double bitLineOhms) {
        this(conductances, rows, cols, wordLineOhms, bitLineOhms, TOLERANCE);
    }

    /**
     * The same with a tolerance of one's own.
     *
     * @param tolerance of the residual beside the right-hand side, both in the norm of the inverse preconditioner, where
     *     it bounds the error's power beside the circuit's; in (0, 1). Below 1e-14 nothing is gained
     */
    public WireCircuit(
            double[] conductances, int rows, int cols, double wordLineOhms, double bitLineOhms, double tolerance) {
        require(rows > 0 && cols > 0, "a circuit needs a row and a column but has " + rows + " x " + cols);
        require(
                conductances.length == rows * cols,
                "conductances must be " + rows + " x " + cols + " but are " + conductances.length);
        require(isResistance(wordLineOhms), "wordLineOhms must not be negative but is " + wordLineOhms);
        require(isResistance(bitLineOhms), "bitLineOhms must not be negative but is " + bitLineOhms);
        require(tolerance > 0 && tolerance < 1, "tolerance must lie between 0 and 1 but is " + tolerance);
        double wrong = firstNegative(conductances);
        require(wrong == 0, "conductances must not be negative but one is " + wrong);
        this.conductances = conductances.clone();
        this.rows = rows;
        this.cols = cols;
        this.wordLineOhms = wordLineOhms;
        this.bitLineOhms = bitLineOhms;
        this.tolerance = tolerance;
    }

    private static boolean isResistance(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    private static double firstNegative(double[] conductances) {
        for (double conductance : conductances) {
            if (!isResistance(conductance)) {
                return conductance;
            }
        }
        return 0;
    }

    private static void requireVolts(double[] volts, int lines) {
        require(volts.length == lines, "volts must be " + lines + " but are " + volts.length);
        for (int line = 0; line < lines; line++) {
            require(
                    Double.isFinite(volts[line]),
                    "volts must be finite but that of line " + line + " is " + volts[line]);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Word lines. */
    public int rows() {
        return rows;
    }

    /** Bit lines. */
    public int cols() {
        return cols;
    }

    /**
     * A forward read.
     *
     * @param volts at the word lines' terminals, one per row; not modified
     * @return currents out of the bit lines' grounded terminals, one per column, and all voltages
     */
    public Solution read(double[] volts) {
        return read(volts, Contacts.of(Terminals.SAME));
    }

    /**
     * A forward read with terminals elsewhere, or behind resistances.
     *
     * @param volts at the word lines' terminals, one per row; not modified
     * @param contacts of both families of lines
     * @return currents out of the bit lines' grounded terminals, one per column, and all voltages
     */
    public Solution read(double[] volts, Contacts contacts) {
        requireVolts(volts, rows);
        return reads(contacts).solve(volts, new double[cols], true);
    }

    /**
     * A transposed read.
     *
     * @param volts at the bit lines' terminals, one per column; not modified
     * @param terminals at which ends the lines are driven and sensed
     * @return currents out of the word lines' grounded terminals, one per row, and all voltages
     */
    public Solution readTransposed(double[] volts, Terminals terminals) {
        return readTransposed(volts, Contacts.of(terminals));
    }

    /**
     * The same with terminals at both ends, or behind resistances.
     *
     * @param volts at the bit lines' terminals, one per column; not modified
     * @param contacts of both families of lines
     * @return currents out of the word lines' grounded terminals, one per row, and all voltages
     */
    public Solution readTransposed(double[] volts, Contacts contacts) {
        requireVolts(volts, cols);
        return reads(contacts).solve(new double[rows], volts, false);
    }

    /** The matrix of the forward read: {@link #effective(Terminals)} of the same terminals. */
    public double[] effective() {
        return effective(Terminals.SAME);
    }

    /**
     * The circuit as a matrix: the current at bit line j per volt at word line i, and by reciprocity the current at word
     * line i per volt at bit line j.
     *
     * @param terminals of both families of lines; {@code SAME} for the forward read
     * @return siemens, rows x cols, row-major
     */
    public double[] effective(Terminals terminals) {
        return effective(Contacts.of(terminals));
    }

    /**
     * The same with terminals at both ends, or behind resistances.
     *
     * @param contacts of both families of lines
     * @return siemens, rows x cols, row-major
     */
    public double[] effective(Contacts contacts) {
        return isLumped(contacts) ? effectiveByReads(contacts) : frame(contacts).effective();
    }

    private double[] effectiveByReads(Contacts contacts) {
        double[] matrix = new double[rows * cols];
        for (int row = 0; row < rows; row++) {
            double[] volts = new double[rows];
            volts[row] = 1;
            System.arraycopy(read(volts, contacts).currents(), 0, matrix, row * cols, cols);
        }
        return matrix;
    }

    /** Whether a line is one node behind a resistance, for which the ladders have no place. */
    private boolean isLumped(Contacts contacts) {
        return !contacts.withoutLumped(wordLineOhms, bitLineOhms).equals(contacts);
    }

    private Read reads(Contacts contacts) {
        return reads.computeIfAbsent(contacts, this::newRead);
    }

    private Read newRead(Contacts contacts) {
        Contacts ideal = contacts.withoutLumped(wordLineOhms, bitLineOhms);
        CircuitRead read = new CircuitRead(frame(ideal));
        return ideal.equals(contacts)
                ? read
                : new LumpedRead(read, new LumpedPorts(conductances, rows, cols, ideal, contacts), tolerance);
    }

    private CircuitFrame frame(Contacts contacts) {
        return frames.computeIfAbsent(contacts, this::newFrame);
    }

    private CircuitFrame newFrame(Contacts contacts) {
        return new CircuitFrame(conductances, rows, cols, wordLineOhms, bitLineOhms, contacts, tolerance);
    }

    /** Voltages and currents of one read. */
    public static final class Solution {
        private final double[] currents;
        private final double[] wordLineVolts;
        private final double[] bitLineVolts;

        Solution(double[] currents, double[] wordLineVolts, double[] bitLineVolts) {
            this.currents = currents;
            this.wordLineVolts = wordLineVolts;
            this.bitLineVolts = bitLineVolts;
        }

        /** Currents out of the grounded terminals, ampere, one per sensed line. */
        public double[] currents() {
            return currents;
        }

        /** Voltage of every word line at every cell, rows x cols, row-major. */
        public double[] wordLineVolts() {
            return wordLineVolts;
        }

        /** Voltage of every bit line at every cell, rows x cols, row-major. */
        public double[] bitLineVolts() {
            return bitLineVolts;
        }
    }
}
