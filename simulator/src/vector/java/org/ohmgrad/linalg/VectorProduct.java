package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.NARROW;
import static org.ohmgrad.linalg.VectorBlock.NARROW_ROWS;
import static org.ohmgrad.linalg.VectorBlock.WIDE_ROWS;

/**
 * One product: the loops around {@link VectorBlock}. The right operand is copied into panels as wide as the
 * innermost loops; a chunk of rows of the left one, which the second cache holds and which is copied if its terms
 * do not lie side by side, meets all panels in turn.
 */
final class VectorProduct {
    private static final int WIDE = LANES == 16 ? VectorBlock.WIDE : NARROW;
    private static final int COLUMNS = 512;
    private static final int CHUNK = 12 * WIDE_ROWS * NARROW_ROWS;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private static final class Scratch {
        final VectorPanel panel = new VectorPanel();
        final float[] left = new float[CHUNK * Panels.DEPTH];
        final float[] right = new float[Panels.DEPTH * COLUMNS];
        final float[] sums = new float[WIDE_ROWS * WIDE];
        final int[] at = new int[WIDE_ROWS];
    }

    /** A block of terms of some columns, packed from {@code from} on. */
    private record Terms(int k, int depth, int j, int columns, int from) {

        int width() {
            return columns > NARROW ? WIDE : NARROW;
        }

        /** Rows of the left operand that are summed at a time. */
        int rows() {
            return width() == VectorBlock.WIDE ? WIDE_ROWS : NARROW_ROWS;
        }
    }

    /** Rows of the left operand, their terms of one block side by side. */
    private record Rows(float[] data, int from, int step) {

        /** Where the rows from i on start; beyond the last, it is repeated. */
        void find(int i, int rows, int[] at) {
            for (int r = 0; r < at.length; r++) {
                at[r] = from + (i + Math.min(r, rows - 1)) * step;
            }
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
            int rows = Math.min(CHUNK, shapes.m() - i);
            Rows chunk =
                    left.depthStep == 1 ? new Rows(left.data, left.at(i, k), left.rowStep) : packed(i, rows, k, depth);
            for (Terms terms : panels) {
                addRows(chunk, i, rows, terms);
            }
        }
    }

    private Terms panel(int k, int depth, int j, int columns, int at) {
        Terms terms = new Terms(k, depth, j, columns, at);
        scratch.panel.pack(right, k, depth, j, columns, scratch.right, at, terms.width());
        return terms;
    }

    private Rows packed(int i, int rows, int k, int depth) {
        RightOperand turned = new RightOperand(left.data, left.depthStep, true);
        scratch.panel.pack(turned, i, rows, k, depth, scratch.left, 0, Panels.DEPTH);
        return new Rows(scratch.left, 0, Panels.DEPTH);
    }

    private void addRows(Rows chunk, int start, int count, Terms terms) {
        boolean direct = terms.k == 0 && terms.columns == terms.width() && columnStep == 1;
        for (int i = 0; i < count; i += terms.rows()) {
            int rows = Math.min(terms.rows(), count - i);
            int to = (start + i) * rowStep + terms.j * columnStep;
            chunk.find(i, rows, scratch.at);
            if (direct && rows == terms.rows()) {
                sum(chunk.data, terms, c, to, rowStep);
            } else {
                sum(chunk.data, terms, scratch.sums, 0, terms.width());
                store(terms, rows, to);
            }
        }
    }

    private void sum(float[] rows, Terms terms, float[] sums, int to, int step) {
        if (terms.width() == VectorBlock.WIDE) {
            VectorBlock.sumWide(rows, scratch.at, scratch.right, terms.from, terms.depth, sums, to, step);
        } else {
            VectorBlock.sumNarrow(rows, scratch.at, scratch.right, terms.from, terms.depth, sums, to, step);
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
