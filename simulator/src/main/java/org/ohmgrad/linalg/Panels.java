package org.ohmgrad.linalg;

import java.util.Arrays;

/** Scratch memory of one thread: a packed panel of the right operand and four rows of sums. */
final class Panels {
    /** Terms in a block of the written order of summation. */
    static final int DEPTH = 256;

    /** Columns in a panel: one such panel fills half a megabyte and stays in the second cache. */
    static final int COLUMNS = 512;

    private static final ThreadLocal<Panels> OF_THREAD = ThreadLocal.withInitial(Panels::new);

    /** Rows of the right operand. */
    final float[][] right = new float[DEPTH][COLUMNS];

    private final float[][] sums = new float[4][COLUMNS];

    private Panels() {}

    static Panels ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Adds the block of depth terms from k on to all rows of c, columns j and up; the first block replaces c.
     */
    void addBlock(LeftOperand a, int k, int depth, float[] c, int j, int columns, Shapes shapes) {
        for (int i = 0; i < shapes.m(); i += 4) {
            int rows = Math.min(4, shapes.m() - i);
            sum(a, i, rows, k, depth, columns);
            for (int r = 0; r < rows; r++) {
                store(sums[r], c, (i + r) * shapes.n() + j, columns, k == 0);
            }
        }
    }

    private void sum(LeftOperand a, int i, int rows, int k, int depth, int columns) {
        for (int r = 0; r < rows; r++) {
            Arrays.fill(sums[r], 0, columns, 0);
        }
        int paired = rows == 4 ? depth & -2 : 0;
        for (int d = 0; d < paired; d += 2) {
            Kernels.addFourByTwo(a, a.at(i, k + d), right[d], right[d + 1], sums, columns);
        }
        for (int r = 0; r < rows; r++) {
            for (int d = paired; d < depth; d++) {
                Kernels.add(a.data[a.at(i + r, k + d)], right[d], sums[r], columns);
            }
        }
    }

    private static void store(float[] sums, float[] c, int at, int columns, boolean first) {
        if (first) {
            System.arraycopy(sums, 0, c, at, columns);
        } else {
            for (int j = 0; j < columns; j++) {
                c[at + j] += sums[j];
            }
        }
    }
}
