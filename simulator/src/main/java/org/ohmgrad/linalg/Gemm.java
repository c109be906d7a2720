package org.ohmgrad.linalg;

import org.ejml.data.FMatrixRMaj;

/**
 * Product of two matrices in single precision, with one written order of summation that every implementation
 * follows to the bit, whatever the machine.
 *
 * <p><b>Order.</b> An element of the result is a sum over k of products a_k b_k. The k go in blocks of 256.
 * Within a block the sum starts at 0 and takes {@code sum = fma(a_k, b_k, sum)} in order of k. The block sums
 * are added in order: the result is block 0, then result + block 1, and so on.
 *
 * <p><b>Batch of one.</b> Where the result of {@link #mult} or {@link #multTransB} has a single row, the sum
 * is made of 16 partial sums instead: sum p starts at 0 and takes {@code fma(a_k, b_k, sum)} for k = p, p +
 * 16, p + 32, ... in order. Then halves are folded: s[p] + s[p + 8] for p &lt; 8, of these s[p] + s[p + 4],
 * then + 2, then + 1. So a batch of one need not equal a row of a larger batch. {@link #multTransA} always
 * uses the blocks.
 *
 * <p>An empty sum is 0. In every product c is overwritten, must have the shape of the result and must not be
 * one of the operands; a and b are not modified. Wrong shapes are refused with an
 * {@link IllegalArgumentException} that names them. Implementations are thread safe.
 */
public interface Gemm {

    /**
     * c = a b.
     *
     * @param a m x k
     * @param b k x n
     * @param c m x n, overwritten
     */
    void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

    /**
     * c = a^T b.
     *
     * @param a k x m
     * @param b k x n
     * @param c m x n, overwritten
     */
    void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

    /**
     * c = a b^T.
     *
     * @param a m x k
     * @param b n x k
     * @param c m x n, overwritten
     */
    void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

    /** Short name for benchmarks and provenance, such as {@code "plain"}. */
    String name();

    /** The fastest implementation that this Java machine can run; all give the same bits. */
    static Gemm best() {
        return BestGemm.INSTANCE;
    }
}
