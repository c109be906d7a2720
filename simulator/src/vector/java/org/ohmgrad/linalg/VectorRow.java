package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products whose result has one row, in the order of 16 partial sums that {@link Gemm} states. In a b the lanes run across
 * columns, in a b^T across partial sums. Either reads the matrix once, rows in stretches that lie together in memory.
 */
final class VectorRow {
    private static final int PARTS = 16;
    private static final int HALF = PARTS / 2;
    private static final int ROWS = 8;

    /** Columns whose partial sums share the first cache with the rows that are added to them. */
    private static final int COLUMNS = 512;

    private static final ThreadLocal<VectorRow> OF_THREAD = ThreadLocal.withInitial(VectorRow::new);

    private final float[] parts = new float[PARTS * COLUMNS];
    private final int[] at = new int[ROWS];

    private VectorRow() {}

    static VectorRow ofThread() {
        return OF_THREAD.get();
    }

    /** c = a b with a of k, b of k x n, c of n numbers. */
    void mult(float[] a, float[] b, float[] c, int k, int n) {
        for (int j = 0; j < n; j += COLUMNS) {
            int columns = Math.min(COLUMNS, n - j);
            Arrays.fill(parts, 0, PARTS * columns, 0);
            int t = 0;
            for (; t + 4 * PARTS <= k; t += 4 * PARTS) {
                for (int p = 0; p < PARTS; p++) {
                    addFour(a, t + p, b, n, j, parts, p * columns, columns);
                }
            }
            for (; t < k; t++) {
                addOne(a[t], b, t * n + j, parts, (t & (PARTS - 1)) * columns, columns);
            }
            foldColumns(columns);
            System.arraycopy(parts, 0, c, j, columns);
        }
    }

