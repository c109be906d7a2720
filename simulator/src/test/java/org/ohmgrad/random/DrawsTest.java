package org.ohmgrad.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
    private static final int MANY = 1_000_000;
    private static final int SOME = 100_000;
    private static final float[] FIXED = {0.42899686f, 0.035457954f, -2.037891f, 0.8471977f};
    private static final int[] FIXED_ORDER = {3, 7, 0, 2, 6, 4, 9, 5, 8, 1};

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aStretchOfDrawsHoldsWhatEachIndexGivesAlone(long seed) {
        Random random = new Random(seed);
        Draws draws = new Draws(seed, "stretch");
        for (int trial = 0; trial < 40; trial++) {
            long step = random.nextLong();
            long from = random.nextLong() >> random.nextInt(64);
            assertStretch(draws, step, from, random.nextInt(200));
            assertStretch(draws, step, from, random.nextInt(5000));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 34) - 70, (1L << 34) - 1, (1L << 38) - 900, Long.MAX_VALUE - 99, -1, -64})
    void stretchesCrossWordBoundariesOfTheCounter(long from) {
        assertStretch(new Draws(7, "boundary"), 3, from, 2000);
    }

    private static void assertStretch(Draws draws, long step, long from, int count) {
        float[] z = new float[count + 3];
        float[] u = new float[count + 3];
        draws.normals(step, from, z, 2, count);
        draws.uniforms(step, from, u, 2, count);
        for (int i = 0; i < count; i++) {
            assertEquals(draws.normal(step, from + i), z[2 + i], 0f);
            assertEquals(draws.uniform(step, from + i), u[2 + i], 0f);
        }
        float[] ends = {z[0], z[1], z[count + 2], u[0], u[1], u[count + 2]};
        assertArrayEquals(new float[6], ends, "numbers outside the stretch were modified");
    }

    @Test
    void theLayoutOfIndicesIsSixteenCountersOfFourWords() {
        long name = StreamName.key("layout");
        int[] key = Threefry.schedule(5, 0, (int) name, (int) (name >>> 32));
        Draws draws = new Draws(5, "layout");
        for (int n = 0; n < 300; n++) {
            long counter = 16L * (n / 64) + n % 16;
            int word = n / 16 % 4;
            long pair = Threefry.pair(key, counter, 9, word >= 2, 13);
            int expected = (int) (word % 2 == 0 ? pair : pair >>> 32);
            assertEquals((expected >>> 8) * 0x1p-24f, draws.uniform(9, n), 0f);
        }
    }

    @Test
    void someDrawsStayWhatTheyAlwaysWere() {
        Draws draws = new Draws(42, "train/layer1/tile0,0/read/forward");
        float[] found = {draws.normal(0, 0), draws.normal(1, 16), draws.normal(1, 47), draws.uniform(2, 100)};
        assertArrayEquals(FIXED, found, 0f);
        assertArrayEquals(FIXED_ORDER, draws.permutation(3, 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void normalsFollowTheStandardNormalLaw(long seed) {
        double[] z = normals(seed, "law", 0, 0, MANY);
        Significance.assertFollows(Significance::normalCdf, z, seed);
        Significance.assertMean(0, 1, z, seed);
        Significance.assertVariance(1, z, seed);
        Significance.assertMean(
                0, Math.sqrt(15), Arrays.stream(z).map(x -> x * x * x).toArray(), seed);
        Significance.assertMean(
                3, Math.sqrt(96), Arrays.stream(z).map(x -> x * x * x * x).toArray(), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void tailsAreAsThickAsTheyShouldBe(long seed) {
        int rounds = 20;
        int[] beyond = new int[6];
        for (int step = 0; step < rounds; step++) {
            float[] z = new float[MANY];
            new Draws(seed, "tails").normals(step, 0, z, 0, MANY);
            for (float x : z) {
                beyond[Math.min(5, (int) Math.abs(x))]++;
            }
        }
        int found = 0;
        for (int sigmas = 5; sigmas > 0; sigmas--) {
            found += beyond[sigmas];
            double p = 2 * Significance.normalCdf(-sigmas);
            Significance.assertCount(p, rounds * MANY, found, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void uniformsFollowTheUniformLaw(long seed) {
        float[] u = new float[MANY];
        new Draws(seed, "law").uniforms(0, 0, u, 0, MANY);
        double[] samples = IntStream.range(0, MANY).mapToDouble(i -> u[i]).toArray();
        Significance.assertFollows(x -> x, samples, seed);
        Significance.assertMean(0.5, Math.sqrt(1.0 / 12), samples, seed);
        for (float x : u) {
            assertTrue(x >= 0 && x < 1 && x * 0x1p24f == (int) (x * 0x1p24f), () -> "not a uniform: " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void neighboursAreUncorrelated(long seed) {
        double[] z = normals(seed, "a", 0, 0, SOME);
        Significance.assertUncorrelated(z, normals(seed + 1, "a", 0, 0, SOME), seed);
        Significance.assertUncorrelated(z, normals(seed ^ (1L << 32), "a", 0, 0, SOME), seed);
        Significance.assertUncorrelated(z, normals(seed, "b", 0, 0, SOME), seed);
        Significance.assertUncorrelated(z, normals(seed, "a", 1, 0, SOME), seed);
        Significance.assertUncorrelated(z, normals(seed, "a", 1L << 32, 0, SOME), seed);
        for (int shift : new int[] {1, 16, 32, 48, 64}) {
            Significance.assertUncorrelated(z, normals(seed, "a", 0, shift, SOME), seed);
        }
    }

    /** The two normals of one pair share a radius: their squares tell whether they are independent. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void squaresOfNeighboursAreUncorrelated(long seed) {
        double[] x = squares(normals(seed, "a", 0, 0, SOME));
        double[] y = squares(normals(seed, "a", 0, 16, SOME));
        Significance.assertUncorrelated(x, y, seed);
    }

    private static double[] squares(double[] z) {
        return Arrays.stream(z).map(x -> (x * x - 1) / Math.sqrt(2)).toArray();
    }

    @Test
    void theLargestAndSmallestWordsGiveFiniteNormals() {
        assertEquals(Math.sqrt(64 * Math.log(2)), radius(0), 1e-5);
        assertEquals(0, radius(-1), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theNormalLawAgreesWithDoublePrecision(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SOME; i++) {
            int first = random.nextInt() >>> random.nextInt(31);
            int second = random.nextInt();
            double exact = Math.sqrt(-2 * Math.log(NormalLaw.openUniform(first)));
            assertEquals(exact, radius(first), 3e-7 * exact);
            int quarters = NormalLaw.quarters(second);
            float t = NormalLaw.remainder(second, quarters);
            double angle = second * 0x1p-31 * Math.PI;
            assertEquals(Math.cos(angle), NormalLaw.x(1, quarters, t), 1.2e-7);
            assertEquals(Math.sin(angle), NormalLaw.y(1, quarters, t), 1.2e-7);
        }
    }

    private static float radius(int word) {
        float u = NormalLaw.openUniform(word);
        int exponent = NormalLaw.exponent(u);
        return NormalLaw.radius(exponent, NormalLaw.fraction(u, exponent));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 1797, 60_000})
    void aPermutationHoldsEveryNumberOnce(int n) {
        int[] order = new Draws(11, "order").permutation(4, n);
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, n).toArray(), sorted);
        assertArrayEquals(order, new Draws(11, "order").permutation(4, n));
    }

    /** The shuffle as it is written down: a word for each place, words of more places further on if one is refused. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 1023, 1024, 1025, 5000, 60_000})
    void aPermutationIsTheDocumentedShuffle(int n) {
        long name = StreamName.key("order");
        int[] key = Threefry.schedule(3, 0, (int) name, (int) (name >>> 32));
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int refusals = 0;
            while (product(key, i, refusals) % (1L << 32) < (1L << 32) % (i + 1)) {
                refusals++;
            }
            int j = (int) (product(key, i, refusals) >> 32);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        assertArrayEquals(order, new Draws(3, "order").permutation(-7, n));
    }

    private static long product(int[] key, int place, long refusals) {
        return Integer.toUnsignedLong(Single.word(key, -7, place + (refusals << 32))) * (place + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1})
    void everyOrderOfFourIsEquallyLikely(long seed) {
        long[] counts = new long[256];
        Draws draws = new Draws(seed, "order");
        for (int step = 0; step < SOME; step++) {
            int[] order = draws.permutation(step, 4);
            counts[order[0] + 4 * order[1] + 16 * order[2] + 64 * order[3]]++;
        }
        long[] orders = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(24, orders.length);
        Significance.assertEquallyLikely(orders, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1})
    void theFirstElementOfALongPermutationIsUniform(long seed) {
        long[] counts = new long[50];
        Draws draws = new Draws(seed, "order");
        for (int step = 0; step < SOME; step++) {
            counts[draws.permutation(step, 50)[0]]++;
        }
        Significance.assertEquallyLikely(counts, seed);
    }

    @Test
    void stepsAndStreamsOrderDifferently() {
        int[] order = new Draws(1, "order").permutation(0, 100);
        assertNotEquals(Arrays.toString(order), Arrays.toString(new Draws(1, "order").permutation(1, 100)));
        assertNotEquals(Arrays.toString(order), Arrays.toString(new Draws(1, "other").permutation(0, 100)));
    }

    @Test
    void stretchesBeyondTheArrayAreRefused() {
        Draws draws = new Draws(1, "short");
        assertThrows(IndexOutOfBoundsException.class, () -> draws.normals(0, 0, new float[10], 5, 6));
        assertThrows(IndexOutOfBoundsException.class, () -> draws.uniforms(0, 0, new float[10], 0, -1));
        assertThrows(NegativeArraySizeException.class, () -> draws.permutation(0, -1));
    }

    private static double[] normals(long seed, String stream, long step, long from, int count) {
        float[] z = new float[count];
        new Draws(seed, stream).normals(step, from, z, 0, count);
        return IntStream.range(0, count).mapToDouble(i -> z[i]).toArray();
    }
}
