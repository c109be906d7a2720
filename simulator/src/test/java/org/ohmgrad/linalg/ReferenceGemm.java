package org.ohmgrad.linalg;

import org.ejml.data.FMatrixRMaj;

/** The written order of summation, literally: the oracle of every implementation of {@link Gemm}. */
public final class ReferenceGemm implements Gemm {

    private interface Element {
        float at(int i, int k);
    }

    @Override
    public void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        multiply(a::get, b::get, a.numCols, c, c.numRows == 1);
    }

    @Override
    public void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        multiply((i, k) -> a.get(k, i), b::get, a.numRows, c, false);
    }

    @Override
    public void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        multiply(a::get, (k, j) -> b.get(j, k), a.numCols, c, c.numRows == 1);
    }

    @Override
    public String name() {
        return "reference";
    }

    private static void multiply(Element a, Element b, int depth, FMatrixRMaj c, boolean single) {
        for (int i = 0; i < c.numRows; i++) {
            for (int j = 0; j < c.numCols; j++) {
                c.set(i, j, single ? partialSums(a, b, depth, i, j) : blockSums(a, b, depth, i, j));
            }
        }
    }

    private static float blockSums(Element a, Element b, int depth, int i, int j) {
        float sum = block(a, b, 0, Math.min(256, depth), i, j);
        for (int k = 256; k < depth; k += 256) {
            sum += block(a, b, k, Math.min(k + 256, depth), i, j);
        }
        return sum;
    }

    private static float block(Element a, Element b, int from, int to, int i, int j) {
        float sum = 0;
        for (int k = from; k < to; k++) {
            sum = Math.fma(a.at(i, k), b.at(k, j), sum);
        }
        return sum;
    }

    private static float partialSums(Element a, Element b, int depth, int i, int j) {
        float[] s = new float[16];
        for (int p = 0; p < 16; p++) {
            for (int k = p; k < depth; k += 16) {
                s[p] = Math.fma(a.at(i, k), b.at(k, j), s[p]);
            }
        }
        for (int half = 8; half >= 1; half /= 2) {
            for (int p = 0; p < half; p++) {
                s[p] += s[p + half];
            }
        }
        return s[0];
    }
}
