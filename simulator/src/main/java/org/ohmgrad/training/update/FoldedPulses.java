package org.ohmgrad.training.update;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.PulseCounts;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;

/**
 * Stochastic pulses of a whole batch in one draw for each cell. A slot of an example gives a pulse with the probability p = p(x)
 * p(delta) and so the variance p (1 - p); slots and examples are independent. Sums over the examples of p and of p squared, all
 * and signed, are products of matrices: together they give means and variances of the pulses up and of the pulses down.
 */
final class FoldedPulses extends TilePulses {
    private final Tile tile;
    private final int slots;
    private final int width;

    @NotKept("of one batch")
    private final FMatrixRMaj[] sums = new FMatrixRMaj[4];

    @NotKept("of one row and batch")
    private final PulseCounts counts;

    FoldedPulses(Tile tile, int slots) {
        this.tile = tile;
        this.slots = slots;
        width = tile.crossbar().cols();
        counts = PulseCounts.roomFor(width);
        for (int k = 0; k < sums.length; k++) {
            sums[k] = new FMatrixRMaj(tile.crossbar().rows(), width);
        }
    }

    @Override
    void fireAll(FMatrixRMaj inputs, FMatrixRMaj deltas, LineGains gains, long step, double seconds) {
        FMatrixRMaj rows = probabilities(inputs, tile.row(), tile.crossbar().rows(), gains.inputs());
        FMatrixRMaj cols = probabilities(deltas, tile.col(), width, gains.deltas());
        sum(rows, cols, gains, sums[1]);
        square(rows);
        square(cols);
        sum(rows, cols, gains, sums[3]);
        makeUnsigned(rows);
        makeUnsigned(cols);
        sum(rows, cols, gains, sums[2]);
        root(rows);
        root(cols);
        sum(rows, cols, gains, sums[0]);
        for (int row = 0; row < rows.numCols; row++) {
            fireRow(row, new PulseMoment(step, 0, seconds));
        }
    }

    /** Signed probabilities of a bit, clipped at 1. */
    private static FMatrixRMaj probabilities(FMatrixRMaj values, int from, int count, float[] gains) {
        FMatrixRMaj probabilities = new FMatrixRMaj(values.numRows, count);
        for (int example = 0; example < values.numRows; example++) {
            for (int k = 0; k < count; k++) {
                float p = values.data[example * values.numCols + from + k] * gains[example];
                probabilities.data[example * count + k] = p > 1 ? 1 : p < -1 ? -1 : p;
            }
        }
        return probabilities;
    }

    /** Sums over the examples, in shares of the longest trains. */
    private void sum(FMatrixRMaj rows, FMatrixRMaj cols, LineGains gains, FMatrixRMaj into) {
        FMatrixRMaj shares = rows.copy();
        for (int k = 0; k < shares.data.length; k++) {
            shares.data[k] *= gains.slots()[k / rows.numCols] / (float) slots;
        }
        Gemm.best().multTransA(shares, cols, into);
    }

    private static void square(FMatrixRMaj matrix) {
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= Math.abs(matrix.data[k]);
        }
    }

    private static void makeUnsigned(FMatrixRMaj matrix) {
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] = Math.abs(matrix.data[k]);
        }
    }

    private static void root(FMatrixRMaj matrix) {
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] = (float) Math.sqrt(matrix.data[k]);
        }
    }

    private void fireRow(int row, PulseMoment moment) {
        float[] all = sums[0].data;
        float[] signed = sums[1].data;
        float[] squares = sums[2].data;
        float[] signedSquares = sums[3].data;
        float half = slots / 2f;
        for (int k = 0, at = row * width; k < width; k++, at++) {
            // A weight falls where input and delta have the same sign.
            float up = Math.max(0, half * (all[at] - signed[at]));
            float down = Math.max(0, half * (all[at] + signed[at]));
            counts.up()[k] = up;
            counts.down()[k] = down;
            counts.upVariance()[k] = Math.max(0, up - half * (squares[at] - signedSquares[at]));
            counts.downVariance()[k] = Math.max(0, down - half * (squares[at] + signedSquares[at]));
        }
        int asked = count(row);
        if (asked > 0) {
            tile.crossbar().pulse(row, counts, moment);
        }
    }

    private int count(int row) {
        double pulses = 0;
        int asked = 0;
        for (int at = row * width; at < (row + 1) * width; at++) {
            pulses += sums[0].data[at];
            asked += sums[0].data[at] > 0 ? 1 : 0;
        }
        count(slots * pulses, asked);
        countWanted(asked);
        return asked;
    }
}
