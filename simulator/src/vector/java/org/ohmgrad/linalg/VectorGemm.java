package org.ohmgrad.linalg;

import org.ejml.data.FMatrixRMaj;

/**
 * The products of {@link Gemm} with the incubating vector module.
 *
 * <p>A right operand that must be transposed is copied number by number, and few columns leave lanes idle.
 * Either is cheaper to avoid in c^T = b^T a^T where c has few rows or few columns; the sums are the same.
 */
final class VectorGemm implements Gemm {

    @Override
    public void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMult(a, b, c);
        if (shapes.m() == 1) {
            VectorRow.ofThread().mult(a.data, b.data, c.data, shapes.k(), shapes.n());
        } else if (isSlim(shapes)) {
            LeftOperand left = new LeftOperand(b.data, 1, shapes.n());
            VectorProduct.transposed(left, new RightOperand(a.data, shapes.k(), true), c.data, shapes);
        } else {
            LeftOperand left = new LeftOperand(a.data, shapes.k(), 1);
            VectorProduct.straight(left, new RightOperand(b.data, shapes.n(), false), c.data, shapes);
        }
    }

    @Override
    public void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMultTransA(a, b, c);
        if (isSlim(shapes)) {
            LeftOperand left = new LeftOperand(b.data, 1, shapes.n());
            VectorProduct.transposed(left, new RightOperand(a.data, shapes.m(), false), c.data, shapes);
        } else {
            LeftOperand left = new LeftOperand(a.data, 1, shapes.m());
            VectorProduct.straight(left, new RightOperand(b.data, shapes.n(), false), c.data, shapes);
        }
    }

    @Override
    public void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        Shapes shapes = Shapes.ofMultTransB(a, b, c);
        if (shapes.m() == 1) {
            VectorRow.ofThread().multTransB(a.data, b.data, c.data, shapes.k(), shapes.n());
        } else if (isShort(shapes)) {
            LeftOperand left = new LeftOperand(b.data, shapes.k(), 1);
            VectorProduct.transposed(left, new RightOperand(a.data, shapes.k(), true), c.data, shapes);
        } else {
            LeftOperand left = new LeftOperand(a.data, shapes.k(), 1);
            VectorProduct.straight(left, new RightOperand(b.data, shapes.k(), true), c.data, shapes);
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    private static boolean isSlim(Shapes shapes) {
        return shapes.n() <= VectorBlock.LANES && shapes.m() > 2 * VectorBlock.LANES;
    }

    /** Whether to transpose a and c is less than to transpose b, with the lanes filled all the same. */
    private static boolean isShort(Shapes shapes) {
        long blocks = (shapes.k() + Panels.DEPTH - 1) / Panels.DEPTH;
        return shapes.m() > VectorBlock.LANES
                && shapes.m() * (shapes.k() + shapes.n() * blocks) < (long) shapes.n() * shapes.k();
    }
}
