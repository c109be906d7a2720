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
     * Four terms, in order, to four rows of sums: each number loaded is used four times.
     *
     * @param a holds the factor of row r and term t at {@code at + r rowStep + t termStep}
     */
    static void addFourByFour(float[] a, int at, int rowStep, int termStep, float[] b0, float[] b1, float[] b2,
            float[] b3, float[] s0, float[] s1, float[] s2, float[] s3, int columns) {
        int at1 = at + rowStep;
        int at2 = at1 + rowStep;
        int at3 = at2 + rowStep;
        int t2 = 2 * termStep;
        int t3 = 3 * termStep;
        float a00 = a[at];
        float a01 = a[at + termStep];
        float a02 = a[at + t2];
        float a03 = a[at + t3];
        float a10 = a[at1];
        float a11 = a[at1 + termStep];
        float a12 = a[at1 + t2];
        float a13 = a[at1 + t3];
        float a20 = a[at2];
        float a21 = a[at2 + termStep];
        float a22 = a[at2 + t2];
        float a23 = a[at2 + t3];
        float a30 = a[at3];
        float a31 = a[at3 + termStep];
        float a32 = a[at3 + t2];
        float a33 = a[at3 + t3];
        for (int j = 0; j < columns; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            s0[j] = Math.fma(a03, x3, Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, s0[j]))));
            s1[j] = Math.fma(a13, x3, Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, s1[j]))));
            s2[j] = Math.fma(a23, x3, Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, s2[j]))));
            s3[j] = Math.fma(a33, x3, Math.fma(a32, x2, Math.fma(a31, x1, Math.fma(a30, x0, s3[j]))));
        }
    }
}
