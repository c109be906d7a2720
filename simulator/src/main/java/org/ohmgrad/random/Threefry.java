package org.ohmgrad.random;

/**
 * Threefry4x32: a bijection of 128-bit counters under a 128-bit key, used as a counter-based generator.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011. Thirteen rounds are the fewest that the authors' package recommends; twenty are its default.
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
