package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.random.Draws;

class VectorsTest {
    private static final float[] ROW = {9, 1, -3, 2, 9};

    @Test
    void aStretchIsSummedWithoutItsSurroundings() {
        assertEquals(0, Vectors.sum(ROW, 1, 3));
        assertEquals(14, Vectors.sumOfSquares(ROW, 1, 3));
        assertEquals(3, Vectors.maxAbs(ROW, 1, 3));
        assertEquals(0, Vectors.maxAbs(ROW, 1, 0));
        assertEquals(9 * 1 + 1 * -3 + -3 * 2, Vectors.dot(ROW, 0, ROW, 1, 3));
    }

    @Test
    void aNumberThatIsNoneIsTheLargestMagnitude() {
        assertEquals(Float.NaN, Vectors.maxAbs(new float[] {1, Float.NaN, 7}, 0, 3));
    }

    @Test
    void scalingAndAddingTouchTheirStretchOnly() {
        float[] x = ROW.clone();
        Vectors.scale(x, 1, 3, 2);
        assertArrayEquals(new float[] {9, 2, -6, 4, 9}, x);
        Vectors.add(ROW, 0, x, 2, 2);
        assertArrayEquals(new float[] {9, 2, 3, 5, 9}, x);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theNearestWholeNumberIsThatOfRint(long seed) {
        Draws draws = new Draws(seed, "nearest");
        for (int i = 0; i < 10_000; i++) {
            float x = draws.normal(0, i) * (1 << (i % 20));
            float half = (float) Math.rint(x) + 0.5f;
            assertEquals((float) Math.rint(x) + 0f, Vectors.nearest(x));
            assertEquals((float) Math.rint(half) + 0f, Vectors.nearest(half));
        }
    }
}
