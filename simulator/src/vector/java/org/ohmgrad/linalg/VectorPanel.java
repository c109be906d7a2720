package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.NARROW;
import static org.ohmgrad.linalg.VectorBlock.NARROW_ROWS;
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
        if (columns == NARROW && width == NARROW) {
            packNarrow(right, k, depth, j, panel, at);
        } else if (right.transposed) {
            packTransposed(right, k, depth, j, columns, panel, at, width);
        } else {
            for (int d = 0; d < depth; d++) {
                copy(right.data, (k + d) * right.width + j, panel, at + d * width, columns);
            }
        }
    }

    private static void packNarrow(RightOperand right, int k, int depth, int j, float[] panel, int at) {
        int step = right.width;
        if (right.transposed) {
            for (int t = 0; t < NARROW; t += NARROW_ROWS) {
                int from = (j + t) * step + k;
                turnFour(right.data, from, from + step, from + 2 * step, from + 3 * step, depth, panel, at + t);
            }
        } else {
            copyTwo(right.data, k * step + j, step, depth, panel, at);
        }
    }

    /** Two vectors of each row; rows lie a step apart. */
    private static void copyTwo(float[] data, int from, int step, int depth, float[] panel, int at) {
        for (int d = 0; d < depth; d++) {
            FloatVector first = FloatVector.fromArray(SPECIES, data, from + d * step);
            FloatVector second = FloatVector.fromArray(SPECIES, data, from + d * step + LANES);
            first.intoArray(panel, at + d * NARROW);
            second.intoArray(panel, at + d * NARROW + LANES);
        }
    }

    /** The rows that start at four places become columns. */
    private static void turnFour(float[] data, int at0, int at1, int at2, int at3, int depth, float[] panel, int at) {
        for (int d = 0; d < depth; d++) {
            int to = at + d * NARROW;
            panel[to] = data[at0 + d];
            panel[to + 1] = data[at1 + d];
            panel[to + 2] = data[at2 + d];
            panel[to + 3] = data[at3 + d];
        }
    }

    /**
     * Copies elements (i ... i + rows - 1, k ... k + depth - 1) of a left operand four rows at a time, the four numbers of
     * one term side by side; {@link Panels#DEPTH} terms a row have room. Rows that are not there repeat the last.
     */
    static void packFours(LeftOperand left, int i, int rows, int k, int depth, float[] result) {
        for (int r = 0; r < rows; r += NARROW_ROWS) {
            int last = i + rows - 1;
            int at0 = left.at(i + r, k);
            int at1 = left.at(Math.min(i + r + 1, last), k);
            int at2 = left.at(Math.min(i + r + 2, last), k);
            int at3 = left.at(Math.min(i + r + 3, last), k);
            packFour(left.data, at0, at1, at2, at3, left.depthStep, depth, result, r * Panels.DEPTH);
        }
    }

    private static void packFour(
            float[] data, int at0, int at1, int at2, int at3, int step, int depth, float[] result, int at) {
        for (int d = 0; d < depth; d++) {
            int to = at + d * NARROW_ROWS;
            result[to] = data[at0 + d * step];
            result[to + 1] = data[at1 + d * step];
            result[to + 2] = data[at2 + d * step];
            result[to + 3] = data[at3 + d * step];
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
