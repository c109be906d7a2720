package org.ohmgrad.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.linalg.KernelChoice;

/** What every implementation of the interface must do: the bits of one draw alone. */
class BlockMakerTest {
    private static final int[] COUNTS = {1, 3, 7, 17, 63, 64, 65, 255, 257, 1000, 1024, 1025, 5000};
    private static final long[] STEPS = {0, 1, -1, 1L << 32, -(1L << 40), Long.MIN_VALUE, Long.MAX_VALUE};
    private static final int[] EDGES = {
        0,
        1,
        -1,
        -2,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0x1fffffff,
        0x20000000,
        0x20000001,
        0x40000000,
        0x5fffffff,
        0x60000000,
        0x9fffffff,
        0xa0000000,
        0xc0000000,
        0xdfffffff,
        0xe0000000,
        0xffffff7f,
        0xffffff80,
        0x7fffffbf,
        0x7fffffc0,
        0x00ffffff,
        0x01000001,
        0x02000003
    };

    private static List<BlockMaker> makers() {
        return List.of(new PlainBlockMaker(), KernelChoice.best(BlockMaker.class, new PlainBlockMaker()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1, Long.MIN_VALUE})
    void everyMakerGivesWhatEachIndexGivesAlone(long seed) {
        Random random = new Random(seed);
        int[] key = key(random);
        for (int count : COUNTS) {
            for (long step : STEPS) {
                long from = random.nextLong() >> random.nextInt(64);
                assertStretch(key, step, from, random.nextInt(5), count);
                assertStretch(key, step, from & -64, 0, count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 34) - 70, (1L << 34) - 1, (1L << 38) - 900, Long.MAX_VALUE - 99, -1, -64, -5000})
    void everyMakerCrossesWordBoundariesOfTheCounter(long from) {
        int[] key = key(new Random(from));
        assertStretch(key, 3, from, 1, 2000);
        assertStretch(key, -3, from & -64, 0, 2048);
    }

    private static void assertStretch(int[] key, long step, long from, int offset, int count) {
        int[] normals = bits(count, i -> Float.floatToRawIntBits(Single.normal(key, step, from + i)));
        int[] uniforms = bits(count, i -> Float.floatToRawIntBits(Single.uniform(key, step, from + i)));
        for (BlockMaker maker : makers()) {
            assertArrayEquals(normals, filled(maker, key, step, from, offset, count, BlockMaker::normals));
            assertArrayEquals(uniforms, filled(maker, key, step, from, offset, count, BlockMaker::uniforms));
        }
    }

    private static int[] bits(int count, LongToIntFunction bits) {
        int[] all = new int[count];
        Arrays.setAll(all, i -> bits.applyAsInt(i));
        return all;
    }

    private static int[] filled(
            BlockMaker maker, int[] key, long step, long from, int offset, int count, WholeBlocks.Law law) {
        float[] out = new float[offset + count + 2];
        Arrays.fill(out, Float.NaN);
        new WholeBlocks(maker).fill(key, step, from, out, offset, count, law);
        for (int i = 0; i < out.length; i++) {
            assertEquals(i < offset || i >= offset + count, Float.isNaN(out[i]), "modified beside the stretch");
        }
        return bits(count, i -> Float.floatToRawIntBits(out[offset + (int) i]));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1, Long.MIN_VALUE})
    void everyMakerGivesTheWordsOfThreefry(long seed) {
        Random random = new Random(seed);
        int[] key = key(random);
        for (int count : new int[] {1, 64, 65, 1000, 1024}) {
            long step = random.nextLong();
            long from = random.nextLong() & -64;
            int[] expected = bits(count, i -> Single.word(key, step, from + i));
            for (BlockMaker maker : makers()) {
                int[] words = new WholeBlocks(maker).words(key, step, from, count);
                assertArrayEquals(expected, Arrays.copyOf(words, count));
            }
        }
    }

    /** Words at the ends of their range and of each quarter turn, among them those that make zeros of either sign. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void rareWordsFollowTheSameLaw(long seed) {
        Random random = new Random(seed);
        for (int first : EDGES) {
            for (int second : EDGES) {
                assertLaw(random, new int[] {first, second, second, first});
            }
        }
    }

    /** Looks for a key and a counter that give these four words. */
    private static void assertLaw(Random random, int[] words) {
        int[] key = key(random);
        int[] counter = decrypted(key, words);
        while (counter[1] >>> 30 != 0) {
            key = key(random);
            counter = decrypted(key, words);
        }
        long step = together(counter[2], counter[3]);
        long number = together(counter[0], counter[1]);
        int lane = (int) number & 15;
        for (BlockMaker maker : makers()) {
            int[] made = new int[64];
            float[] z = new float[64];
            maker.words(key, step, number - lane, made, 1);
            maker.normals(key, step, number - lane, z, 0, 1);
            for (int j = 0; j < 4; j += 2) {
                assertEquals(words[j], made[16 * j + lane]);
                assertEquals(words[j + 1], made[16 * j + lane + 16]);
                assertPair(words[j], words[j + 1], z[16 * j + lane], z[16 * j + lane + 16]);
            }
        }
    }

    private static long together(int low, int high) {
        return Integer.toUnsignedLong(low) | ((long) high << 32);
    }

    private static void assertPair(int first, int second, float x, float y) {
        float u = NormalLaw.openUniform(first);
        int exponent = NormalLaw.exponent(u);
        float radius = NormalLaw.radius(exponent, NormalLaw.fraction(u, exponent));
        int quarters = NormalLaw.quarters(second);
        float t = NormalLaw.remainder(second, quarters);
        String words = Integer.toHexString(first) + " " + Integer.toHexString(second);
        assertEquals(bits(NormalLaw.x(radius, quarters, t)), bits(x), words);
        assertEquals(bits(NormalLaw.y(radius, quarters, t)), bits(y), words);
    }

    /** Zeros of either sign are different bits, and have different names. */
    private static String bits(float value) {
        return value + " " + Integer.toHexString(Float.floatToRawIntBits(value));
    }

    private static int[] key(Random random) {
        return Threefry.schedule(random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt());
    }

    /** The counter that Threefry makes these words of: its thirteen rounds backwards. */
    private static int[] decrypted(int[] key, int[] words) {
        int[] turnA = {10, 11, 13, 23, 6, 17, 25, 18};
        int[] turnB = {26, 21, 27, 5, 20, 11, 10, 20};
        int[] x = words.clone();
        for (int round = 12; round >= 0; round--) {
            if (round % 4 == 3) {
                subtractKey(key, round / 4 + 1, x);
            }
            int a = 1 + 2 * (round % 2);
            int b = 4 - a;
            x[a] = Integer.rotateRight(x[a] ^ x[0], turnA[round % 8]);
            x[0] -= x[a];
            x[b] = Integer.rotateRight(x[b] ^ x[2], turnB[round % 8]);
            x[2] -= x[b];
        }
        subtractKey(key, 0, x);
        return x;
    }

    private static void subtractKey(int[] key, int turn, int[] x) {
        for (int j = 0; j < 4; j++) {
            x[j] -= key[(turn + j) % 5] + (j == 3 ? turn : 0);
        }
    }
}
