package org.ohmgrad.linalg;

import java.util.Arrays;

/** Products whose result has one row, in the order of 16 partial sums that {@link Gemm} states. */
final class SingleRow {
    private static final int PARTS = 16;
    private static final ThreadLocal<SingleRow> OF_THREAD = ThreadLocal.withInitial(SingleRow::new);

    private final float[][] rows = new float[PARTS][Panels.COLUMNS];
    private final float[][] sums = new float[PARTS][Panels.COLUMNS];
    private final float[] parts = new float[PARTS];

    private SingleRow() {}

    /** c = a b with a of k, b of k x n, c of n numbers. */
    static void mult(float[] a, float[] b, float[] c, int k, int n) {
        SingleRow scratch = OF_THREAD.get();
        for (int j = 0; j < n; j += Panels.COLUMNS) {
            scratch.sumColumns(a, b, k, n, j, Math.min(Panels.COLUMNS, n - j));
            System.arraycopy(scratch.sums[0], 0, c, j, Math.min(Panels.COLUMNS, n - j));
        }
    }

    /** c = a b^T with a of k, b of n x k, c of n numbers. */
    static void multTransB(float[] a, float[] b, float[] c, int k, int n) {
        float[] parts = OF_THREAD.get().parts;
        for (int j = 0; j < n; j++) {
            for (int p = 0; p < PARTS; p += 4) {
                sumFourParts(a, b, j * k, k, p, parts);
            }
            sumTail(a, b, j * k, k, parts);
            c[j] = folded(parts);
        }
    }

    private void sumColumns(float[] a, float[] b, int k, int n, int j, int columns) {
        for (float[] sum : sums) {
            Arrays.fill(sum, 0, columns, 0);
        }
        for (int t = 0; t < k; t++) {
            int p = t & (PARTS - 1);
            System.arraycopy(b, t * n + j, rows[p], 0, columns);
            Kernels.add(a[t], rows[p], sums[p], columns);
        }
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int p = 0; p < half; p++) {
                Kernels.add(1, sums[p + half], sums[p], columns);
            }
        }
    }

    /** Four parts at once hide the latency of a fused multiply-add. */
    private static void sumFourParts(float[] a, float[] b, int row, int k, int p, float[] parts) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int whole = k & -PARTS;
        for (int t = p; t < whole; t += PARTS) {
            s0 = Math.fma(a[t], b[row + t], s0);
            s1 = Math.fma(a[t + 1], b[row + t + 1], s1);
            s2 = Math.fma(a[t + 2], b[row + t + 2], s2);
            s3 = Math.fma(a[t + 3], b[row + t + 3], s3);
        }
        parts[p] = s0;
        parts[p + 1] = s1;
        parts[p + 2] = s2;
        parts[p + 3] = s3;
    }

    private static void sumTail(float[] a, float[] b, int row, int k, float[] parts) {
        for (int t = k & -PARTS; t < k; t++) {
            parts[t & (PARTS - 1)] = Math.fma(a[t], b[row + t], parts[t & (PARTS - 1)]);
        }
    }

    private static float folded(float[] parts) {
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int p = 0; p < half; p++) {
                parts[p] += parts[p + half];
            }
        }
        return parts[0];
    }
}
