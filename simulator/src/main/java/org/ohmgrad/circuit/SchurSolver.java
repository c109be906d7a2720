package org.ohmgrad.circuit;

import java.util.Arrays;

/**
 * Solves for the voltages of a circuit by conjugate gradients. The rows' nodes are eliminated by ladders; what is left for
 * the columns' nodes (the Schur complement) is preconditioned by the columns' ladders, which are its diagonal blocks
 * exactly. Cells of 1 to 100 uS between segments of 2 ohm and lines of 256 cells take eight iterations to 1e-10.
 *
 * <p>Right-hand sides lie side by side, as many as the sweeps have lanes; each ends at its own tolerance, so that its
 * result does not depend on its neighbours. Working memory is kept between solves: not thread safe.
 */
final class SchurSolver {
    private final Ladders ladders;
    private final Sweeps sweeps;
    private final double tolerance;
    private final int rows;
    private final double[][] residual;
    private final double[][] directions;
    private final double[][] currents;
    private final double[] neighbour;
    private final double[] beyondFirst;
    private final double[] beyondLast;
    private final double[] sums;
    private double[] whole;
    private double[] squares;
    private int iterations;

    /**
     * @param tolerance of the residual beside the right-hand side, in the norm of the inverse preconditioner
     */
    SchurSolver(Ladders ladders, Sweeps sweeps, double tolerance) {
        this.ladders = ladders;
        this.sweeps = sweeps;
        this.tolerance = tolerance;
        rows = ladders.rows();
        int width = ladders.cols() * sweeps.lanes();
        residual = new double[rows][width];
        directions = new double[rows][width];
        currents = new double[rows][width];
        neighbour = new double[width];
        beyondFirst = new double[width];
        beyondLast = new double[width];
        sums = new double[sweeps.sums(ladders.cols())];
        whole = new double[sweeps.lanes()];
        squares = whole;
    }

    /** Iterations of the last solve. */
    int iterations() {
        return iterations;
    }

    /**
     * Voltages of the columns' nodes.
     *
     * @param injected currents into the columns' nodes with the rows' lines in place, in units of a column's segment, rows
     *     x (cols x lanes); not modified
     * @param volts rows x (cols x lanes), overwritten
     */
    void solve(double[][] injected, double[][] volts) {
        for (double[] row : volts) {
            Arrays.fill(row, 0);
        }
        start(injected);
        iterate((step, iteration) -> {
            for (int row = 0; row < rows; row++) {
                sweeps.add(step, directions[row], volts[row]);
            }
        });
    }

    /**
     * The voltages of the last row alone, which are the columns' currents. The last residual's preconditioned part is added
     * to them, which is free and worth most of an iteration.
     *
     * @param volts cols x lanes, overwritten
     */
    void solveLast(double[][] injected, double[] volts) {
        Arrays.fill(volts, 0);
        start(injected);
        iterate((step, iteration) -> sweeps.add(step, directions[rows - 1], volts));
        addPreconditioned(volts);
    }

    /**
     * The same, and all voltages in single precision.
     *
     * @param all rows x (cols x lanes), zeros; overwritten
     */
    void solveLast(double[][] injected, double[] volts, float[][] all) {
        Arrays.fill(volts, 0);
        start(injected);
        iterate((step, iteration) -> {
            sweeps.add(step, directions[rows - 1], volts);
            addAll(step, all);
        });
        addPreconditioned(volts);
    }

    /**
     * The same from voltages that are nearly right. They take part in the first iteration only, which brings most of what
     * is missing: the next call starts as well from there.
     *
     * @param all modified
     * @param whole squares of the right-hand sides, from {@link #whole()} after a {@link #solveLast} of nearly the same
     */
    void improveLast(double[][] injected, double[] volts, float[][] all, double[] whole) {
        this.whole = whole;
        squares = missing(injected, all);
        System.arraycopy(directions[rows - 1], 0, volts, 0, volts.length);
        iterate((step, iteration) -> {
            sweeps.add(step, directions[rows - 1], volts);
            if (iteration == 0) {
                addAll(step, all);
            }
        });
        addPreconditioned(volts);
    }

    private void start(double[][] injected) {
        whole = startResidual(injected, -1);
        squares = whole;
    }

    private void addAll(double[] step, float[][] all) {
        for (int row = 0; row < rows; row++) {
            sweeps.add(step, directions[row], all[row]);
        }
    }

    private void addPreconditioned(double[] volts) {
        Arrays.fill(neighbour, 0);
        sweeps.substitute(residual[rows - 1], ladders.down[rows - 1], filled(0), neighbour, directions[rows - 1]);
        sweeps.add(filled(1), directions[rows - 1], volts);
    }

