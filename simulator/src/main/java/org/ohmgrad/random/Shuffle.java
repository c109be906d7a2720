package org.ohmgrad.random;

/**
 * Fisher and Yates's shuffle with unbiased places, a function of key and step; see {@link Draws#permutation}.
 */
final class Shuffle {
    private static final int CHUNK = BlockMaker.MOST * BlockMaker.SIZE;

    private Shuffle() {}

    static int[] permutation(int[] key, long step, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int from = (n - 1) & -CHUNK; from >= 0; from -= CHUNK) {
            int end = Math.min(n - from, CHUNK);
            int[] words = WholeBlocks.ofThread().words(key, step, from, end);
            for (int i = end - 1; i >= 0; i--) {
                swap(order, from + i, below(from + i + 1, words[i], key, step));
            }
        }
        return order;
    }

    private static void swap(int[] order, int i, int j) {
        int moved = order[i];
        order[i] = order[j];
        order[j] = moved;
    }

    /**
     * Whole number in [0, bound), by Lemire's method: a product whose low half falls short is refused. The shortfall is
     * less than bound, so most products are kept without the division that gives it.
     */
    private static int below(int bound, int word, int[] key, long step) {
        long product = product(bound, word);
        if (low(product) < bound) {
            long shortfall = (1L << 32) % bound;
            for (long attempt = 1; low(product) < shortfall; attempt++) {
                product = product(bound, Single.word(key, step, bound - 1 + (attempt << 32)));
            }
        }
        return (int) (product >>> 32);
    }

    private static long product(int bound, int word) {
        return (word & 0xffffffffL) * bound;
    }

    private static long low(long product) {
        return product & 0xffffffffL;
    }
}
