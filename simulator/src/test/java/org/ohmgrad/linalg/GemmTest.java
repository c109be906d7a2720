package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.random.Draws;

class GemmTest {
    private static final Gemm GEMM = Gemm.best();
    private static final Gemm REFERENCE = new ReferenceGemm();
    private static final int[] SIZES = {1, 2, 3, 5, 7, 16, 17, 63, 64, 65, 255, 256, 257, 512, 513, 1000};

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Three awkward sizes per seed, the third small enough to keep the oracle quick. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyProductFollowsTheWrittenOrderToTheBit(long seed) {
        Random random = new Random(seed);
        int[] mkn = {pick(random, 16), pick(random, 16), pick(random, 8)};
        int[] rotated = {mkn[(int) (seed % 3)], mkn[(int) ((seed + 1) % 3)], mkn[(int) ((seed + 2) % 3)]};
        assertReference(seed, rotated[0], rotated[1], rotated[2]);
        assertReference(seed, 1, rotated[1], rotated[2]);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 513", "1, 0, 7", "3, 0, 2", "5, 1000, 1000", "1000, 17, 1", "0, 3, 4", "4, 3, 0", "16, 64, 32"
    })
    void edgesFollowTheWrittenOrderToTheBit(int m, int k, int n) {
        assertReference(99, m, k, n);
    }

    private static int pick(Random random, int most) {
        return SIZES[random.nextInt(most)];
    }

    private static void assertReference(long seed, int m, int k, int n) {
        FMatrixRMaj a = matrix(seed, "a", m, k);
        FMatrixRMaj b = matrix(seed, "b", k, n);
        FMatrixRMaj aT = transposed(a);
        FMatrixRMaj bT = transposed(b);
        String shape = m + " x " + k + " x " + n;
        assertBits(product(m, n, c -> REFERENCE.mult(a, b, c)), product(m, n, c -> GEMM.mult(a, b, c)), shape);
        assertBits(
                product(m, n, c -> REFERENCE.multTransA(aT, b, c)),
                product(m, n, c -> GEMM.multTransA(aT, b, c)),
                shape);
        assertBits(
                product(m, n, c -> REFERENCE.multTransB(a, bT, c)),
                product(m, n, c -> GEMM.multTransB(a, bT, c)),
                shape);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 64", "17, 1000, 65", "64, 512, 33", "3, 257, 600"})
    void productsAreCloseToDoublePrecision(int m, int k, int n) {
        FMatrixRMaj a = matrix(1, "a", m, k);
        FMatrixRMaj b = matrix(1, "b", k, n);
        FMatrixRMaj c = product(m, n, result -> GEMM.mult(a, b, result));
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double exact = 0;
                for (int t = 0; t < k; t++) {
                    exact += (double) a.get(i, t) * b.get(t, j);
                }
                assertEquals(exact, c.get(i, j), 2e-6 * Math.sqrt(k) * 4);
            }
        }
    }

    @Test
    void infinitiesAndNegativeZerosGoThroughAsTheOrderSays() {
        FMatrixRMaj a = new FMatrixRMaj(new float[][] {{0, 1, -0f}, {1, 2, 3}});
        FMatrixRMaj b = new FMatrixRMaj(
                new float[][] {{Float.POSITIVE_INFINITY, -0f, 1}, {1, -0f, Float.NaN}, {-Float.MIN_VALUE, 1, 2}});
        assertBits(product(2, 3, c -> REFERENCE.mult(a, b, c)), product(2, 3, c -> GEMM.mult(a, b, c)), "special");
        FMatrixRMaj tiny = new FMatrixRMaj(new float[][] {{1e-40f}, {-1e-40f}});
        FMatrixRMaj small = new FMatrixRMaj(new float[][] {{1e-40f}});
        assertBits(
                product(2, 1, c -> REFERENCE.mult(tiny, small, c)),
                product(2, 1, c -> GEMM.mult(tiny, small, c)),
                "underflow");
    }

    static Stream<Gemm> implementations() {
        return Stream.of(PlainGemm.INSTANCE, Gemm.best());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void wrongShapesAreNamed(Gemm gemm) {
        FMatrixRMaj a = new FMatrixRMaj(2, 3);
        FMatrixRMaj b = new FMatrixRMaj(4, 5);
        FMatrixRMaj c = new FMatrixRMaj(2, 5);
        for (Runnable product :
                new Runnable[] {() -> gemm.mult(a, b, c), () -> gemm.multTransA(a, b, c), () -> gemm.multTransB(a, b, c)
                }) {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, product::run).getMessage());
            assertTrue(message.contains("a is 2 x 3, b is 4 x 5, c is 2 x 5"), message);
        }
        FMatrixRMaj fitting = new FMatrixRMaj(3, 5);
        FMatrixRMaj wrong = new FMatrixRMaj(5, 2);
        assertThrows(IllegalArgumentException.class, () -> gemm.mult(a, fitting, wrong));
        assertTrue(!gemm.name().isEmpty());
    }

    @Test
    void theResultMayNotBeAnOperand() {
        FMatrixRMaj a = new FMatrixRMaj(3, 3);
        FMatrixRMaj b = new FMatrixRMaj(3, 3);
        assertThrows(IllegalArgumentException.class, () -> GEMM.mult(a, b, a));
        assertThrows(IllegalArgumentException.class, () -> GEMM.multTransB(a, b, b));
        GEMM.mult(a, a, b);
    }

    @Test
    void operandsAreNotModified() {
        FMatrixRMaj a = matrix(3, "a", 9, 9);
        FMatrixRMaj b = matrix(3, "b", 9, 9);
        product(9, 9, c -> GEMM.mult(a, b, c));
        assertArrayEquals(matrix(3, "a", 9, 9).data, a.data, 0f);
        assertArrayEquals(matrix(3, "b", 9, 9).data, b.data, 0f);
    }

    private interface Product {
        void into(FMatrixRMaj c);
    }

    /** The result starts full of nonsense, so that an element left alone shows. */
    private static FMatrixRMaj product(int m, int n, Product product) {
        FMatrixRMaj c = new FMatrixRMaj(m, n);
        Arrays.fill(c.data, Float.NaN);
        product.into(c);
        return c;
    }

    private static void assertBits(FMatrixRMaj expected, FMatrixRMaj found, String message) {
        assertArrayEquals(bits(expected), bits(found), message);
    }

    private static int[] bits(FMatrixRMaj matrix) {
        int[] bits = new int[matrix.data.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(matrix.data[i]));
        return bits;
    }

    private static FMatrixRMaj matrix(long seed, String name, int rows, int columns) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
        new Draws(seed, name).normals(rows, columns, matrix.data, 0, rows * columns);
        return matrix;
    }

    private static FMatrixRMaj transposed(FMatrixRMaj a) {
        FMatrixRMaj t = new FMatrixRMaj(a.numCols, a.numRows);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                t.set(j, i, a.get(i, j));
            }
        }
        return t;
    }
}
