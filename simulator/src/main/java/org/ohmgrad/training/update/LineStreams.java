package org.ohmgrad.training.update;

import java.util.Arrays;
import org.ohmgrad.random.Draws;

/** Room for the bit streams of a tile's lines in some examples, one int a line and example, and for their signs. */
final class LineStreams {
    /** Random numbers that are drawn together; lines in groups without a signal draw none. */
    private static final int TOGETHER = 16 * 31;

    private final float[] u = new float[TOGETHER];
    private final int[][] bits;
    private final int[][] signs;
    private final int[][] active;
    private final int[] counts;

    /**
     * Room.
     *
     * @param examples number of examples
     * @param lines number of lines
     */
    LineStreams(int examples, int lines) {
        bits = new int[examples][lines];
        signs = new int[examples][lines];
        active = new int[examples][lines];
        counts = new int[examples];
    }

    /**
     * Draws the streams of one example.
     *
     * @param to where in the room
     * @param values from {@code at} on one a line; not modified
     * @param gain probability of a bit for a value of 1
     * @param slots bits of a stream
     * @param chance decides the bits
     */
    void draw(int to, float[] values, int at, int lines, float gain, int slots, Chance chance) {
        counts[to] = 0;
        int group = slots == 0 ? lines : TOGETHER / slots;
        for (int from = 0; from < lines; from += group) {
            int end = Math.min(lines, from + group);
            if (slots > 0 && anySignal(values, at + from, at + end)) {
                chance.draws.uniforms(chance.step, chance.first + (long) from * slots, u, 0, (end - from) * slots);
                drawGroup(to, values, at, gain, slots, from, end);
            } else {
                Arrays.fill(bits[to], from, end, 0);
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

    private void drawGroup(int to, float[] values, int at, float gain, int slots, int from, int end) {
        int count = counts[to];
        for (int line = from; line < end; line++) {
            float value = values[at + line];
            int stream = value == 0 ? 0 : stream(Math.abs(value) * gain, (line - from) * slots, slots);
            bits[to][line] = stream;
            signs[to][line] = value < 0 ? -1 : 1;
            active[to][count] = line;
            count += stream == 0 ? 0 : 1;
        }
        counts[to] = count;
    }

    private int stream(float probability, int at, int slots) {
        int stream = 0;
        for (int slot = 0; slot < slots; slot++) {
            stream |= u[at + slot] < probability ? 1 << slot : 0;
        }
        return stream;
    }

    /** Lines of an example with a bit at all. */
    int count(int example) {
        return counts[example];
    }

    /** One of these lines, in order. */
    int line(int example, int index) {
        return active[example][index];
    }

    /** Streams of an example by line; not to be modified. */
    int[] bits(int example) {
        return bits[example];
    }

    /** 1 or -1 by line, of lines with a bit; not to be modified. */
    int[] signs(int example) {
        return signs[example];
    }

    /**
     * What decides the bits of an example.
     *
     * @param first index of the first line's first bit; those of the others follow
     */
    record Chance(Draws draws, long step, long first) {}
}
