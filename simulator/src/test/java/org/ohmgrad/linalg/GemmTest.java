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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.random.Draws;

/** The contract of {@link Gemm}, for all implementations that can run here. */
class GemmTest {
    private static final Gemm REFERENCE = new ReferenceGemm();
    private static final double ROUNDING = 0x1p-24;
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

    /** Each size in each place, and two small ones beside it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void awkwardSizesFollowTheWrittenOrderToTheBit(int size) {
        assertReference(size, size, 65, 17);
        assertReference(size, 17, size, 65);
        assertReference(size, 65, 17, size);
        assertReference(size, 1, size, 257);
        assertReference(size, 1, 257, size);
        assertReference(size, size, 257, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void implementationsGiveTheSameBits(int size) {
        FMatrixRMaj a = matrix(size, "a", size, size);
        FMatrixRMaj b = matrix(size, "b", size, size);
        for (Orientation orientation : Orientation.values()) {
            FMatrixRMaj expected = product(size, size, c -> orientation.multiply(PlainGemm.INSTANCE, a, b, c));
            implementations()
                    .forEach(gemm -> assertBits(
                            expected,
                            product(size, size, c -> orientation.multiply(gemm, a, b, c)),
                            gemm.name() + " " + orientation));
        }
    }

    private static int pick(Random random, int most) {
        return SIZES[random.nextInt(most)];
    }

    private static void assertReference(long seed, int m, int k, int n) {
        FMatrixRMaj a = matrix(seed, "a", m, k);
        FMatrixRMaj b = matrix(seed, "b", k, n);
        FMatrixRMaj aT = transposed(a);
        FMatrixRMaj bT = transposed(b);
        implementations().forEach(gemm -> {
            String text = gemm.name() + ", " + m + " x " + k + " x " + n;
            assertReference(gemm, Orientation.MULT, a, b, m, n, text);
            assertReference(gemm, Orientation.MULT_TRANS_A, aT, b, m, n, text);
            assertReference(gemm, Orientation.MULT_TRANS_B, a, bT, m, n, text);
        });
    }

    private static void assertReference(
            Gemm gemm, Orientation orientation, FMatrixRMaj a, FMatrixRMaj b, int m, int n, String text) {
        assertBits(
                product(m, n, c -> orientation.multiply(REFERENCE, a, b, c)),
                product(m, n, c -> orientation.multiply(gemm, a, b, c)),
                text + " " + orientation);
    }

    /**
     * Each term of a sum over k takes part in at most k roundings: N. J. Higham, "Accuracy and Stability of
     * Numerical Algorithms", second edition, section 3.1.
     */
    @ParameterizedTest
    @CsvSource({"1, 1000, 64", "17, 1000, 65", "64, 512, 33", "3, 257, 600", "7, 1, 63", "1, 17, 255", "1000, 255, 7"})
    void productsAreWithinTheBoundOfRounding(int m, int k, int n) {
        FMatrixRMaj a = matrix(1, "a", m, k);
        FMatrixRMaj b = matrix(1, "b", k, n);
        implementations().forEach(gemm -> {
            assertWithinBound(a, b, product(m, n, c -> gemm.mult(a, b, c)), gemm.name());
            assertWithinBound(a, b, product(m, n, c -> gemm.multTransA(transposed(a), b, c)), gemm.name());
            assertWithinBound(a, b, product(m, n, c -> gemm.multTransB(a, transposed(b), c)), gemm.name());
        });
    }

    private static void assertWithinBound(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, String text) {
        double roundings = a.numCols * ROUNDING;
        for (int i = 0; i < c.numRows; i++) {
            for (int j = 0; j < c.numCols; j++) {
                double exact = 0;
                double magnitude = 0;
                for (int t = 0; t < a.numCols; t++) {
                    double term = (double) a.get(i, t) * b.get(t, j);
                    exact += term;
                    magnitude += Math.abs(term);
                }
                assertEquals(exact, c.get(i, j), roundings / (1 - roundings) * magnitude, text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void infinitiesAndNegativeZerosGoThroughAsTheOrderSays(Gemm gemm) {
        FMatrixRMaj a = new FMatrixRMaj(new float[][] {{0, 1, -0f}, {1, 2, 3}});
        FMatrixRMaj b = new FMatrixRMaj(
                new float[][] {{Float.POSITIVE_INFINITY, -0f, 1}, {1, -0f, Float.NaN}, {-Float.MIN_VALUE, 1, 2}});
        assertReference(gemm, Orientation.MULT, a, b, 2, 3, "special");
        FMatrixRMaj tiny = new FMatrixRMaj(new float[][] {{1e-40f}, {-1e-40f}});
        FMatrixRMaj small = new FMatrixRMaj(new float[][] {{1e-40f}});
        assertReference(gemm, Orientation.MULT, tiny, small, 2, 1, "underflow");
    }

    static Stream<Gemm> implementations() {
        return Stream.of(PlainGemm.INSTANCE, Gemm.best()).distinct();
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

    @ParameterizedTest
    @MethodSource("implementations")
    void theResultMayNotBeAnOperand(Gemm gemm) {
        FMatrixRMaj a = new FMatrixRMaj(3, 3);
        FMatrixRMaj b = new FMatrixRMaj(3, 3);
        assertThrows(IllegalArgumentException.class, () -> gemm.mult(a, b, a));
        assertThrows(IllegalArgumentException.class, () -> gemm.multTransB(a, b, b));
        gemm.mult(a, a, b);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void operandsAreNotModified(Gemm gemm) {
        FMatrixRMaj a = matrix(3, "a", 9, 9);
        FMatrixRMaj b = matrix(3, "b", 9, 9);
        product(9, 9, c -> gemm.mult(a, b, c));
        assertArrayEquals(matrix(3, "a", 9, 9).data, a.data, 0f);
        assertArrayEquals(matrix(3, "b", 9, 9).data, b.data, 0f);
    }

    private enum Orientation {
        MULT {
            @Override
            void multiply(Gemm gemm, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
                gemm.mult(a, b, c);
            }
        },
        MULT_TRANS_A {
            @Override
            void multiply(Gemm gemm, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
                gemm.multTransA(a, b, c);
            }
        },
        MULT_TRANS_B {
            @Override
            void multiply(Gemm gemm, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
                gemm.multTransB(a, b, c);
            }
        };

        abstract void multiply(Gemm gemm, FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);
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
