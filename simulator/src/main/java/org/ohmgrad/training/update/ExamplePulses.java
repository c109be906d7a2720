package org.ohmgrad.training.update;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;

/**
 * Stochastic pulses example by example: bit streams on the lines, coincidences at the cells. A cell knows no other, so a row takes
 * the trains of some examples, one after another, while its cells are at hand.
 */
final class ExamplePulses extends TilePulses {
    private static final int FEW = 8;

    private final Tile tile;
    private final int height;
    private final int width;
    private final int longest;
    private final Draws rowDraws;
    private final Draws colDraws;

    @NotKept("of some examples")
    private final ExampleRoom room;

    /** @param longest slots that a train may have */
    ExamplePulses(Tile tile, int longest, ExampleRoom room, long seed, String name) {
        this.tile = tile;
        this.longest = longest;
        this.room = room;
        height = tile.crossbar().rows();
        width = tile.crossbar().cols();
        rowDraws = new Draws(seed, Phase.TRAIN.stream(name + "/pulses/rows"));
        colDraws = new Draws(seed, Phase.TRAIN.stream(name + "/pulses/cols"));
    }

    @Override
    void fireAll(FMatrixRMaj inputs, FMatrixRMaj deltas, LineGains gains, long step, double seconds) {
        for (int from = 0; from < inputs.numRows; from += ExampleRoom.EXAMPLES) {
            int count = Math.min(ExampleRoom.EXAMPLES, inputs.numRows - from);
            for (int k = 0; k < count; k++) {
                draw(k, inputs, deltas, from + k, gains, step);
            }
            for (int row = 0; row < height; row++) {
                for (int k = 0; k < count; k++) {
                    fire(row, k, new PulseMoment(step, from + k, seconds));
                }
            }
        }
    }

    private void draw(int to, FMatrixRMaj inputs, FMatrixRMaj deltas, int example, LineGains gains, long step) {
        int row = example * inputs.numCols + tile.row();
        int col = example * deltas.numCols + tile.col();
        countWanted(notZero(inputs, row, height) * notZero(deltas, col, width));
        int slots = gains.slots()[example];
        var ofCols = new LineStreams.Chance(colDraws, step, (long) example * width * longest);
        room.cols().draw(to, deltas.data, col, width, gains.deltas()[example], slots, ofCols);
        var ofRows = new LineStreams.Chance(rowDraws, step, (long) example * height * longest);
        int needed = room.cols().count(to) == 0 ? 0 : slots;
        room.rows().draw(to, inputs.data, row, height, gains.inputs()[example], needed, ofRows);
    }

    private static long notZero(FMatrixRMaj values, int from, int count) {
        long found = 0;
        for (int k = from; k < from + count; k++) {
            found += values.data[k] != 0 ? 1 : 0;
        }
        return found;
    }

    private void fire(int row, int example, PulseMoment moment) {
        int stream = room.rows().bits(example)[row];
        if (stream != 0) {
            // A weight falls where input and delta have the same sign.
            int sign = -room.rows().signs(example)[row];
            boolean few = room.cols().count(example) * FEW < width;
            int hits = few ? coincideAtFew(stream, sign, example) : coincide(stream, sign, example);
            if (hits > 0 && few) {
                tile.crossbar().pulse(row, room.hit(), room.pulses(), hits, moment);
            } else if (hits > 0) {
                tile.crossbar().pulse(row, room.pulses(), hits, moment);
            }
        }
    }

    /** Coincidences of a row with the few columns that have a bit: the columns that are hit, and their pulses. */
    private int coincideAtFew(int stream, int sign, int example) {
        LineStreams cols = room.cols();
        int[] bits = cols.bits(example);
        int[] signs = cols.signs(example);
        int fired = 0;
        int hits = 0;
        for (int k = 0; k < cols.count(example); k++) {
            int col = cols.line(example, k);
            int both = Integer.bitCount(stream & bits[col]);
            room.hit()[hits] = col;
            room.pulses()[hits] = sign * signs[col] * both;
            fired += both;
            hits += both == 0 ? 0 : 1;
        }
        count(fired, hits);
        return hits;
    }

    private int coincide(int stream, int sign, int example) {
        LineStreams cols = room.cols();
        long found =
                Coincidences.BEST.count(stream, sign, cols.bits(example), cols.signs(example), room.pulses(), width);
        int hits = (int) (found >>> 32);
        count((int) found, hits);
        return hits;
    }
}
