package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposes a square with as many rows as a vector has lanes: for each bit of an index, numbers whose row
 * has the bit and whose column has not change places with their mirror images.
 */
final class VectorSquare {
    private static final Halves BY_1 = Halves.of(1);
    private static final Halves BY_2 = Halves.of(2);
    private static final Halves BY_4 = Halves.of(4);
    private static final Halves BY_8 = Halves.of(8);

    private final float[] scratch = new float[LANES * LANES];

    /** How pairs of rows that lie {@code distance} apart exchange the lanes that lie as far apart. */
    private record Halves(int distance, VectorShuffle<Float> swapped, VectorMask<Float> upper) {

        static Halves of(int distance) {
            boolean[] upper = new boolean[LANES];
            for (int i = 0; i < LANES; i++) {
                upper[i] = (i & distance) != 0;
            }
            return new Halves(
                    distance,
                    VectorShuffle.fromOp(SPECIES, i -> i ^ distance),
                    VectorMask.fromArray(SPECIES, upper, 0));
        }
    }

    /** Writes the transpose of the square at {@code from} to {@code to}; rows lie a step apart. */
    void transpose(float[] data, int from, int step, float[] result, int to, int resultStep) {
        exchange(BY_1, data, from, step, scratch, 0, LANES);
        if (LANES >= 8) {
            exchange(BY_4, scratch, 0, LANES, scratch, 0, LANES);
        }
        if (LANES >= 16) {
            exchange(BY_8, scratch, 0, LANES, scratch, 0, LANES);
        }
        exchange(BY_2, scratch, 0, LANES, result, to, resultStep);
    }

    private static void exchange(Halves halves, float[] data, int from, int step, float[] result, int to, int toStep) {
        int distance = halves.distance;
        VectorShuffle<Float> swapped = halves.swapped;
        VectorMask<Float> upper = halves.upper;
        for (int pair = 0; pair < LANES / 2; pair++) {
            int row = 2 * pair - (pair & (distance - 1));
            FloatVector x = FloatVector.fromArray(SPECIES, data, from + row * step);
            FloatVector y = FloatVector.fromArray(SPECIES, data, from + (row + distance) * step);
            x.blend(y.rearrange(swapped), upper).intoArray(result, to + row * toStep);
            x.rearrange(swapped).blend(y, upper).intoArray(result, to + (row + distance) * toStep);
        }
    }
}