    /** The terms t, t + 16, t + 32 and t + 48, in order, to the partial sum of each column that all four go to. */
    private static void addFour(float[] a, int t, float[] b, int n, int j, float[] parts, int part, int columns) {
        int row0 = t * n + j;
        int row1 = row0 + PARTS * n;
        int row2 = row1 + PARTS * n;
        int row3 = row2 + PARTS * n;
        float a0 = a[t];
        float a1 = a[t + PARTS];
        float a2 = a[t + 2 * PARTS];
        float a3 = a[t + 3 * PARTS];
        FloatVector x0 = FloatVector.broadcast(SPECIES, a0);
        FloatVector x1 = FloatVector.broadcast(SPECIES, a1);
        FloatVector x2 = FloatVector.broadcast(SPECIES, a2);
        FloatVector x3 = FloatVector.broadcast(SPECIES, a3);
        int whole = columns & -LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector sum = x0.fma(
                    FloatVector.fromArray(SPECIES, b, row0 + i), FloatVector.fromArray(SPECIES, parts, part + i));
            sum = x1.fma(FloatVector.fromArray(SPECIES, b, row1 + i), sum);
            sum = x2.fma(FloatVector.fromArray(SPECIES, b, row2 + i), sum);
            sum = x3.fma(FloatVector.fromArray(SPECIES, b, row3 + i), sum);
            sum.intoArray(parts, part + i);
        }
        for (int i = whole; i < columns; i++) {
            float sum = Math.fma(a1, b[row1 + i], Math.fma(a0, b[row0 + i], parts[part + i]));
            parts[part + i] = Math.fma(a3, b[row3 + i], Math.fma(a2, b[row2 + i], sum));
        }
    }

    private static void addOne(float a, float[] b, int row, float[] parts, int part, int columns) {
        FloatVector x = FloatVector.broadcast(SPECIES, a);
        int whole = columns & -LANES;
        for (int i = 0; i < whole; i += LANES) {
            x.fma(FloatVector.fromArray(SPECIES, b, row + i), FloatVector.fromArray(SPECIES, parts, part + i))
                    .intoArray(parts, part + i);
        }
        for (int i = whole; i < columns; i++) {
            parts[part + i] = Math.fma(a, b[row + i], parts[part + i]);
        }
    }

    private void foldColumns(int columns) {
        for (int half = HALF * columns; half >= columns; half /= 2) {
            for (int i = 0; i < half; i++) {
                parts[i] += parts[i + half];
            }
        }
    }

    /** c = a b^T with a of k, b of n x k, c of n numbers. */
    void multTransB(float[] a, float[] b, float[] c, int k, int n) {
        for (int j = 0; j < n; j += ROWS) {
            for (int r = 0; r < ROWS; r++) {
                at[r] = Math.min(j + r, n - 1) * k;
            }
            sumEightRows(a, b, k & -PARTS);
            for (int r = 0; r < Math.min(ROWS, n - j); r++) {
                addTail(a, b, at[r], k, r * PARTS);
                c[j + r] = folded(parts, r * PARTS);
            }
        }
    }

    private void sumEightRows(float[] a, float[] b, int whole) {
        if (LANES == HALF) {
            sumFourRows(a, b, at, 0, whole, parts);
            sumFourRows(a, b, at, ROWS / 2, whole, parts);
        } else {
            for (int part = 0; part < PARTS; part += LANES) {
                sumRows(a, b, at, whole, part, parts);
            }
        }
    }

    /** All partial sums, in two vectors, of four scalar products from the row first on: each line of memory is read once. */
    private static void sumFourRows(float[] a, float[] b, int[] at, int first, int whole, float[] parts) {
        int at0 = at[first];
        int at1 = at[first + 1];
        int at2 = at[first + 2];
        int at3 = at[first + 3];
        FloatVector low0 = FloatVector.zero(SPECIES);
        FloatVector high0 = FloatVector.zero(SPECIES);
        FloatVector low1 = FloatVector.zero(SPECIES);
        FloatVector high1 = FloatVector.zero(SPECIES);
        FloatVector low2 = FloatVector.zero(SPECIES);
        FloatVector high2 = FloatVector.zero(SPECIES);
        FloatVector low3 = FloatVector.zero(SPECIES);
        FloatVector high3 = FloatVector.zero(SPECIES);
        for (int t = 0; t < whole; t += PARTS) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, t);
            FloatVector y = FloatVector.fromArray(SPECIES, a, t + HALF);
            low0 = x.fma(FloatVector.fromArray(SPECIES, b, at0 + t), low0);
            high0 = y.fma(FloatVector.fromArray(SPECIES, b, at0 + t + HALF), high0);
            low1 = x.fma(FloatVector.fromArray(SPECIES, b, at1 + t), low1);
            high1 = y.fma(FloatVector.fromArray(SPECIES, b, at1 + t + HALF), high1);
            low2 = x.fma(FloatVector.fromArray(SPECIES, b, at2 + t), low2);
            high2 = y.fma(FloatVector.fromArray(SPECIES, b, at2 + t + HALF), high2);
            low3 = x.fma(FloatVector.fromArray(SPECIES, b, at3 + t), low3);
            high3 = y.fma(FloatVector.fromArray(SPECIES, b, at3 + t + HALF), high3);
        }
        int to = first * PARTS;
        low0.intoArray(parts, to);
        high0.intoArray(parts, to + HALF);
        low1.intoArray(parts, to + PARTS);
        high1.intoArray(parts, to + PARTS + HALF);
        low2.intoArray(parts, to + 2 * PARTS);
        high2.intoArray(parts, to + 2 * PARTS + HALF);
        low3.intoArray(parts, to + 3 * PARTS);
        high3.intoArray(parts, to + 3 * PARTS + HALF);
    }

    /** A vector of partial sums, from part on, of eight scalar products. */
    private static void sumRows(float[] a, float[] b, int[] at, int whole, int part, float[] parts) {
        int at0 = at[0];
        int at1 = at[1];
        int at2 = at[2];
        int at3 = at[3];
        int at4 = at[4];
        int at5 = at[5];
        int at6 = at[6];
        int at7 = at[7];
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        for (int t = part; t < whole; t += PARTS) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, t);
            s0 = x.fma(FloatVector.fromArray(SPECIES, b, at0 + t), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, b, at1 + t), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, b, at2 + t), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, b, at3 + t), s3);
            s4 = x.fma(FloatVector.fromArray(SPECIES, b, at4 + t), s4);
            s5 = x.fma(FloatVector.fromArray(SPECIES, b, at5 + t), s5);
            s6 = x.fma(FloatVector.fromArray(SPECIES, b, at6 + t), s6);
            s7 = x.fma(FloatVector.fromArray(SPECIES, b, at7 + t), s7);
        }
        s0.intoArray(parts, part);
        s1.intoArray(parts, part + PARTS);
        s2.intoArray(parts, part + 2 * PARTS);
        s3.intoArray(parts, part + 3 * PARTS);
        s4.intoArray(parts, part + 4 * PARTS);
        s5.intoArray(parts, part + 5 * PARTS);
        s6.intoArray(parts, part + 6 * PARTS);
        s7.intoArray(parts, part + 7 * PARTS);
    }

    private void addTail(float[] a, float[] b, int row, int k, int part) {
        for (int t = k & -PARTS; t < k; t++) {
            int p = part + (t & (PARTS - 1));
            parts[p] = Math.fma(a[t], b[row + t], parts[p]);
        }
    }

    private static float folded(float[] parts, int from) {
        FloatVector low = quarter(parts, from).add(quarter(parts, from + 8));
        FloatVector high = quarter(parts, from + 4).add(quarter(parts, from + 12));
        low.add(high).intoArray(parts, from);
        return (parts[from] + parts[from + 2]) + (parts[from + 1] + parts[from + 3]);
    }

    private static FloatVector quarter(float[] parts, int from) {
        return FloatVector.fromArray(FloatVector.SPECIES_128, parts, from);
    }
}
