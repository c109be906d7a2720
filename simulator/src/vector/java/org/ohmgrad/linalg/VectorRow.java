package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Products whose result has one row, in the order of 16 partial sums that {@link Gemm} states. In a b the
 * lanes run across columns, in a b^T across partial sums.
 */
final class VectorRow {
    private static final int PARTS = 16;
    private static final int HALF = PARTS / 2;
    private static final int ROWS = 8;
    private static final int COLUMNS = 8 * LANES;
    private static final ThreadLocal<VectorRow> OF_THREAD = ThreadLocal.withInitial(VectorRow::new);

    private final float[] parts = new float[PARTS * COLUMNS];
    private final int[] at = new int[ROWS];

    private VectorRow() {}

    static VectorRow ofThread() {
        return OF_THREAD.get();
    }

    /** c = a b with a of k, b of k x n, c of n numbers. */
    void mult(float[] a, float[] b, float[] c, int k, int n) {
        if (n < LANES) {
            multNarrow(a, b, c, k, n);
            return;
        }
        int j = 0;
        for (; j + COLUMNS <= n; j += COLUMNS) {
            for (int p = 0; p < PARTS; p++) {
                sumColumns(a, b, p, k, n, j, parts);
            }
            finish(a, b, c, k, n, j, COLUMNS);
        }
        for (; j < n; j += LANES) {
            int start = Math.min(j, n - LANES); // the last vector may repeat some columns
            sumOneVector(a, b, 0, k, n, start, parts);
            sumOneVector(a, b, HALF, k, n, start, parts);
            finish(a, b, c, k, n, start, LANES);
        }
    }

    private void finish(float[] a, float[] b, float[] c, int k, int n, int j, int columns) {
        for (int t = k & -PARTS; t < k; t++) {
            addRow(a[t], b, t * n + j, (t & (PARTS - 1)) * columns, columns);
        }
        foldColumns(columns);
        System.arraycopy(parts, 0, c, j, columns);
    }

    private void multNarrow(float[] a, float[] b, float[] c, int k, int n) {
        Arrays.fill(parts, 0);
        for (int t = 0; t < k; t++) {
            addRow(a[t], b, t * n, (t & (PARTS - 1)) * LANES, n);
        }
        foldColumns(LANES);
        System.arraycopy(parts, 0, c, 0, n);
    }

    private void addRow(float a, float[] b, int from, int part, int columns) {
        for (int i = 0; i < columns; i++) {
            parts[part + i] = Math.fma(a, b[from + i], parts[part + i]);
        }
    }

    /** One partial sum of eight vectors of columns, without the last terms. */
    private static void sumColumns(float[] a, float[] b, int part, int k, int n, int j, float[] parts) {

        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        int whole = k & -PARTS;
        for (int t = part; t < whole; t += PARTS) {
            int at = t * n + j;
            FloatVector x = FloatVector.broadcast(SPECIES, a[t]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, b, at), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, b, at + 2 * LANES), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, b, at + 3 * LANES), s3);
            s4 = x.fma(FloatVector.fromArray(SPECIES, b, at + 4 * LANES), s4);
            s5 = x.fma(FloatVector.fromArray(SPECIES, b, at + 5 * LANES), s5);
            s6 = x.fma(FloatVector.fromArray(SPECIES, b, at + 6 * LANES), s6);
            s7 = x.fma(FloatVector.fromArray(SPECIES, b, at + 7 * LANES), s7);
        }
        int to = part * COLUMNS;
        s0.intoArray(parts, to);
        s1.intoArray(parts, to + LANES);
        s2.intoArray(parts, to + 2 * LANES);
        s3.intoArray(parts, to + 3 * LANES);
        s4.intoArray(parts, to + 4 * LANES);
        s5.intoArray(parts, to + 5 * LANES);
        s6.intoArray(parts, to + 6 * LANES);
        s7.intoArray(parts, to + 7 * LANES);
    }

    /** The partial sums first ... first + 7 of one vector of columns, without the last terms. */
    private static void sumOneVector(float[] a, float[] b, int first, int k, int n, int j, float[] parts) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        int whole = k & -PARTS;
        for (int t = first; t < whole; t += PARTS) {
            int at = t * n + j;
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[t]);
            s0 = a0.fma(FloatVector.fromArray(SPECIES, b, at), s0);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[t + 1]);
            s1 = a1.fma(FloatVector.fromArray(SPECIES, b, at + n), s1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[t + 2]);
            s2 = a2.fma(FloatVector.fromArray(SPECIES, b, at + 2 * n), s2);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[t + 3]);
            s3 = a3.fma(FloatVector.fromArray(SPECIES, b, at + 3 * n), s3);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[t + 4]);
            s4 = a4.fma(FloatVector.fromArray(SPECIES, b, at + 4 * n), s4);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[t + 5]);
            s5 = a5.fma(FloatVector.fromArray(SPECIES, b, at + 5 * n), s5);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[t + 6]);
            s6 = a6.fma(FloatVector.fromArray(SPECIES, b, at + 6 * n), s6);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[t + 7]);
            s7 = a7.fma(FloatVector.fromArray(SPECIES, b, at + 7 * n), s7);
        }
        s0.intoArray(parts, first * LANES);
        s1.intoArray(parts, (first + 1) * LANES);
        s2.intoArray(parts, (first + 2) * LANES);
        s3.intoArray(parts, (first + 3) * LANES);
        s4.intoArray(parts, (first + 4) * LANES);
        s5.intoArray(parts, (first + 5) * LANES);
        s6.intoArray(parts, (first + 6) * LANES);
        s7.intoArray(parts, (first + 7) * LANES);
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
            for (int part = 0; part < PARTS; part += LANES) {
                sumRows(a, b, at, k & -PARTS, part, parts);
            }
            for (int r = 0; r < Math.min(ROWS, n - j); r++) {
                addTail(a, b, at[r], k, r * PARTS);
                c[j + r] = folded(parts, r * PARTS);
            }
        }
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
