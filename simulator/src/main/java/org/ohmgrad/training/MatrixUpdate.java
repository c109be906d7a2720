package org.ohmgrad.training;

import java.util.HashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;

/** Brings gradients into one weight matrix: optimizer, update scheme, programming. Holds the state of both. */
public final class MatrixUpdate {
    private final TileGrid grid;
    private final Optimizer optimizer;
    private final UpdateScheme scheme;
    private final float[][] optimizerMemory;
    private final Map<Tile, TileUpdate> parts = new HashMap<>();
    private final float perStep;
    private final UpdateScheme.Bounds bounds;
    private long updates;
    private long wantedChanges;
    private long lostChanges;
    private long cellWrites;

    /**
     * The update of one matrix.
     *
     * @param seed seed of the run
     * @param place name of the matrix in stream names, for example {@code layer1}
     */
    public MatrixUpdate(TileGrid grid, Optimizer optimizer, UpdateScheme scheme, long seed, String place) {
        this.grid = grid;
        this.optimizer = optimizer;
        this.scheme = scheme;
        optimizerMemory = new float[optimizer.memories()][grid.rows() * grid.cols()];
        int top = grid.chip().cell().bits().top();
        perStep = grid.chip().mapping().weightPerStep(top);
        bounds = new UpdateScheme.Bounds(
                grid.chip().mapping().lowest(top), grid.chip().mapping().highest(top));
        for (Tile tile : grid.tiles()) {
            parts.put(tile, new TileUpdate(tile, seed, place + "/" + grid.nameOf(tile)));
        }
    }

    /**
     * One update.
     *
     * @param gradient rows x cols; overwritten by the change that the optimizer wanted
     * @param rate learning rate
     * @param step training step, for the random numbers
     */
    public void apply(FMatrixRMaj gradient, double rate, long step) {
        updates++;
        optimizer.step(gradient.data, optimizerMemory, () -> grid.targetWeights().data, rate, updates);
        cellWrites += grid.program(tile -> part(tile).targets(gradient, step));
    }

    private TileUpdate part(Tile tile) {
        TileUpdate part = parts.get(tile);
        if (part == null) {
            throw new IllegalStateException("a tile at " + tile.row() + "," + tile.col() + " was added later");
        }
        return part;
    }

    private final class TileUpdate {
        private final Tile tile;
        private final float[][] memory;
        private final float[] steps;
        private final float[] next;
        private final Draws draws;

        TileUpdate(Tile tile, long seed, String place) {
            this.tile = tile;
            int cells = tile.crossbar().rows() * tile.crossbar().cols();
            memory = new float[scheme.memories()][cells];
            steps = new float[cells];
            next = new float[cells];
            draws = new Draws(seed, Phase.TRAIN.stream(place + "/update"));
        }

        float[] targets(FMatrixRMaj change, long step) {
            Crossbar crossbar = tile.crossbar();
            takeSteps(change);
            System.arraycopy(steps, 0, next, 0, steps.length);
            scheme.apply(crossbar.targets(), next, memory, crossbar.levels(), bounds, draws, step);
            count(crossbar.targets());
            return next;
        }

        private void takeSteps(FMatrixRMaj change) {
            int width = tile.crossbar().cols();
            for (int row = 0; row < tile.crossbar().rows(); row++) {
                int from = (tile.row() + row) * change.numCols + tile.col();
                for (int col = 0; col < width; col++) {
                    steps[row * width + col] = change.data[from + col] / perStep;
                }
            }
        }

        private void count(float[] now) {
            int wanted = 0;
            int lost = 0;
            for (int k = 0; k < steps.length; k++) {
                wanted += steps[k] != 0 ? 1 : 0;
                lost += steps[k] != 0 && next[k] == now[k] ? 1 : 0;
            }
            wantedChanges += wanted;
            lostChanges += lost;
        }
    }

    /** Wanted changes that were not zero, since the last {@link #resetCounts()}. */
    public long wantedChanges() {
        return wantedChanges;
    }

    /** Those of them that left the target level as it was. */
    public long lostChanges() {
        return lostChanges;
    }

    /** Cells written. */
    public long cellWrites() {
        return cellWrites;
    }

    /** Starts the three counts anew. */
    public void resetCounts() {
        wantedChanges = 0;
        lostChanges = 0;
        cellWrites = 0;
    }
}
