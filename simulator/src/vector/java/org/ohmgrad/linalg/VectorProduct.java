package org.ohmgrad.linalg;

import static org.ohmgrad.linalg.VectorBlock.LANES;
import static org.ohmgrad.linalg.VectorBlock.NARROW;
import static org.ohmgrad.linalg.VectorBlock.NARROW_ROWS;
import static org.ohmgrad.linalg.VectorBlock.WIDE_ROWS;

/**
 * One product: the loops around {@link VectorBlock}. The right operand is copied into panels as wide as the
 * innermost loops; a chunk of rows of the left one, which the second cache holds, meets all panels in turn. The chunk is
 * copied if its terms do not lie side by side, or if it is read so often that a better order repays the copy.
 */
final class VectorProduct {
    private static final int WIDE = LANES == 16 ? VectorBlock.WIDE : NARROW;
    private static final int COLUMNS = 512;
    private static final int CHUNK = 12 * WIDE_ROWS * NARROW_ROWS;

    /** So many panels repay a chunk packed in fours, which the wide loops do not read. */
    private static final int MANY_PANELS = LANES == 16 ? Integer.MAX_VALUE : 4;

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

        boolean areFirst() {
            return k == 0;
        }
    }

    /** A chunk of rows of the left operand, counted from its first. */
    private interface Rows {

        /** How many are summed at a time. */
        int atATime(Terms terms);

        /** Whether sums can be added to those of earlier terms where these are. */
        boolean addsInPlace();

        /**
         * Sums of {@code rows} rows from i on, in the room of as many as are summed at a time: the sums of rows that are
         * not there mean nothing.
         */
        void sum(int i, int rows, Terms terms, float[] sums, int to, int step, boolean more);
    }

    /** Their terms of one block side by side. */
    private final class Standing implements Rows {
        private final float[] data;
        private final int from;
        private final int step;

        Standing(float[] data, int from, int step) {
            this.data = data;
            this.from = from;
            this.step = step;
        }

        @Override
        public int atATime(Terms terms) {
            return terms.width() == VectorBlock.WIDE ? WIDE_ROWS : NARROW_ROWS;
        }

        @Override
        public boolean addsInPlace() {
            return false;
        }

        @Override
        public void sum(int i, int rows, Terms terms, float[] sums, int to, int sumStep, boolean more) {
            find(i, rows, scratch.at);
            if (terms.width() == VectorBlock.WIDE) {
                VectorBlock.sumWide(data, scratch.at, scratch.right, terms.from, terms.depth, sums, to, sumStep);
            } else {
                VectorBlock.sumNarrow(data, scratch.at, scratch.right, terms.from, terms.depth, sums, to, sumStep);
            }
        }

        private void find(int i, int rows, int[] at) {
            for (int r = 0; r < at.length; r++) {
                at[r] = from + (i + Math.min(r, rows - 1)) * step;
            }
        }
    }

    /** Packed in the scratch memory, four by four. */
    private final class InFours implements Rows {

        @Override
        public int atATime(Terms terms) {
            return NARROW_ROWS;
        }

        @Override
        public boolean addsInPlace() {
            return true;
        }

        @Override
        public void sum(int i, int rows, Terms terms, float[] sums, int to, int step, boolean more) {
            int start = i * Panels.DEPTH;
            VectorBlock.sumPacked(scratch.left, start, scratch.right, terms.from, terms.depth, sums, to, step, more);
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
            Rows chunk = panels.length >= MANY_PANELS ? inFours(i, rows, k, depth) : standing(i, rows, k, depth);
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

    private Rows inFours(int i, int rows, int k, int depth) {
        VectorPanel.packFours(left, i, rows, k, depth, scratch.left);
        return new InFours();
    }

    private Rows standing(int i, int rows, int k, int depth) {
        if (left.depthStep == 1) {
            return new Standing(left.data, left.at(i, k), left.rowStep);
        }
        RightOperand turned = new RightOperand(left.data, left.depthStep, true);
        scratch.panel.pack(turned, i, rows, k, depth, scratch.left, 0, Panels.DEPTH);
        return new Standing(scratch.left, 0, Panels.DEPTH);
    }

    private void addRows(Rows chunk, int start, int count, Terms terms) {
        boolean direct = terms.columns == terms.width() && columnStep == 1 && (terms.areFirst() || chunk.addsInPlace());
        int atATime = chunk.atATime(terms);
        for (int i = 0; i < count; i += atATime) {
            int rows = Math.min(atATime, count - i);
            int to = (start + i) * rowStep + terms.j * columnStep;
            if (direct && rows == atATime) {
                chunk.sum(i, rows, terms, c, to, rowStep, !terms.areFirst());
            } else {
                chunk.sum(i, rows, terms, scratch.sums, 0, terms.width(), false);
                store(terms, rows, to);
            }
        }
    }

    private void store(Terms terms, int rows, int to) {
        boolean first = terms.areFirst();
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
