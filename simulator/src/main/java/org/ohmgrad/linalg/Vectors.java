package org.ohmgrad.linalg;

/**
 * Loops over a stretch of a float array, all in index order. Every sum is kept in double precision.
 *
 * <p>Each takes an array, the index of the first number and how many there are, and throws
 * {@link IndexOutOfBoundsException} if the array is shorter.
 */
public final class Vectors {
    private static final float WHOLE = 0x1.8p23f;

    private Vectors() {}

    /** Sum of x[from ... from + count - 1]. */
    public static double sum(float[] x, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += x[i];
        }
        return sum;
    }

    /** Scalar product of two stretches of equal length; each product is exact. */
    public static double dot(float[] x, int xFrom, float[] y, int yFrom, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) x[xFrom + i] * y[yFrom + i];
        }
        return sum;
    }

    /** Sum of squares of x[from ... from + count - 1]. */
    public static double sumOfSquares(float[] x, int from, int count) {
        return dot(x, from, x, from, count);
    }

    /** Largest magnitude in x[from ... from + count - 1]; 0 of an empty stretch, NaN if there is one. */
    public static float maxAbs(float[] x, int from, int count) {
        float max = 0;
        for (int i = from; i < from + count; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        return max;
    }

    /** Multiplies x[from ... from + count - 1] by a factor, in place. */
    public static void scale(float[] x, int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            x[i] *= factor;
        }
    }

    /** Adds a stretch of x to one of y: y[yFrom + i] += x[xFrom + i]; modifies y only. */
    public static void add(float[] x, int xFrom, float[] y, int yFrom, int count) {
        for (int i = 0; i < count; i++) {
            y[yFrom + i] += x[xFrom + i];
        }
    }

    /**
     * Nearest whole number, ties to even, for |x| up to 2^22; zero comes out positive. Runs in vectors on
     * every JDK, which {@link Math#rint} does not.
     */
    public static float nearest(float x) {
        return (x + WHOLE) - WHOLE;
    }
}
