package org.ohmgrad.random;

/**
 * Fisher and Yates's shuffle with unbiased places, a function of key and step; see {@link Draws#permutation}.
 */
final class Shuffle {
    private Shuffle() {}

    static int[] permutation(int[] key, long step, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1, key, step, i);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /** Whole number in [0, bound), by Lemire's method: a product whose low half falls short is refused. */
    private static int below(int bound, int[] key, long step, long index) {
        long shortfall = (1L << 32) % bound;
        long product = product(bound, key, step, index);
        for (long attempt = 1; (product & 0xffffffffL) < shortfall; attempt++) {
            product = product(bound, key, step, index + (attempt << 32));
        }
        return (int) (product >>> 32);
    }

    private static long product(int bound, int[] key, long step, long index) {
        return (Single.word(key, step, index) & 0xffffffffL) * bound;
    }
}
