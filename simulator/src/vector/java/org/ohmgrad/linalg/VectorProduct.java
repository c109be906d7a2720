package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.ROWS;

/**
 * One product: the loops around {@link VectorBlock}. The right operand is copied into panels as wide as the
 * innermost loops; a chunk of rows of the left one, which the second cache holds, meets all panels in turn.
 */
final class VectorProduct {
    private static final int NARROW = 2 * LANES;
    private static final int WIDE = LANES == 16 ? 2 * NARROW : NARROW;
    private static final int COLUMNS = 512;
    private static final int CHUNK = 40 * ROWS;

    /** Up to so many rows, it does not pay to copy the right operand. */
    private static final int FEW_ROWS = 24;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {
        final VectorPanel panel = new VectorPanel();
        final float[] right = new float[Panels.DEPTH * COLUMNS];
        final float[] sums = new float[ROWS * WIDE];
        final int[] at = new int[ROWS];
    }

    /** A block of terms of some columns: the columns' numbers start at {@code from}, rows a step apart. */
    private record Terms(int k, int depth, int j, int columns, float[] data, int from, int step) {

        int width() {
            return columns > NARROW ? WIDE : NARROW;
        }
    }

    private final Scratch scratch = SCRATCH.get();
    private final LeftOperand left;
    private final RightOperand right;
    private final float[] c;
    private final int rowStep;
    private final int columnStep;
    private final Shapes shapes;

    private VectorProduct(LeftOperand left, RightOperand right, float[] c, int rowStep, int columnStep, Shapes shapes) {
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
        for (int j = 0; j < shapes.n(); j += COLUMNS) {
            int k = 0;
            do {
                addBlock(k, Math.min(Panels.DEPTH, shapes.k() - k), j, Math.min(COLUMNS, shapes.n() - j));
                k += Panels.DEPTH;
            } while (k < shapes.k());
        }
    }

    private void addBlock(int k, int depth, int j, int columns) {
        Terms[] panels = new Terms[(columns + WIDE - 1) / WIDE];
        for (int p = 0; p < panels.length; p++) {
            panels[p] = panel(k, depth, j + p * WIDE, Math.min(WIDE, columns - p * WIDE), p * Panels.DEPTH * WIDE);
        }
        for (int i = 0; i < shapes.m(); i += CHUNK) {
            for (Terms terms : panels) {
                addRows(i, Math.min(i + CHUNK, shapes.m()), terms);
            }
        }
    }

    private Terms panel(int k, int depth, int j, int columns, int at) {
        if (shapes.m() <= FEW_ROWS && columns == WIDE && !right.transposed) {
            return new Terms(k, depth, j, columns, right.data, k * right.width + j, right.width);
        }
        int width = columns > NARROW ? WIDE : NARROW;
        scratch.panel.pack(right, k, depth, j, columns, scratch.right, at, width);
        return new Terms(k, depth, j, columns, scratch.right, at, width);
    }

    private void addRows(int start, int end, Terms terms) {
        boolean direct = terms.k == 0 && terms.columns == terms.width() && columnStep == 1;
        for (int i = start; i < end; i += ROWS) {
            int rows = Math.min(ROWS, end - i);
            int to = i * rowStep + terms.j * columnStep;
            findRows(i, rows, terms.k);
            if (direct && rows == ROWS) {
                sum(terms, c, to, rowStep);
            } else {
                sum(terms, scratch.sums, 0, terms.width());
                store(terms, rows, to);
            }
        }
    }

    /** Where the rows start; beyond the last, it is repeated. */
    private void findRows(int i, int rows, int k) {
        for (int r = 0; r < ROWS; r++) {
            scratch.at[r] = left.at(i + Math.min(r, rows - 1), k);
        }
    }

    private void sum(Terms terms, float[] sums, int to, int step) {
        if (terms.width() == WIDE && WIDE > NARROW) {
            VectorBlock.sumWide(left, scratch.at, terms.data, terms.from, terms.step, terms.depth, sums, to, step);
        } else {
            VectorBlock.sumNarrow(left, scratch.at, terms.data, terms.from, terms.step, terms.depth, sums, to, step);
        }
    }

    private void store(Terms terms, int rows, int to) {
        boolean first = terms.k == 0;
        if (columnStep == 1) {
            for (int r = 0; r < rows; r++) {
                storeRow(r * terms.width(), to + r * rowStep, terms.columns, first);
            }
        } else {
            for (int t = 0; t < terms.columns; t++) {
                storeColumn(t, terms.width(), to + t * columnStep, rows, first);
            }
        }
    }

    private void storeRow(int from, int to, int columns, boolean first) {
        if (first) {
            System.arraycopy(scratch.sums, from, c, to, columns);
        } else {
            VectorPanel.add(scratch.sums, from, c, to, columns);
        }
    }

    private void storeColumn(int from, int width, int to, int rows, boolean first) {
        for (int r = 0; r < rows; r++) {
            float sum = scratch.sums[from + r * width];
            c[to + r] = first ? sum : c[to + r] + sum;
        }
    }
}
