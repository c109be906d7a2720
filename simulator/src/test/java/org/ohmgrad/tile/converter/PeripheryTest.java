package org.ohmgrad.tile.converter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of the interface must do: the bits of an element by itself. */
class PeripheryTest {
    private static final List<Periphery> ALL = List.of(new PlainPeriphery(), Periphery.BEST);
    private static final int[] SIZES = {0, 1, 3, 7, 16, 17, 63, 64, 65, 255, 257, 1000};
    private static final float[] ODD = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        0.5f,
        1.5f,
        2.5f,
        -0.5f,
        -1.5f,
        1e30f,
        -1e30f,
        126.5f,
        127.5f,
        128f,
        -127.5f,
        3e38f
    };
    private static final float[] NOT_FINITE = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -Float.NaN};

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1})
    void roundingIsToTheNearestCodeHalfToEvenThenClipped(long seed) {
        Random random = new Random(seed);
        for (int size : SIZES) {
            for (int bits = 2; bits <= 16; bits++) {
                float top = (1 << (bits - 1)) - 1;
                for (float range : new float[] {1, 12, top, random.nextFloat(), 1e-40f}) {
                    assertQuantised(samples(random, size, range), bits, range, top);
                }
            }
        }
    }

    private static void assertQuantised(float[] values, int bits, float range, float top) {
        float[] expected = new float[values.length];
        int clipped = 0;
        for (int i = 0; i < values.length; i++) {
            float code = (float) Math.rint(values[i] * (top / range)) + 0f;
            float kept = Math.min(Math.max(code, -top), top);
            expected[i] = kept * (range / top);
            clipped += kept == code ? 0 : 1;
        }
        for (Periphery periphery : ALL) {
            float[] found = values.clone();
            assertEquals(clipped, periphery.quantise(found, bits, range));
            assertSameBits(expected, found);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1})
    void theLargestMagnitudeIsThatOfTheNumbers(long seed) {
        Random random = new Random(seed);
        for (int size : SIZES) {
            for (int trial = 0; trial < 20; trial++) {
                int from = random.nextInt(20);
                float[] x = samples(random, from + size + 5, 1);
                x[from + size] = Float.POSITIVE_INFINITY;
                float expected = (float) IntStream.range(from, from + size)
                        .mapToDouble(i -> Math.abs(x[i]))
                        .filter(magnitude -> !Double.isNaN(magnitude))
                        .max()
                        .orElse(0);
                for (Periphery periphery : ALL) {
                    assertEquals(expected, periphery.largestMagnitude(x, from, size), 0f);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1})
    void aSumOfStretchesChangesNothingBesideThem(long seed) {
        Random random = new Random(seed);
        for (int size : SIZES) {
            int xFrom = random.nextInt(20);
            int yFrom = random.nextInt(20);
            float[] x = samples(random, size + 40, 1);
            float[] y = samples(random, size + 40, 1);
            float[] expected = y.clone();
            for (int i = 0; i < size; i++) {
                expected[yFrom + i] = y[yFrom + i] + x[xFrom + i];
            }
            for (Periphery periphery : ALL) {
                float[] found = y.clone();
                periphery.add(x, xFrom, found, yFrom, size);
                assertSameBits(expected, found);
            }
        }
    }

    /** Numbers around the range, odd ones among them, and sometimes what is no finite number. */
    private static float[] samples(Random random, int size, float range) {
        float[] samples = new float[size];
        boolean finite = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(10);
            samples[i] = kind == 0
                    ? ODD[random.nextInt(ODD.length)]
                    : kind == 1 && !finite
                            ? NOT_FINITE[random.nextInt(NOT_FINITE.length)]
                            : (float) random.nextGaussian() * range;
        }
        return samples;
    }

    /** All that are not numbers count as the same. */
    private static void assertSameBits(float[] expected, float[] found) {
        assertArrayEquals(bits(expected), bits(found));
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToIntBits(values[i]))
                .toArray();
    }
}
