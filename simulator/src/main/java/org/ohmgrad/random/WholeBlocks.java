package org.ohmgrad.random;

import java.util.Objects;
import org.ohmgrad.linalg.KernelChoice;

/** Any stretch of draws from whole blocks of them; scratch memory of one thread. */
final class WholeBlocks {
    private static final ThreadLocal<WholeBlocks> OF_THREAD =
            ThreadLocal.withInitial(() -> new WholeBlocks(KernelChoice.best(BlockMaker.class, new PlainBlockMaker())));

    private final BlockMaker maker;
    private final int[] words = new int[BlockMaker.MOST * BlockMaker.SIZE];
    private final float[] values = new float[BlockMaker.MOST * BlockMaker.SIZE];

    WholeBlocks(BlockMaker maker) {
        this.maker = maker;
    }

    /** Which law the words follow: a method of {@link BlockMaker}. */
    @FunctionalInterface
    interface Law {
        void make(BlockMaker maker, int[] key, long step, long counter, float[] out, int offset, int blocks);
    }

    static WholeBlocks ofThread() {
        return OF_THREAD.get();
    }

    /** Writes the draws of indices from, from + 1, ... to {@code out[offset ... offset + count - 1]}. */
    void fill(int[] key, long step, long from, float[] out, int offset, int count, Law law) {
        Objects.checkFromIndexSize(offset, count, out.length);
        for (int done = 0; done < count; ) {
            int skipped = (int) (from + done) & (BlockMaker.SIZE - 1);
            int blocks = blocksFor(skipped + (long) count - done);
            int made = Math.min(count - done, blocks * BlockMaker.SIZE - skipped);
            long counter = counter(from + done - skipped);
            if (made == blocks * BlockMaker.SIZE) {
                law.make(maker, key, step, counter, out, offset + done, blocks);
            } else {
                law.make(maker, key, step, counter, values, 0, blocks);
                System.arraycopy(values, skipped, out, offset + done, made);
            }
            done += made;
        }
    }

    /**
     * The random words of indices from, from + 1, ..., for at most 1024 of them.
     *
     * @param from multiple of 64
     * @return an array that starts with them, overwritten by the next call of this thread
     */
    int[] words(int[] key, long step, long from, int count) {
        maker.words(key, step, counter(from), words, blocksFor(count));
        return words;
    }

    private static int blocksFor(long draws) {
        return (int) Math.min(BlockMaker.MOST, (draws + BlockMaker.SIZE - 1) / BlockMaker.SIZE);
    }

    /** The counter of an index: 64 bits that become two words. */
    static long counter(long index) {
        return (index >>> 6) * BlockMaker.COUNTERS + (index & (BlockMaker.COUNTERS - 1));
    }
}
