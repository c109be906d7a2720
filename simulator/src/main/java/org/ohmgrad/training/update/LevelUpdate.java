package org.ohmgrad.training.update;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Optimizer;

/** Updates by target levels: optimizer, update scheme, programming. */
final class LevelUpdate extends MatrixUpdate {
    private static final int STRETCH = 4096;

    /** Of more rows than this part, picking them out takes longer than to leave the others out saves. */
    private static final double MOST_ROWS = 0.9;

    private final TileGrid grid;
    private final Optimizer optimizer;
    private final LevelScheme scheme;
    private final float[][] optimizerMemory;
    private final Map<Tile, TileUpdate> parts = new HashMap<>();

    @NotKept("of the matrix's shape")
    private final int[] every;

    @NotKept("of one step")
    private final FMatrixRMaj room = new FMatrixRMaj(0, 0);

    private final float perStep;
    private final LevelScheme.Bounds bounds;
    private long updates;

    LevelUpdate(UpdateContext context, LevelScheme scheme) {
        grid = context.weights();
        optimizer = context.optimizer();
        this.scheme = scheme;
        every = IntStream.range(0, grid.rows()).toArray();
        optimizerMemory = new float[optimizer.memories()][grid.rows() * grid.cols()];
        int top = grid.chip().mapping().top(grid.chip().cell().bits());
        perStep = grid.chip().mapping().weightPerStep(top);
        bounds = new LevelScheme.Bounds(
                grid.chip().mapping().lowest(top), grid.chip().mapping().highest(top));
        for (Tile tile : grid.tiles()) {
            parts.put(tile, new TileUpdate(tile, context.seed(), context.name() + "/" + grid.nameOf(tile)));
        }
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        updates++;
        Change change = change(gradient, rate);
        countWrites(grid.program((tile, seconds) -> part(tile).write(change, step, seconds)));
    }

    private Change change(WeightGradient gradient, double rate) {
        if (optimizer.memories() > 0) {
            float[] whole = gradient.matrix().data;
            optimizer.step(whole, whole.length, optimizerMemory, () -> grid.targetWeights().data, rate, updates);
            return new Change(gradient.matrix(), every, (steps, count) -> {});
        }
        if (!gradient.isOpen()) {
            return new Change(gradient.matrix(), every, (steps, count) -> descend(steps, count, rate));
        }
        float share = 1f / gradient.examples();
        int[] rows = rows(gradient);
        gradient.sumRows(rows, room);
        return new Change(room, rows, (steps, count) -> {
            scale(steps, count, share);
            descend(steps, count, rate);
        });
    }

    private int[] rows(WeightGradient gradient) {
        return scheme.memories() > 0
                ? every
                : gradient.rowsAtWork()
                        .filter(rows -> rows.length <= MOST_ROWS * every.length)
                        .orElse(every);
    }

    private void descend(float[] gradient, int count, double rate) {
        optimizer.step(gradient, count, optimizerMemory, () -> grid.targetWeights().data, rate, updates);
    }

    private static void scale(float[] values, int count, float factor) {
        for (int k = 0; k < count; k++) {
            values[k] *= factor;
        }
    }

    /** Makes of numbers of a gradient, in place, the change that is wanted. */
    private interface Descent {
        void apply(float[] gradient, int count);
    }

    /** What comes to some rows of the weights, in rising order: row k of the matrix, once descended, to rows[k]. */
    private static final class Change {
        private final FMatrixRMaj matrix;
        private final int[] rows;
        private final Descent descent;

        Change(FMatrixRMaj matrix, int[] rows, Descent descent) {
            this.matrix = matrix;
            this.rows = rows;
            this.descent = descent;
        }

        /** The first k with rows[k] at least as large. */
        int indexOf(int row) {
            int found = Arrays.binarySearch(rows, row);
            return found < 0 ? -1 - found : found;
        }

        /** How many rows from the k-th on, below a last one, follow one another without a gap. */
        int together(int k, int last) {
            int end = k + 1;
            while (end < rows.length && rows[end] == rows[end - 1] + 1 && rows[end] < last) {
                end++;
            }
            return end - k;
        }
    }

    @Override
    void keepState(Archive archive) {
        archive.keep(optimizerMemory);
        updates = archive.keep(updates);
        grid.tiles().forEach(tile -> archive.keep(part(tile).memory));
    }

    private TileUpdate part(Tile tile) {
        TileUpdate part = parts.get(tile);
        if (part == null) {
            throw new IllegalStateException("a tile at " + tile.row() + "," + tile.col() + " was added later");
        }
        return part;
    }

    /** The update of one tile, a stretch of its weights at a time, so that all steps find it in the nearest cache. */
    private final class TileUpdate {
        private final Tile tile;
        private final int cells;
        private final float[][] memory;
        private final Draws draws;

        @NotKept("of one stretch")
        private final float[] steps;

        @NotKept("of one stretch")
        private final float[] next;

        TileUpdate(Tile tile, long seed, String name) {
            this.tile = tile;
            cells = tile.crossbar().rows() * tile.crossbar().cols();
            memory = new float[scheme.memories()][cells];
            draws = new Draws(seed, Phase.TRAIN.stream(name + "/update"));
            steps = new float[Math.min(STRETCH, cells)];
            next = new float[steps.length];
        }

        int write(Change change, long number, double seconds) {
            Crossbar crossbar = tile.crossbar();
            var step = new LevelScheme.Step(crossbar.levels(), bounds, draws, number);
            int end = tile.row() + crossbar.rows();
            int written = 0;
            for (int k = change.indexOf(tile.row()); k < change.rows.length && change.rows[k] < end; ) {
                int together = change.together(k, end);
                written += write(change, k, together, step, seconds);
                k += together;
            }
            return written;
        }

        /** Rows that follow one another, from the k-th of the change on. */
        private int write(Change change, int k, int together, LevelScheme.Step step, double seconds) {
            int width = tile.crossbar().cols();
            int first = (change.rows[k] - tile.row()) * width;
            int written = 0;
            for (int done = 0; done < together * width; done += STRETCH) {
                int count = Math.min(STRETCH, together * width - done);
                takeSteps(change.matrix, k * width + done, count);
                change.descent.apply(steps, count);
                divide(count);
                written += write(first + done, count, step, seconds);
            }
            return written;
        }

        private int write(int from, int count, LevelScheme.Step step, double seconds) {
            Crossbar crossbar = tile.crossbar();
            System.arraycopy(steps, 0, next, 0, count);
            scheme.apply(crossbar.targets(), from, next, count, memory, step);
            count(crossbar.targets(), from, count);
            return crossbar.program(next, from, count, seconds);
        }

        /** A stretch of the tile's columns of the change, counted row by row. */
        private void takeSteps(FMatrixRMaj change, int from, int count) {
            int width = tile.crossbar().cols();
            for (int done = 0; done < count; ) {
                int row = (from + done) / width;
                int col = (from + done) % width;
                int run = Math.min(width - col, count - done);
                System.arraycopy(change.data, row * change.numCols + tile.col() + col, steps, done, run);
                done += run;
            }
        }

        private void divide(int count) {
            for (int k = 0; perStep != 1 && k < count; k++) {
                steps[k] /= perStep;
            }
        }

        private void count(float[] targets, int from, int count) {
            long found = LevelRounding.BEST.count(targets, from, steps, next, count);
            countWanted(found >>> 32, found & 0xffffffffL);
        }
    }
}
