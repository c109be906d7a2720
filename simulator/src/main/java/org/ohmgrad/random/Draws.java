package org.ohmgrad.random;

/**
 * Random numbers as a pure function of seed, stream name, step and index: no state, so no order of calls, no
 * number of threads and no division of the work changes a draw. Immutable and thread safe.
 *
 * <p>The generator is Threefry4x32 with 13 rounds (Salmon et al., SC 2011). Its key is the seed (low word,
 * high word) and the stream name's 64-bit hash (low, high). Indices go in blocks of 64, made of 16 counters
 * of 4 words: for index n, block b = n &gt;&gt;&gt; 6, word j = (n &gt;&gt;&gt; 4) &amp; 3 and lane l = n
 * &amp; 15, the draw is word j of the counter whose first two words are the low and high half of 16 b + l and
 * whose last two are the low and high half of the step. Every seed, step and index is as good as any other,
 * zero and negative ones included.
 *
 * <p>Normals (Box and Muller, 1958), uniforms and permutations all come from these words: the uniform and the
 * normal of one stream, step and index are not independent. What must be independent takes another stream.
 */
public final class Draws {
    private final int[] key;

    /**
     * Draws of one stream.
     *
     * @param seed any number
     * @param stream name of what is drawn, such as {@code "train/layer1/tile0,1/read/forward"}
     */
    public Draws(long seed, String stream) {
        long name = StreamName.key(stream);
        key = Threefry.schedule((int) seed, (int) (seed >>> 32), (int) name, (int) (name >>> 32));
    }

    /**
     * Standard normals: {@code z[offset + i] = normal(step, from + i)}, to the bit.
     *
     * @param step training step, epoch or whatever else counts
     * @param from first index
     * @param z receives the numbers; nothing else of it is modified
     * @param offset where the first goes
     * @param count how many, at least 0
     * @throws IndexOutOfBoundsException if z is too short
     */
    public void normals(long step, long from, float[] z, int offset, int count) {
        WholeBlocks.ofThread().fill(key, step, from, z, offset, count, BlockMaker::normals);
    }

    /** Standard normal of one index; at most 6.66 in magnitude. */
    public float normal(long step, long index) {
        return Single.normal(key, step, index);
    }

    /**
     * Uniform numbers in [0, 1), multiples of 2^-24: {@code u[offset + i] = uniform(step, from + i)}.
     *
     * @param step training step, epoch or whatever else counts
     * @param from first index
     * @param u receives the numbers; nothing else of it is modified
     * @param offset where the first goes
     * @param count how many, at least 0
     * @throws IndexOutOfBoundsException if u is too short
     */
    public void uniforms(long step, long from, float[] u, int offset, int count) {
        WholeBlocks.ofThread().fill(key, step, from, u, offset, count, BlockMaker::uniforms);
    }

    /** Uniform number in [0, 1) of one index, a multiple of 2^-24. */
    public float uniform(long step, long index) {
        return Single.uniform(key, step, index);
    }

    /**
     * Random order of 0 .. n-1, every order equally likely.
     *
     * <p>Fisher and Yates's shuffle from the last place down. Place i swaps with a place in [0, i], drawn
     * without bias by D. Lemire's method ("Fast random integer generation in an interval", 2019) from the
     * word of index i, and after a refusals the word of index a 2^32 + i.
     *
     * @param step epoch or whatever else counts
     * @param n number of elements, at least 0
     * @return a new array
     * @throws NegativeArraySizeException if n is negative
     */
    public int[] permutation(long step, int n) {
        return Shuffle.permutation(key, step, n);
    }
}
