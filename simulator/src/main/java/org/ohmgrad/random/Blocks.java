package org.ohmgrad.random;

import java.util.Arrays;
import java.util.Objects;

/** Scratch memory of one thread in which blocks of 64 draws are made, several at a time. */
final class Blocks {
    private static final int BLOCK = 64;
    private static final int LANES = 16;
    private static final int MOST_LANES = 16 * LANES;
    private static final int UPPER_HALF = (1 << 30) - 1;
    private static final ThreadLocal<Blocks> OF_THREAD = ThreadLocal.withInitial(Blocks::new);

    private final int[][] words = new int[4][MOST_LANES];
    private final float[][] values = new float[4][MOST_LANES];
    private final int[] exponents = new int[MOST_LANES];
    private final int[] quarters = new int[MOST_LANES];

    private Blocks() {}

    /** How the words of a number of lanes become values of the same lanes. */
    @FunctionalInterface
    interface Law {
        void apply(Blocks blocks, int lanes);
    }

    static Blocks ofThread() {
        return OF_THREAD.get();
    }

    /** Writes the draws of indices from, from + 1, ... to {@code out[offset ... offset + count - 1]}. */
    void fill(int[] key, long step, long from, float[] out, int offset, int count, Law law) {
        Objects.checkFromIndexSize(offset, count, out.length);
        for (int done = 0; done < count; ) {
            int skipped = (int) (from + done) & (BLOCK - 1);
            int lanes = lanesFor(skipped + (long) count - done);
            encrypt(key, step, counter(from + done - skipped), lanes);
            law.apply(this, lanes);
            int made = Math.min(count - done, lanes * 4 - skipped);
            copy(skipped, out, offset + done, made);
            done += made;
        }
    }

    private static int lanesFor(long draws) {
        return (int) Math.min(MOST_LANES, (draws + BLOCK - 1) / BLOCK * LANES);
    }

    /** The counter of an index: 64 bits that become two words. */
    static long counter(long index) {
        return (index >>> 6) * LANES + (index & (LANES - 1));
    }

    private static int row(long index) {
        return (int) (index >>> 4) & 3;
    }

    private void encrypt(int[] key, long step, long first, int lanes) {
        count(first, words[0], words[1], lanes);
        Arrays.fill(words[2], 0, lanes, (int) step);
        Arrays.fill(words[3], 0, lanes, (int) (step >>> 32));
        Threefry.encrypt(key, words, lanes, Threefry.ROUNDS);
    }

    /** Low and high halves of first, first + 1, ...; the last bit of the second term is the carry. */
    private static void count(long first, int[] low, int[] high, int lanes) {
        int start = (int) first;
        int upper = (int) (first >>> 32);
        for (int l = 0; l < lanes; l++) {
            int next = start + l;
            low[l] = next;
            high[l] = (upper + ((start & ~next) >>> 31)) & UPPER_HALF;
        }
    }

    /**
     * Copies draws, skipping some of the first block: runs of 16 lie side by side, the four rows take turns.
     */
    private void copy(int skipped, float[] out, int offset, int count) {
        for (int n = skipped; n < skipped + count; ) {
            int lane = n & (LANES - 1);
            int run = Math.min(LANES - lane, skipped + count - n);
            System.arraycopy(values[row(n)], (int) counter(n), out, offset + n - skipped, run);
            n += run;
        }
    }

    /** Law of uniform numbers: the upper 24 bits of each word. */
    void toUniforms(int lanes) {
        for (int j = 0; j < 4; j++) {
            toUniforms(words[j], values[j], lanes);
        }
    }

    private static void toUniforms(int[] words, float[] u, int lanes) {
        for (int l = 0; l < lanes; l++) {
            u[l] = NormalLaw.uniform(words[l]);
        }
    }

    /** Law of standard normals: words 0 and 1 make one pair, words 2 and 3 the other. */
    void toNormals(int lanes) {
        for (int j = 0; j < 4; j += 2) {
            toFractions(words[j], exponents, values[j], lanes);
            toRemainders(words[j + 1], quarters, values[j + 1], lanes);
            toNormals(exponents, quarters, values[j], values[j + 1], lanes);
        }
    }

    private static void toFractions(int[] words, int[] exponents, float[] fractions, int lanes) {
        for (int l = 0; l < lanes; l++) {
            float u = NormalLaw.openUniform(words[l]);
            exponents[l] = NormalLaw.exponent(u);
            fractions[l] = NormalLaw.fraction(u, exponents[l]);
        }
    }

    private static void toRemainders(int[] words, int[] quarters, float[] remainders, int lanes) {
        for (int l = 0; l < lanes; l++) {
            quarters[l] = NormalLaw.quarters(words[l]);
            remainders[l] = NormalLaw.remainder(words[l], quarters[l]);
        }
    }

    private static void toNormals(int[] exponents, int[] quarters, float[] x, float[] y, int lanes) {
        for (int l = 0; l < lanes; l++) {
            float radius = NormalLaw.radius(exponents[l], x[l]);
            float t = y[l];
            x[l] = NormalLaw.x(radius, quarters[l], t);
            y[l] = NormalLaw.y(radius, quarters[l], t);
        }
    }
}
