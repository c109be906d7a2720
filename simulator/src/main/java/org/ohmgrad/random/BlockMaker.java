package org.ohmgrad.random;

/**
 * Makes whole blocks of 64 draws, in the layout that {@link Draws} describes. All implementations give the same bits.
 * Each has scratch memory of its own, so an instance belongs to one thread.
 */
interface BlockMaker {
    /** Draws in a block. */
    int SIZE = 64;
    /** Counters in a block, each of which gives four draws. */
    int COUNTERS = 16;
    /** Most blocks that are made at once. */
    int MOST = 16;
    /** Bits that the upper half of a counter has. */
    int UPPER_HALF = (1 << 30) - 1;

    /**
     * The random words themselves.
     *
     * @param key five words from {@link Threefry#schedule}
     * @param counter first counter of the first block, a multiple of 16
     * @param words receives 64 a block, from its beginning
     * @param blocks 1 to {@link #MOST}
     */
    void words(int[] key, long step, long counter, int[] words, int blocks);

    /** Uniform numbers in [0, 1), from u[offset] on; otherwise like {@link #words}. */
    void uniforms(int[] key, long step, long counter, float[] u, int offset, int blocks);

    /** Standard normals, from z[offset] on; otherwise like {@link #words}. */
    void normals(int[] key, long step, long counter, float[] z, int offset, int blocks);
}
