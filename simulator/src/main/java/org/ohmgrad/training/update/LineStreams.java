package org.ohmgrad.training.update;

import org.ohmgrad.random.Draws;

/** The bit streams of a tile's lines, one int each, and their signs. */
final class LineStreams {
    private static final int GROUP = 16;

    private final Draws draws;
    private final int slots;
    private final float[] u;
    private final int[] bits;
    private final int[] signs;
    private final int[] active;
    private int count;

    /**
     * @param lines number of lines
     */
    LineStreams(int lines, int slots, Draws draws) {
        this.slots = slots;
        this.draws = draws;
        u = new float[GROUP * slots];
        bits = new int[lines];
        signs = new int[lines];
        active = new int[lines];
    }

    /**
     * Draws the streams of one example.
     *
     * @param values from {@code at} on one a line; not modified
     * @param gain probability of a bit for a value of 1
     * @param step training step
     * @param example position in the batch
     */
    void draw(float[] values, int at, float gain, long step, long example) {
        count = 0;
        for (int from = 0; from < bits.length; from += GROUP) {
            int end = Math.min(bits.length, from + GROUP);
            if (anySignal(values, at + from, at + end)) {
                draws.uniforms(step, (example * bits.length + from) * slots, u, 0, (end - from) * slots);
                drawGroup(values, at, gain, from, end);
            } else {
                java.util.Arrays.fill(bits, from, end, 0);
            }
        }
    }

    private static boolean anySignal(float[] values, int from, int end) {
        for (int k = from; k < end; k++) {
            if (values[k] != 0) {
                return true;
            }
        }
        return false;
    }

    private void drawGroup(float[] values, int at, float gain, int from, int end) {
        for (int line = from; line < end; line++) {
            float value = values[at + line];
            int stream = value == 0 ? 0 : stream(Math.abs(value) * gain, (line - from) * slots);
            bits[line] = stream;
            signs[line] = value < 0 ? -1 : 1;
            active[count] = line;
            count += stream == 0 ? 0 : 1;
        }
    }

    private int stream(float probability, int at) {
        int stream = 0;
        for (int slot = 0; slot < slots; slot++) {
            stream |= u[at + slot] < probability ? 1 << slot : 0;
        }
        return stream;
    }

    /** Lines with a bit at all. */
    int count() {
        return count;
    }

    /** One of these lines, in order. */
    int line(int index) {
        return active[index];
    }

    /** Streams by line; not to be modified. */
    int[] bits() {
        return bits;
    }

    /** 1 or -1 by line, of lines with a bit; not to be modified. */
    int[] signs() {
        return signs;
    }
}
