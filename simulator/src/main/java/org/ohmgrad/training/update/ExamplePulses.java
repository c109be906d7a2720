package org.ohmgrad.training.update;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;

/** Stochastic pulses example by example: bit streams on the lines, coincidences at the cells. */
final class ExamplePulses extends TilePulses {
    private static final int FEW = 8;

    private final Tile tile;

    @NotKept("of one example")
    private final LineStreams rows;

    @NotKept("of one example")
    private final LineStreams cols;

    @NotKept("of one row and example")
    private final int[] pulses;

    ExamplePulses(Tile tile, int slots, long seed, String name) {
        this.tile = tile;
        int width = tile.crossbar().cols();
        rows = new LineStreams(
                tile.crossbar().rows(), slots, new Draws(seed, Phase.TRAIN.stream(name + "/pulses/rows")));
        cols = new LineStreams(width, slots, new Draws(seed, Phase.TRAIN.stream(name + "/pulses/cols")));
        pulses = new int[width];
    }

    @Override
    void fireAll(FMatrixRMaj inputs, FMatrixRMaj deltas, LineGains gains, long step, double seconds) {
        for (int example = 0; example < inputs.numRows; example++) {
            int row = example * inputs.numCols + tile.row();
            int col = example * deltas.numCols + tile.col();
            countWanted(notZero(inputs, row, tile.crossbar().rows()) * notZero(deltas, col, pulses.length));
            cols.draw(deltas.data, col, gains.deltas()[example], step, example);
            if (cols.count() > 0) {
                rows.draw(inputs.data, row, gains.inputs()[example], step, example);
                fire(new PulseMoment(step, example, seconds));
            }
        }
    }

    private static long notZero(FMatrixRMaj values, int from, int count) {
        long found = 0;
        for (int k = from; k < from + count; k++) {
            found += values.data[k] != 0 ? 1 : 0;
        }
        return found;
    }

    private void fire(PulseMoment moment) {
        boolean few = cols.count() * FEW < pulses.length;
        Arrays.fill(pulses, 0);
        for (int k = 0; k < rows.count(); k++) {
            int row = rows.line(k);
            // A weight falls where input and delta have the same sign.
            int sign = -rows.signs()[row];
            int hits = few ? coincideAtFew(rows.bits()[row], sign) : coincide(rows.bits()[row], sign);
            if (hits > 0) {
                tile.crossbar().pulse(row, pulses, hits, moment);
            }
        }
    }

    /** Coincidences of a row with the few columns that have a bit; all other elements are and stay 0. */
    private int coincideAtFew(int stream, int sign) {
        int fired = 0;
        int hits = 0;
        for (int k = 0; k < cols.count(); k++) {
            int col = cols.line(k);
            int both = Integer.bitCount(stream & cols.bits()[col]);
            pulses[col] = sign * cols.signs()[col] * both;
            fired += both;
            hits += both == 0 ? 0 : 1;
        }
        count(fired, hits);
        return hits;
    }

    private int coincide(int stream, int sign) {
        long found = Coincidences.BEST.count(stream, sign, cols.bits(), cols.signs(), pulses);
        int hits = (int) (found >>> 32);
        count((int) found, hits);
        return hits;
    }
}
