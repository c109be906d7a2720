package org.ohmgrad.linalg;

import org.ejml.data.FMatrixRMaj;

/**
 * The products of {@link Gemm} in plain loops that the virtual machine turns into vector code by itself.
 *
 * <p>Each block of 256 rows and 512 columns of the right operand is copied into separate row arrays, and four
 * rows of the result are summed at a time in arrays of their own: only where all arrays share one index does
 * the compiler see that they cannot overlap.
 */
final class PlainGemm implements Gemm {
    static final PlainGemm INSTANCE = new PlainGemm();

    private PlainGemm() {}

    @Override
    public void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMult(a, b, c);
        if (shapes.m() == 1) {
            SingleRow.mult(a.data, b.data, c.data, shapes.k(), shapes.n());
        } else {
            LeftOperand left = new LeftOperand(a.data, shapes.k(), 1);
            multiply(left, new RightOperand(b.data, shapes.n(), false), c.data, shapes);
        }
    }

    @Override
    public void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMultTransA(a, b, c);
        LeftOperand left = new LeftOperand(a.data, 1, shapes.m());
        multiply(left, new RightOperand(b.data, shapes.n(), false), c.data, shapes);
    }

    @Override
    public void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMultTransB(a, b, c);
        if (shapes.m() == 1) {
            SingleRow.multTransB(a.data, b.data, c.data, shapes.k(), shapes.n());
        } else {
            LeftOperand left = new LeftOperand(a.data, shapes.k(), 1);
            multiply(left, new RightOperand(b.data, shapes.k(), true), c.data, shapes);
        }
    }

    @Override
    public String name() {
        return "plain";
    }

    private static void multiply(LeftOperand a, RightOperand b, float[] c, Shapes shapes) {
        Panels panels = Panels.ofThread();
        for (int j = 0; j < shapes.n(); j += Panels.COLUMNS) {
            int columns = Math.min(Panels.COLUMNS, shapes.n() - j);
            int k = 0;
            do {
                int depth = Math.min(Panels.DEPTH, shapes.k() - k);
                b.pack(k, depth, j, columns, panels.right);
                panels.addBlock(a, k, depth, c, j, columns, shapes);
                k += Panels.DEPTH;
            } while (k < shapes.k());
        }
    }
}
