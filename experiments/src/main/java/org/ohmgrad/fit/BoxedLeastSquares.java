package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Least squares of Levenberg and Marquardt in a box: what lies at an end of its range and would leave it rests there,
 * and the others are fitted anew.
 */
final class BoxedLeastSquares {
    private static final int ROUNDS = 100;
    private static final double DIFFERENCE = 1e-3;
    private static final double STOP = 1e-11;

    private final List<Freedom> freedoms;
    private final Function<double[], double[]> residuals;

    /**
     * @param freedoms what may vary
     * @param residuals from a value for each of them to what shall have the least sum of squares
     */
    BoxedLeastSquares(List<Freedom> freedoms, Function<double[], double[]> residuals) {
        this.freedoms = freedoms;
        this.residuals = residuals;
    }

    /** The best values near a start. */
    double[] from(double... start) {
        double[] best = start.clone();
        double least = squares(best);
        double damping = 1e-3;
        int calm = 0;
        for (int round = 0; round < ROUNDS && damping < 1e12 && calm < 3; round++) {
            RealMatrix slopes = slopes(best);
            RealVector gradient = slopes.transpose().operate(new ArrayRealVector(residuals.apply(best), false));
            double[] next = moved(best, gradient, slopes.transpose().multiply(slopes), damping);
            double there = squares(next);
            damping = there < least ? Math.max(1e-15, damping / 10) : damping * 5;
            calm = there < least && least - there < STOP * least ? calm + 1 : there < least ? 0 : calm;
            best = there < least ? next : best;
            least = Math.min(there, least);
        }
        return best;
    }

    double squares(double... values) {
        return Arrays.stream(residuals.apply(values)).map(r -> r * r).sum();
    }

    private double[] moved(double[] from, RealVector gradient, RealMatrix normal, double damping) {
        int[] free = IntStream.range(0, from.length)
                .filter(k -> !leaves(k, from[k], -gradient.getEntry(k)) && normal.getEntry(k, k) > 0)
                .toArray();
        double[] next = from.clone();
        if (free.length == 0) {
            return next;
        }
        RealMatrix part = normal.getSubMatrix(free, free);
        RealVector down = new ArrayRealVector(free.length);
        for (int k = 0; k < free.length; k++) {
            part.multiplyEntry(k, k, 1 + damping);
            down.setEntry(k, -gradient.getEntry(free[k]));
        }
        try {
            RealVector step = new LUDecomposition(part, 0).getSolver().solve(down);
            for (int k = 0; k < free.length; k++) {
                next[free[k]] = freedoms.get(free[k]).held(from[free[k]] + step.getEntry(k));
            }
        } catch (SingularMatrixException e) {
            // More damping makes it regular.
            return from.clone();
        }
        return next;
    }

    private boolean leaves(int k, double value, double direction) {
        Freedom freedom = freedoms.get(k);
        return (value <= freedom.low() && direction < 0) || (value >= freedom.high() && direction > 0);
    }

    private RealMatrix slopes(double... at) {
        double[][] columns = new double[at.length][];
        for (int k = 0; k < at.length; k++) {
            columns[k] = slope(k, at);
        }
        return new Array2DRowRealMatrix(columns, false).transpose();
    }

    private double[] slope(int k, double... at) {
        double step = DIFFERENCE * Math.max(Math.abs(at[k]), freedoms.get(k).grain());
        double[] below = at.clone();
        double[] above = at.clone();
        below[k] = freedoms.get(k).held(at[k] - step);
        above[k] = freedoms.get(k).held(at[k] + step);
        double[] low = residuals.apply(below);
        double[] slope = residuals.apply(above);
        Arrays.setAll(slope, i -> (slope[i] - low[i]) / (above[k] - below[k]));
        return slope;
    }
}
