package org.ohmgrad.training.update;

import java.util.HashMap;
import java.util.Map;
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

    private final TileGrid grid;
    private final Optimizer optimizer;
    private final LevelScheme scheme;
    private final float[][] optimizerMemory;
    private final Map<Tile, TileUpdate> parts = new HashMap<>();
    private final float perStep;
    private final LevelScheme.Bounds bounds;
    private long updates;

    LevelUpdate(UpdateContext context, LevelScheme scheme) {
        grid = context.weights();
        optimizer = context.optimizer();
        this.scheme = scheme;
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
        FMatrixRMaj change = gradient.matrix();
        updates++;
        optimizer.step(change.data, optimizerMemory, () -> grid.targetWeights().data, rate, updates);
        countWrites(grid.program((tile, seconds) -> part(tile).write(change, step, seconds)));
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

        int write(FMatrixRMaj change, long number, double seconds) {
            Crossbar crossbar = tile.crossbar();
            var step = new LevelScheme.Step(crossbar.levels(), bounds, draws, number);
            int written = 0;
            for (int from = 0; from < cells; from += STRETCH) {
                int count = Math.min(STRETCH, cells - from);
                takeSteps(change, from, count);
                System.arraycopy(steps, 0, next, 0, count);
                scheme.apply(crossbar.targets(), from, next, count, memory, step);
                count(crossbar.targets(), from, count);
                written += crossbar.program(next, from, count, seconds);
            }
            return written;
        }

        private void takeSteps(FMatrixRMaj change, int from, int count) {
            int width = tile.crossbar().cols();
            for (int done = 0; done < count; ) {
                int row = (from + done) / width;
                int col = (from + done) % width;
                int run = Math.min(width - col, count - done);
                int at = (tile.row() + row) * change.numCols + tile.col() + col;
                if (perStep == 1) {
                    System.arraycopy(change.data, at, steps, done, run);
                } else {
                    divide(change.data, at, steps, done, run);
                }
                done += run;
            }
        }

        private void divide(float[] change, int at, float[] into, int to, int count) {
            for (int k = 0; k < count; k++) {
                into[to + k] = change[at + k] / perStep;
            }
        }

        private void count(float[] targets, int from, int count) {
            countWanted(
                    LevelRounding.BEST.notZero(steps, count),
                    LevelRounding.BEST.lost(targets, from, steps, next, count));
        }
    }
}
