package org.ohmgrad.random;

import java.util.Arrays;

/** WholeBlocks of draws in plain loops over arrays that share one index, most of which run in vectors by themselves. */
final class PlainBlockMaker implements BlockMaker {
    private static final int MOST_LANES = MOST * COUNTERS;

    private final int[][] words = new int[4][MOST_LANES];
    private final float[][] values = new float[4][MOST_LANES];
    private final int[] exponents = new int[MOST_LANES];
    private final int[] quarters = new int[MOST_LANES];

    @Override
    public void words(int[] key, long step, long counter, int[] out, int blocks) {
        encrypt(key, step, counter, blocks * COUNTERS);
        interleave(words, out, blocks);
    }

    @Override
    public void uniforms(int[] key, long step, long counter, float[] u, int offset, int blocks) {
        encrypt(key, step, counter, blocks * COUNTERS);
        for (int j = 0; j < 4; j++) {
            toUniforms(words[j], values[j], blocks * COUNTERS);
        }
        interleave(values, u, offset, blocks);
    }

    /** Words 0 and 1 make one pair of normals, words 2 and 3 the other. */
    @Override
    public void normals(int[] key, long step, long counter, float[] z, int offset, int blocks) {
        int lanes = blocks * COUNTERS;
        encrypt(key, step, counter, lanes);
        for (int j = 0; j < 4; j += 2) {
            toFractions(words[j], exponents, values[j], lanes);
            toRemainders(words[j + 1], quarters, values[j + 1], lanes);
            toNormals(exponents, quarters, values[j], values[j + 1], lanes);
        }
        interleave(values, z, offset, blocks);
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

    /** From four rows to blocks, in which runs of 16 lie side by side and the rows take turns. */
    private static void interleave(int[][] rows, int[] out, int blocks) {
        for (int run = 0; run < 4 * blocks; run++) {
            System.arraycopy(rows[run & 3], (run >> 2) * COUNTERS, out, run * COUNTERS, COUNTERS);
        }
    }

    private static void interleave(float[][] rows, float[] out, int offset, int blocks) {
        for (int run = 0; run < 4 * blocks; run++) {
            System.arraycopy(rows[run & 3], (run >> 2) * COUNTERS, out, offset + run * COUNTERS, COUNTERS);
        }
    }

    private static void toUniforms(int[] words, float[] u, int lanes) {
        for (int l = 0; l < lanes; l++) {
            u[l] = NormalLaw.uniform(words[l]);
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
