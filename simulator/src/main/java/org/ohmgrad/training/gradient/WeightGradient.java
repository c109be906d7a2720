package org.ohmgrad.training.gradient;

import java.util.Optional;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.linalg.Gemm;

/**
 * The mean gradient of one weight matrix over a batch, inputs<sup>T</sup> deltas / examples. The product is made when it is
 * asked for: updates by pulses on the lines work from the two factors alone.
 */
public final class WeightGradient {
    private final FMatrixRMaj inputs;
    private final FMatrixRMaj deltas;
    private final int examples;
    private final Supplier<FMatrixRMaj> product;
    private FMatrixRMaj matrix = new FMatrixRMaj(0, 0);
    private boolean made;

    private WeightGradient(FMatrixRMaj inputs, FMatrixRMaj deltas, int examples, Supplier<FMatrixRMaj> product) {
        this.inputs = inputs;
        this.deltas = deltas;
        this.examples = examples;
        this.product = product;
    }

    /**
     * The gradient of a synapse.
     *
     * @param outer the two factors, reads x inputs and reads x outputs; not modified
     * @param examples number by which the sum over the reads is divided
     * @param room inputs x outputs, overwritten when the product is asked for
     */
    public static WeightGradient of(Outer outer, int examples, FMatrixRMaj room) {
        return new WeightGradient(
                outer.inputs(),
                outer.deltas(),
                examples,
                () -> multiplied(outer.inputs(), outer.deltas(), examples, room));
    }

    /**
     * The gradient of a synapse that takes one read an example, with memory of its own for the product.
     *
     * @param inputs what it was fed, examples x inputs; not modified
     * @param deltas gradients with respect to its weighted sums, examples x outputs; not modified
     */
    public static WeightGradient of(FMatrixRMaj inputs, FMatrixRMaj deltas) {
        return of(new Outer(inputs, deltas, 1), inputs.numRows, new FMatrixRMaj(inputs.numCols, deltas.numCols));
    }

    /** A gradient of which only the product is known, inputs x outputs, which updates may modify. */
    public static WeightGradient ofMatrix(FMatrixRMaj matrix) {
        return new WeightGradient(new FMatrixRMaj(0, 0), new FMatrixRMaj(0, 0), 1, () -> matrix);
    }

    private static FMatrixRMaj multiplied(FMatrixRMaj inputs, FMatrixRMaj deltas, int examples, FMatrixRMaj room) {
        Gemm.best().multTransA(inputs, deltas, room);
        CommonOps_FDRM.scale(1f / examples, room);
        return room;
    }

    /** Whether the product is not made yet, so that rows of it can be had without the others. */
    public boolean isOpen() {
        return !made && inputs.numRows > 0;
    }

    /**
     * The rows that have an input other than zero in some read: all others hold nothing but zeros.
     *
     * @return rows in rising order; empty if what is not a number among the deltas reaches every row
     * @throws IllegalStateException unless the gradient is {@linkplain #isOpen() open}
     */
    public Optional<int[]> rowsAtWork() {
        requireOpen();
        return areFinite(deltas) ? Optional.of(rowsWithInput()) : Optional.empty();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("the product is made");
        }
    }

    private static boolean areFinite(FMatrixRMaj matrix) {
        float sum = 0;
        for (int k = 0; k < matrix.getNumElements(); k++) {
            sum += 0 * matrix.data[k];
        }
        return sum == 0;
    }

    private int[] rowsWithInput() {
        float[] sums = new float[inputs.numCols];
        int found = 0;
        // Most inputs show in the first few reads: then the others need not be looked at.
        for (int read = 0, next = 1; read < inputs.numRows && found < sums.length; read++) {
            addMagnitudes(inputs.data, read * inputs.numCols, sums);
            if (read + 1 == next || read + 1 == inputs.numRows) {
                found = notZero(sums);
                next *= 2;
            }
        }
        int[] rows = new int[found];
        for (int row = 0, to = 0; row < sums.length; row++) {
            if (sums[row] != 0) {
                rows[to++] = row;
            }
        }
        return rows;
    }

    private static int notZero(float[] values) {
        int found = 0;
        for (float value : values) {
            found += value != 0 ? 1 : 0;
        }
        return found;
    }

    private static void addMagnitudes(float[] data, int from, float[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += Math.abs(data[from + k]);
        }
    }

    /**
     * Some rows of the product, to be divided by the examples: times {@code 1f / examples()} they are its rows to the bit.
     *
     * @param rows in rising order
     * @param room reshaped to rows x outputs and overwritten
     * @throws IllegalStateException unless the gradient is {@linkplain #isOpen() open}
     */
    public void sumRows(int[] rows, FMatrixRMaj room) {
        requireOpen();
        room.reshape(rows.length, deltas.numCols);
        Gemm.best().multTransA(rows.length == inputs.numCols ? inputs : columns(rows), deltas, room);
    }

    private FMatrixRMaj columns(int[] cols) {
        FMatrixRMaj some = new FMatrixRMaj(inputs.numRows, cols.length);
        for (int read = 0, to = 0; read < inputs.numRows; read++) {
            for (int col : cols) {
                some.data[to++] = inputs.data[read * inputs.numCols + col];
            }
        }
        return some;
    }

    /** Examples by whose number the sum over the reads is divided. */
    public int examples() {
        return examples;
    }

    /** What the synapse was fed, reads x inputs; not to be modified. */
    public FMatrixRMaj inputs() {
        return inputs;
    }

    /** Gradients with respect to its weighted sums, reads x outputs; not to be modified. */
    public FMatrixRMaj deltas() {
        return deltas;
    }

    /** The product, inputs x outputs: made in the first call, the same one later, and free to be modified. */
    public FMatrixRMaj matrix() {
        if (!made) {
            matrix = product.get();
            made = true;
        }
        return matrix;
    }

    /**
     * The gradient of the transposed matrix. A product that is made is copied now, as it was modified; else the other is
     * a copy of this one's as it is when asked for.
     */
    public WeightGradient transposed() {
        boolean asMade = !isOpen();
        WeightGradient other =
                new WeightGradient(deltas, inputs, examples, () -> CommonOps_FDRM.transpose(matrix(), null));
        if (asMade) {
            other.matrix();
        }
        return other;
    }
}
