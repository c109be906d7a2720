package org.ohmgrad.linalg;

import org.ejml.data.FMatrixRMaj;

/** The shapes of one product, and their refusal where they do not fit. */
record Shapes(int m, int k, int n) {

    static Shapes ofMult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        require(a.numCols == b.numRows, "a b", a, b, c);
        return new Shapes(a.numRows, a.numCols, b.numCols).checked("a b", a, b, c);
    }

    static Shapes ofMultTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        require(a.numRows == b.numRows, "a^T b", a, b, c);
        return new Shapes(a.numCols, a.numRows, b.numCols).checked("a^T b", a, b, c);
    }

    static Shapes ofMultTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        require(a.numCols == b.numCols, "a b^T", a, b, c);
        return new Shapes(a.numRows, a.numCols, b.numRows).checked("a b^T", a, b, c);
    }

    private Shapes checked(String product, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        require(c.numRows == m && c.numCols == n, product, a, b, c);
        if (c.data == a.data || c.data == b.data) {
            throw new IllegalArgumentException("c = " + product + " cannot replace an operand");
        }
        return this;
    }

    private static void require(boolean fits, String product, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "c = " + product + " does not fit: a is " + text(a) + ", b is " + text(b) + ", c is " + text(c));
        }
    }

    private static String text(FMatrixRMaj matrix) {
        return matrix.numRows + " x " + matrix.numCols;
    }
}
