package org.ohmgrad.benchmark;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** The machine's own linear algebra (the system's libblas; OpenBLAS where that is installed), on row-major matrices. */
final class Limit {
    private static final Optional<BLAS> BLAS_OF_SYSTEM = find();

    private Limit() {}

    private static Optional<BLAS> find() {
        try {
            return Optional.of(NativeBLAS.getInstance());
        } catch (RuntimeException | LinkageError absent) {
            return Optional.empty();
        }
    }

    static boolean isPresent() {
        return BLAS_OF_SYSTEM.isPresent();
    }

    private static BLAS blas() {
        return BLAS_OF_SYSTEM.orElseThrow(() -> new IllegalStateException("no libblas.so.3 on this machine"));
    }

    /** c = a b. */
    static void mult(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        int n = b.numCols;
        int k = b.numRows;
        blas().sgemm("N", "N", n, a.numRows, k, 1, b.data, n, a.data, k, 0, c.data, n);
    }

    /** c = a b^T. */
    static void multTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        int n = b.numRows;
        int k = b.numCols;
        blas().sgemm("T", "N", n, a.numRows, k, 1, b.data, k, a.data, k, 0, c.data, n);
    }

    /** c = a^T b. */
    static void multTransA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        int n = b.numCols;
        int m = a.numCols;
        blas().sgemm("N", "T", n, m, a.numRows, 1, b.data, n, a.data, m, 0, c.data, n);
    }

    /** One row: c = a b. */
    static void multRow(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        blas().sgemv("N", b.numCols, b.numRows, 1, b.data, b.numCols, a.data, 1, 0, c.data, 1);
    }

    /** One row: c = a b^T. */
    static void multRowTransB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
        blas().sgemv("T", b.numCols, b.numRows, 1, b.data, b.numCols, a.data, 1, 0, c.data, 1);
    }
}
