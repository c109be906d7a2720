package org.ohmgrad.crossbar;

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
    private final double[] ground;
    private final double[] sums;
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
        ground = new double[width];
        sums = new double[sweeps.sums(ladders.cols())];
    }

    /** Iterations of the last solve. */
    int iterations() {
        return iterations;
    }

    /**
     * Voltages of the columns' nodes in the rows from {@code first} on.
     *
     * @param injected currents into the columns' nodes with the rows' lines in place, in units of a column's segment, rows
     *     x (cols x lanes); not modified
     * @param volts rows x (cols x lanes), overwritten from row {@code first} on
     */
    void solve(double[][] injected, double[][] volts, int first) {
        clear(residual);
        clear(volts);
        double[] squares = eliminate(injected, filled(-1));
        iterate(squares, enough(squares), volts, first);
    }

    private double[] enough(double[] squares) {
        return Arrays.stream(squares)
                .map(square -> tolerance * tolerance * square)
                .toArray();
    }

    private void iterate(double[] squares, double[] enough, double[][] volts, int first) {
        double[] keep = filled(0);
        double[] step = filled(0);
        double[] before = squares;
        for (iterations = 0; anyAbove(before, enough); iterations++) {
            requireProgress();
            double[] power = nextDirections(keep);
            for (int lane = 0; lane < step.length; lane++) {
                step[lane] = before[lane] > enough[lane] ? before[lane] / power[lane] : 0;
            }
            for (int row = first; row < rows; row++) {
                sweeps.add(step, directions[row], volts[row]);
            }
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

    private static void clear(double[][] numbers) {
        for (double[] row : numbers) {
            Arrays.fill(row, 0);
        }
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

    /** Directions from the residual, and the currents that they drive, row after row so that both stay in the cache. */
    private double[] nextDirections(double[] keep) {
        Arrays.fill(neighbour, 0);
        Arrays.fill(sums, 0);
        int done = rows;
        for (int row = rows - 1; row >= 0; row -= 2) {
            int other = Math.max(row - 1, 0);
            substitute(row, keep);
            if (other != row) {
                substitute(other, keep);
            }
            sweeps.carryAlong(ladders, row, other, directions, currents);
            while (done > other + 1) {
                currents(--done, directions);
            }
        }
        currents(0, directions);
        return sweeps.totals(sums);
    }

    private void substitute(int row, double[] keep) {
        sweeps.substitute(residual[row], ladders.down[row], keep, neighbour, directions[row]);
    }

    private void currents(int row, double[][] volts) {
        double[] above = volts[Math.max(row - 1, 0)];
        double[] below = row + 1 < rows ? volts[row + 1] : ground;
        sweeps.currents(ladders.cells[row], above, volts[row], below, ladders.ratio, currents[row], sums);
    }
}
