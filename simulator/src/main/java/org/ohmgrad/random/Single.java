package org.ohmgrad.random;

/** One draw from one counter, by the laws and the layout of {@link WholeBlocks}. */
final class Single {
    private Single() {}

    /** The random word of one index. */
    static int word(int[] key, long step, long index) {
        long pair = pair(key, step, index);
        return (index & 16) == 0 ? (int) pair : (int) (pair >>> 32);
    }

    static float uniform(int[] key, long step, long index) {
        return NormalLaw.uniform(word(key, step, index));
    }

    static float normal(int[] key, long step, long index) {
        long pair = pair(key, step, index);
        float u = NormalLaw.openUniform((int) pair);
        int exponent = NormalLaw.exponent(u);
        float radius = NormalLaw.radius(exponent, NormalLaw.fraction(u, exponent));
        int word = (int) (pair >>> 32);
        int quarters = NormalLaw.quarters(word);
        float t = NormalLaw.remainder(word, quarters);
        return (index & 16) == 0 ? NormalLaw.x(radius, quarters, t) : NormalLaw.y(radius, quarters, t);
    }

    private static long pair(int[] key, long step, long index) {
        return Threefry.pair(key, WholeBlocks.counter(index), step, (index & 32) != 0, Threefry.ROUNDS);
    }
}
