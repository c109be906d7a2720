package org.ohmgrad.linalg;

/** The innermost loops of a product: all arrays share one index, the condition for vector code. */
final class Kernels {
    private Kernels() {}

    /** sum = fma(a, b, sum), element by element. */
    static void add(float a, float[] b, float[] sum, int columns) {
        for (int j = 0; j < columns; j++) {
            sum[j] = Math.fma(a, b[j], sum[j]);
        }
    }

    /**
     * Two terms, in order, to four rows of sums: sums[r] = fma(a_r1, b1, fma(a_r0, b0, sums[r])). Of all
     * shapes tried, this is the largest that runs in vectors on Java 17 as well as on Java 25.
     *
     * @param at where a holds the factor of the first row and first term
     */
    static void addFourByTwo(LeftOperand a, int at, float[] b0, float[] b1, float[][] sums, int columns) {
        float[] s0 = sums[0];
        float[] s1 = sums[1];
        float[] s2 = sums[2];
        float[] s3 = sums[3];
        int rowStep = a.rowStep;
        int next = at + a.depthStep;
        float a00 = a.data[at];
        float a01 = a.data[next];
        float a10 = a.data[at + rowStep];
        float a11 = a.data[next + rowStep];
        float a20 = a.data[at + 2 * rowStep];
        float a21 = a.data[next + 2 * rowStep];
        float a30 = a.data[at + 3 * rowStep];
        float a31 = a.data[next + 3 * rowStep];
        for (int j = 0; j < columns; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            s0[j] = Math.fma(a01, x1, Math.fma(a00, x0, s0[j]));
            s1[j] = Math.fma(a11, x1, Math.fma(a10, x0, s1[j]));
            s2[j] = Math.fma(a21, x1, Math.fma(a20, x0, s2[j]));
            s3[j] = Math.fma(a31, x1, Math.fma(a30, x0, s3[j]));
        }
    }
}