    /** Leaves in the residual what voltages miss of the injected currents, and the voltages in the directions. */
    private double[] missing(double[][] injected, float[][] volts) {
        for (int row = 0; row < rows; row++) {
            sweeps.recall(volts[row], directions[row]);
        }
        carryAlong(ladders, sweeps, directions, currents);
        for (int row = 0; row < rows; row++) {
            currents(row, directions);
            sweeps.add(filled(-1), injected[row], currents[row]);
        }
        return startResidual(currents, 1);
    }

    /** Squares of the last solve's right-hand sides in the norm of the inverse preconditioner. */
    double[] whole() {
        return whole;
    }

    /** What becomes of a step along the directions. */
    private interface Progress {
        void by(double[] step, int iteration);
    }

    private void iterate(Progress progress) {
        double[] enough = Arrays.stream(whole)
                .map(square -> tolerance * tolerance * square)
                .toArray();
        double[] keep = filled(0);
        double[] step = filled(0);
        double[] before = squares;
        for (iterations = 0; anyAbove(before, enough); iterations++) {
            requireProgress();
            double[] power = nextDirections(keep);
            for (int lane = 0; lane < step.length; lane++) {
                step[lane] = before[lane] > enough[lane] ? before[lane] / power[lane] : 0;
            }
            progress.by(step, iterations);
            double[] after = eliminate(currents, step);
            for (int lane = 0; lane < step.length; lane++) {
                keep[lane] = step[lane] == 0 ? 0 : after[lane] / before[lane];
            }
            before = after;
        }
    }

    private double[] filled(double value) {
        double[] result = new double[sweeps.lanes()];
        Arrays.fill(result, value);
        return result;
    }

    private static boolean anyAbove(double[] squares, double[] enough) {
        for (int lane = 0; lane < squares.length; lane++) {
            if (squares[lane] > enough[lane]) {
                return true;
            }
        }
        return false;
    }

    private void requireProgress() {
        int most = 1000 + 100 * (rows + ladders.cols());
        if (iterations == most) {
            throw new ArithmeticException("the circuit's voltages are not found after " + most + " iterations");
        }
    }

    /** Residual less step times the numbers, eliminated downward; returns its square. */
    private double[] eliminate(double[][] numbers, double[] step) {
        Arrays.fill(neighbour, 0);
        Arrays.fill(sums, 0);
        for (int row = 0; row < rows; row++) {
            sweeps.eliminate(residual[row], numbers[row], ladders.down[row], step, neighbour, sums);
        }
        return sweeps.totals(sums);
    }

    /** The same from a residual of zero. */
    private double[] startResidual(double[][] numbers, double step) {
        for (double[] row : residual) {
            Arrays.fill(row, 0);
        }
        return eliminate(numbers, filled(step));
    }

    /** Directions from the residual, and the currents that they drive, row after row so that both stay in the cache. */
    private double[] nextDirections(double[] keep) {
        Arrays.fill(neighbour, 0);
        Arrays.fill(sums, 0);
        int done = rows;
        for (int end = rows, first; end > 0; end = first) {
            first = Math.max(end - sweeps.rowsAtOnce(), 0);
            for (int row = end - 1; row >= first; row--) {
                substitute(row, keep);
            }
            sweeps.carryAlong(ladders, first, end, directions, currents);
            while (done > first + 1) {
                currents(--done, directions);
            }
        }
        currents(0, directions);
        return sweeps.totals(sums);
    }

    /** {@link Sweeps#carryAlong} for all rows. */
    static void carryAlong(Ladders ladders, Sweeps sweeps, double[][] from, double[][] to) {
        for (int first = 0; first < to.length; first += sweeps.rowsAtOnce()) {
            sweeps.carryAlong(ladders, first, Math.min(first + sweeps.rowsAtOnce(), to.length), from, to);
        }
    }

    private void substitute(int row, double[] keep) {
        sweeps.substitute(residual[row], ladders.down[row], keep, neighbour, directions[row]);
    }

    private void currents(int row, double[][] volts) {
        double[] above = row > 0 ? volts[row - 1] : beyond(volts[0], ladders.colEnds.far(), beyondFirst);
        double[] below = row + 1 < rows ? volts[row + 1] : beyond(volts[row], ladders.colEnds.near(), beyondLast);
        sweeps.currents(ladders.cells[row], above, volts[row], below, ladders.ratio, currents[row], sums);
    }

    /**
     * What stands for a neighbour beyond the end of the columns: voltages to which a segment of wire carries as much as what
     * really leads to the terminal there, which is at zero.
     *
     * @param share of a segment's conductance; 0 where columns float
     */
    private static double[] beyond(double[] volts, double share, double[] scratch) {
        if (share == 0 || share == 1) {
            return share == 0 ? volts : scratch;
        }
        for (int k = 0; k < volts.length; k++) {
            scratch[k] = (1 - share) * volts[k];
        }
        return scratch;
    }
}
