package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.random.Draws;

/** All implementations beside a count of bits one by one. */
class CoincidencesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100, 512})
    void bitsThatBothShareAreCounted(int count) {
        int[] columns = new Draws(1, "streams").permutation(0, count);
        int[] signs = new int[count];
        for (int k = 0; k < count; k++) {
            columns[k] = k % 5 == 0 ? 0 : (columns[k] * 0x9e3779b9) >>> 1;
            signs[k] = k % 3 == 0 ? -1 : 1;
        }
        check(new PlainCoincidences(), 0x6b5a94c7, 1, columns, signs);
        check(Coincidences.BEST, 0x6b5a94c7, -1, columns, signs);
        check(Coincidences.BEST, Integer.MAX_VALUE, 1, columns, signs);
    }

    private static void check(Coincidences loops, int row, int sign, int[] columns, int[] signs) {
        int[] expected = new int[columns.length];
        long sum = 0;
        long hits = 0;
        for (int k = 0; k < columns.length; k++) {
            int both = 0;
            for (int bit = 0; bit < 32; bit++) {
                both += ((row >>> bit) & (columns[k] >>> bit) & 1) == 1 ? 1 : 0;
            }
            expected[k] = sign * signs[k] * both;
            sum += both;
            hits += both > 0 ? 1 : 0;
        }
        int[] pulses = new int[columns.length];
        assertEquals((hits << 32) + sum, loops.count(row, sign, columns, signs, pulses, columns.length));
        assertArrayEquals(expected, pulses);
    }
}
