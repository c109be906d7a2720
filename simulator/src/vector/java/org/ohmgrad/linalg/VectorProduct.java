package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.ROWS;

/**
 * One product: the loops around {@link VectorBlock}, over panels of the right operand that stay in the second
 * cache, blocks of terms, and rows.
 */
final class VectorProduct {
    private static final int NARROW = 2 * VectorBlock.LANES;
    private static final int WIDE = VectorBlock.LANES == 16 ? 2 * NARROW : NARROW;

    /** Up to so many rows, it does not pay to copy the right operand. */
    private static final int FEW_ROWS = 24;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {
        final float[] panel = new float[Panels.DEPTH * WIDE];
        final float[] sums = new float[ROWS * WIDE];
        final int[] at = new int[ROWS];
    }

    private final Scratch scratch = SCRATCH.get();
    private final LeftOperand left;
    private final RightOperand right;
    private final float[] c;
    private final int rowStep;
    private final int columnStep;
    private final Shapes shapes;

    private VectorProduct(
            LeftOperand left, RightOperand right, float[] c, int rowStep, int columnStep, Shapes shapes) {
        this.left = left;
        this.right = right;
        this.c = c;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        this.shapes = shapes;
    }

    /** c = left right. */
    static void straight(LeftOperand left, RightOperand right, float[] c, Shapes shapes) {
        new VectorProduct(left, right, c, shapes.n(), 1, shapes).run();
    }

    /** c^T = left right, the operands being b^T and a^T; the shapes are those of a b. */
    static void transposed(LeftOperand left, RightOperand right, float[] c, Shapes shapes) {
        Shapes turned = new Shapes(shapes.n(), shapes.k(), shapes.m());
        new VectorProduct(left, right, c, 1, shapes.n(), turned).run();
    }

    private void run() {
        for (int j = 0; j < shapes.n(); j += WIDE) {
            int columns = Math.min(WIDE, shapes.n() - j);
            int k = 0;
            do {
                addPanel(k, Math.min(Panels.DEPTH, shapes.k() - k), j, columns);
                k += Panels.DEPTH;
            } while (k < shapes.k());
        }
    }

    private void addPanel(int k, int depth, int j, int columns) {
        int width = columns > NARROW ? WIDE : NARROW;
        if (shapes.m() <= FEW_ROWS && columns == width && !right.transposed) {
            addBlocks(k, depth, right.data, k * right.width + j, right.width, j, columns, width);
        } else {
            right.pack(k, depth, j, columns, scratch.panel, width);
            addBlocks(k, depth, scratch.panel, 0, width, j, columns, width);
        }
    }

    private void addBlocks(int k, int depth, float[] b, int from, int step, int j, int columns, int width) {
        for (int i = 0; i < shapes.m(); i += ROWS) {
            int rows = Math.min(ROWS, shapes.m() - i);
            int to = i * rowStep + j * columnStep;
            boolean first = k == 0;
            findRows(i, rows, k);
            if (first && rows == ROWS && columns == width && columnStep == 1) {
                sum(b, from, step, depth, c, to, rowStep, width);
            } else {
                sum(b, from, step, depth, scratch.sums, 0, width, width);
                store(rows, columns, width, to, first);
            }
        }
    }

    /** Where the rows start; beyond the last, it is repeated. */
    private void findRows(int i, int rows, int k) {
        for (int r = 0; r < ROWS; r++) {
            scratch.at[r] = left.at(i + Math.min(r, rows - 1), k);
        }
    }

    private void sum(float[] b, int from, int step, int depth, float[] sums, int to, int toStep, int width) {
        if (width == NARROW) {
            VectorBlock.sumNarrow(left, scratch.at, b, from, step, depth, sums, to, toStep);
        } else {
            VectorBlock.sumWide(left, scratch.at, b, from, step, depth, sums, to, toStep);
        }
    }

    private void store(int rows, int columns, int width, int to, boolean first) {
        float[] sums = scratch.sums;
        if (columnStep == 1) {
            for (int r = 0; r < rows; r++) {
                storeRow(sums, r * width, to + r * rowStep, columns, first);
            }
        } else {
            for (int t = 0; t < columns; t++) {
                storeColumn(sums, t, width, to + t * columnStep, rows, first);
            }
        }
    }

    private void storeRow(float[] sums, int from, int to, int columns, boolean first) {
        if (first) {
            System.arraycopy(sums, from, c, to, columns);
        } else {
            for (int t = 0; t < columns; t++) {
                c[to + t] += sums[from + t];
            }
        }
    }

    private void storeColumn(float[] sums, int from, int width, int to, int rows, boolean first) {
        for (int r = 0; r < rows; r++) {
            float sum = sums[from + r * width];
            c[to + r] = first ? sum : c[to + r] + sum;
        }
    }
}
