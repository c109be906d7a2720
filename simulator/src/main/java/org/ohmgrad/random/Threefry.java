package org.ohmgrad.random;

/**
 * Threefry4x32: a bijection of 128-bit counters under a 128-bit key, used as a counter-based generator.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2,
 * 3", SC 2011. Thirteen rounds are the fewest that the authors' package recommends; twenty are its default.
 */
final class Threefry {
    /** Number of rounds the simulator draws with. */
    static final int ROUNDS = 13;

    private static final int PARITY = 0x1BD11BDA;
    private static final int[] ROTATIONS_A = {10, 11, 13, 23, 6, 17, 25, 18};
    private static final int[] ROTATIONS_B = {26, 21, 27, 5, 20, 11, 10, 20};

    private Threefry() {}

    /**
     * Key words as the rounds add them: the four words of the key and their parity.
     *
     * @return five words
     */
    static int[] schedule(int k0, int k1, int k2, int k3) {
        return new int[] {k0, k1, k2, k3, PARITY ^ k0 ^ k1 ^ k2 ^ k3};
    }

    /**
     * Replaces counters by their random words, lane by lane.
     *
     * @param key five words from {@link #schedule}
     * @param x four rows of at least {@code lanes} words: word j of counter l in {@code x[j][l]}; modified
     * @param lanes number of counters
     * @param rounds number of rounds
     */
    static void encrypt(int[] key, int[][] x, int lanes, int rounds) {
        addKey(key, 0, x, lanes);
        for (int round = 0; round < rounds; round++) {
            int a = ROTATIONS_A[round & 7];
            int b = ROTATIONS_B[round & 7];
            if ((round & 1) == 0) {
                mix(x[0], x[1], a, lanes);
                mix(x[2], x[3], b, lanes);
            } else {
                mix(x[0], x[3], a, lanes);
                mix(x[2], x[1], b, lanes);
            }
            if ((round & 3) == 3) {
                addKey(key, (round >> 2) + 1, x, lanes);
            }
        }
    }

    /**
     * Two of the four random words of one counter: what {@link #encrypt} gives, faster for a few counters.
     *
     * @param key five words from {@link #schedule}
     * @param c01 first two words of the counter, the first in the low half
     * @param c23 last two words of the counter, the third in the low half
     * @param second false for words 0 and 1, true for words 2 and 3
     * @param rounds number of rounds
     * @return the word of even number in the low half, the other in the high half
     */
    static long pair(int[] key, long c01, long c23, boolean second, int rounds) {
        int x0 = (int) c01 + key[0];
        int x1 = (int) (c01 >>> 32) + key[1];
        int x2 = (int) c23 + key[2];
        int x3 = (int) (c23 >>> 32) + key[3];
        for (int round = 0; round < rounds; round++) {
            x0 += x1;
            x1 = Integer.rotateLeft(x1, ROTATIONS_A[round & 7]) ^ x0;
            x2 += x3;
            x3 = Integer.rotateLeft(x3, ROTATIONS_B[round & 7]) ^ x2;
            int swapped = x1;
            x1 = x3;
            x3 = swapped;
            if ((round & 3) == 3) {
                int turn = (round >> 2) + 1;
                x0 += key[turn % 5];
                x1 += key[(turn + 1) % 5];
                x2 += key[(turn + 2) % 5];
                x3 += key[(turn + 3) % 5] + turn;
            }
        }
        boolean swapped = (rounds & 1) == 1;
        int low = second ? x2 : x0;
        int high = second == swapped ? x1 : x3;
        return ((long) high << 32) | (low & 0xffffffffL);
    }

    /** One addition, rotation and exclusive or for all lanes: one small loop, so that it runs in vectors. */
    private static void mix(int[] x, int[] y, int rotation, int lanes) {
        for (int l = 0; l < lanes; l++) {
            int sum = x[l] + y[l];
            x[l] = sum;
            y[l] = Integer.rotateLeft(y[l], rotation) ^ sum;
        }
    }

    private static void addKey(int[] key, int turn, int[][] x, int lanes) {
        for (int j = 0; j < 4; j++) {
            add(x[j], key[(turn + j) % 5] + (j == 3 ? turn : 0), lanes);
        }
    }

    private static void add(int[] x, int word, int lanes) {
        for (int l = 0; l < lanes; l++) {
            x[l] += word;
        }
    }
}
