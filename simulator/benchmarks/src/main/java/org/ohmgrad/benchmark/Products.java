package org.ohmgrad.benchmark;

import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Products of 256 vectors, and of one, with a matrix of 512 x 512. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Products {
    private final Gemm gemm = Gemm.best();
    private final FMatrixRMaj vectors = Matrices.normals(256, 512, "vectors");
    private final FMatrixRMaj others = Matrices.normals(256, 512, "others");
    private final FMatrixRMaj matrix = Matrices.normals(512, 512, "matrix");
    private final FMatrixRMaj results = new FMatrixRMaj(256, 512);
    private final FMatrixRMaj square = new FMatrixRMaj(512, 512);
    private final FMatrixRMaj vector = Matrices.normals(1, 512, "vector");
    private final FMatrixRMaj result = new FMatrixRMaj(1, 512);

    /** Forward product. */
    @Benchmark
    public FMatrixRMaj product() {
        gemm.mult(vectors, matrix, results);
        return results;
    }

    /** Its limit. */
    @Benchmark
    public FMatrixRMaj productLimit() {
        Limit.mult(vectors, matrix, results);
        return results;
    }

    /** With the transposed matrix. */
    @Benchmark
    public FMatrixRMaj transposed() {
        gemm.multTransB(vectors, matrix, results);
        return results;
    }

    /** Its limit. */
    @Benchmark
    public FMatrixRMaj transposedLimit() {
        Limit.multTransB(vectors, matrix, results);
        return results;
    }

    /** Sum of 256 outer products. */
    @Benchmark
    public FMatrixRMaj outer() {
        gemm.multTransA(vectors, others, square);
        return square;
    }

    /** Its limit. */
    @Benchmark
    public FMatrixRMaj outerLimit() {
        Limit.multTransA(vectors, others, square);
        return square;
    }

    /** One vector. */
    @Benchmark
    public FMatrixRMaj one() {
        gemm.mult(vector, matrix, result);
        return result;
    }

    /** Its limit. */
    @Benchmark
    public FMatrixRMaj oneLimit() {
        Limit.multRow(vector, matrix, result);
        return result;
    }

    /** One vector with the transposed matrix. */
    @Benchmark
    public FMatrixRMaj oneTransposed() {
        gemm.multTransB(vector, matrix, result);
        return result;
    }

    /** Its limit. */
    @Benchmark
    public FMatrixRMaj oneTransposedLimit() {
        Limit.multRowTransB(vector, matrix, result);
        return result;
    }
}
