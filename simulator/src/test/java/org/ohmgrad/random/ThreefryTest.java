package org.ohmgrad.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors are those of the Random123 package by the generator's authors. */
class ThreefryTest {
    private static final String ZEROS = "00000000 00000000 00000000 00000000";
    private static final String ONES = "ffffffff ffffffff ffffffff ffffffff";
    private static final String PI_COUNTER = "243f6a88 85a308d3 13198a2e 03707344";
    private static final String PI_KEY = "a4093822 299f31d0 082efa98 ec4e6c89";

    @ParameterizedTest
    @CsvSource({
        "13, " + ZEROS + ", " + ZEROS + ", 531c7e4f 39491ee5 2c855a92 3d6abf9a",
        "13, " + ONES + ", " + ONES + ", c4189358 1c9cc83a d5881c67 6a0a89e0",
        "13, " + PI_COUNTER + ", " + PI_KEY + ", 4aa71d8f 734738c2 431fc6a8 ae6debf1",
        "20, " + ZEROS + ", " + ZEROS + ", 9c6ca96a e17eae66 fc10ecd4 5256a7d8",
        "20, " + ONES + ", " + ONES + ", 2a881696 57012287 f6c7446e a16a6732",
        "20, " + PI_COUNTER + ", " + PI_KEY + ", 59cd1dbb b8879579 86b5d00c ac8b6d84",
    })
    void thePublishedVectorsComeOut(int rounds, String counter, String key, String expected) {
        int[] k = words(key);
        int[] schedule = Threefry.schedule(k[0], k[1], k[2], k[3]);
        assertEquals(expected, hex(encrypted(schedule, words(counter), rounds)));
        assertEquals(expected, hex(pairs(schedule, words(counter), rounds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void manyCountersGiveWhatEachGivesAlone(long seed) {
        Random random = new Random(seed);
        int[] key = random.ints(4).toArray();
        int[] schedule = Threefry.schedule(key[0], key[1], key[2], key[3]);
        int lanes = 1 + random.nextInt(70);
        int rounds = random.nextInt(21);
        int[][] x = new int[4][lanes];
        for (int[] row : x) {
            Arrays.setAll(row, l -> random.nextInt());
        }
        int[] first = {x[0][lanes - 1], x[1][lanes - 1], x[2][lanes - 1], x[3][lanes - 1]};
        Threefry.encrypt(schedule, x, lanes, rounds);
        int[] together = {x[0][lanes - 1], x[1][lanes - 1], x[2][lanes - 1], x[3][lanes - 1]};
        assertEquals(hex(pairs(schedule, first, rounds)), hex(together));
    }

    private static int[] encrypted(int[] schedule, int[] counter, int rounds) {
        int[][] x = {{counter[0]}, {counter[1]}, {counter[2]}, {counter[3]}};
        Threefry.encrypt(schedule, x, 1, rounds);
        return new int[] {x[0][0], x[1][0], x[2][0], x[3][0]};
    }

    private static int[] pairs(int[] schedule, int[] c, int rounds) {
        long c01 = ((long) c[1] << 32) | (c[0] & 0xffffffffL);
        long c23 = ((long) c[3] << 32) | (c[2] & 0xffffffffL);
        long x01 = Threefry.pair(schedule, c01, c23, false, rounds);
        long x23 = Threefry.pair(schedule, c01, c23, true, rounds);
        return new int[] {(int) x01, (int) (x01 >>> 32), (int) x23, (int) (x23 >>> 32)};
    }

    private static int[] words(String hex) {
        return Arrays.stream(hex.split(" "))
                .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
                .toArray();
    }

    private static String hex(int[] words) {
        return String.format("%08x %08x %08x %08x", words[0], words[1], words[2], words[3]);
    }
}
