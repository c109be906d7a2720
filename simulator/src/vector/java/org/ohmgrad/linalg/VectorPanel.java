package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Copies parts of a right operand into panels, so that the innermost loops read memory in order. */
final class VectorPanel {
    private final VectorSquare square = new VectorSquare();

    /**
     * Copies elements (k ... k + depth - 1, j ... j + columns - 1) into rows of {@code width} numbers, a
     * multiple of the lanes, from {@code at} on; the rest of each row becomes 0.
     */
    void pack(RightOperand right, int k, int depth, int j, int columns, float[] panel, int at, int width) {
        if (columns < width) {
            Arrays.fill(panel, at, at + depth * width, 0);
        }
        if (right.transposed) {
            packTransposed(right, k, depth, j, columns, panel, at, width);
        } else {
            for (int d = 0; d < depth; d++) {
                copy(right.data, (k + d) * right.width + j, panel, at + d * width, columns);
            }
        }
    }

    private void packTransposed(
            RightOperand right, int k, int depth, int j, int columns, float[] panel, int at, int width) {
        int wholeColumns = columns & -LANES;
        int wholeDepth = depth & -LANES;
        for (int t = 0; t < wholeColumns; t += LANES) {
            int from = (j + t) * right.width + k;
            for (int d = 0; d < wholeDepth; d += LANES) {
                square.transpose(right.data, from + d, right.width, panel, at + d * width + t, width);
            }
        }
        for (int t = 0; t < columns; t++) {
            int from = (j + t) * right.width + k;
            for (int d = t < wholeColumns ? wholeDepth : 0; d < depth; d++) {
                panel[at + d * width + t] = right.data[from + d];
            }
        }
    }

    private static void copy(float[] data, int from, float[] result, int to, int count) {
        int whole = count & -LANES;
        for (int t = 0; t < whole; t += LANES) {
            FloatVector.fromArray(SPECIES, data, from + t).intoArray(result, to + t);
        }
        for (int t = whole; t < count; t++) {
            result[to + t] = data[from + t];
        }
    }

    /** result[to + t] += data[from + t] for t = 0 ... count - 1. */
    static void add(float[] data, int from, float[] result, int to, int count) {
        int whole = count & -LANES;
        for (int t = 0; t < whole; t += LANES) {
            FloatVector.fromArray(SPECIES, result, to + t)
                    .add(FloatVector.fromArray(SPECIES, data, from + t))
                    .intoArray(result, to + t);
        }
        for (int t = whole; t < count; t++) {
            result[to + t] += data[from + t];
        }
    }
}
