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
    private final Map<Tile, float[][]> schemeMemory = new HashMap<>();
    private final Map<Tile, Draws> draws = new HashMap<>();
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
            Crossbar crossbar = tile.crossbar();
            schemeMemory.put(tile, new float[scheme.memories()][crossbar.rows() * crossbar.cols()]);
            String name = place + "/tile" + tile.row() / grid.chip().tile().rows() + ","
                    + tile.col() / grid.chip().tile().cols();
            draws.put(tile, new Draws(seed, Phase.TRAIN.stream(name + "/update")));
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
        cellWrites += grid.program(tile -> targets(tile, gradient, step));
    }

    private float[] targets(Tile tile, FMatrixRMaj change, long step) {
        Crossbar crossbar = tile.crossbar();
        float[] wanted = stepsOf(tile, change);
        long asked = countNonZero(wanted);
        float[] now = crossbar.targets();
        float[] before = wanted.clone();
        scheme.apply(now, wanted, memory(tile), crossbar.levels(), bounds, drawsOf(tile), step);
        wantedChanges += asked;
        for (int k = 0; k < wanted.length; k++) {
            lostChanges += before[k] != 0 && wanted[k] == now[k] ? 1 : 0;
        }
        return wanted;
    }

    private float[] stepsOf(Tile tile, FMatrixRMaj change) {
        int width = tile.crossbar().cols();
        float[] steps = new float[tile.crossbar().rows() * width];
        for (int row = 0; row < tile.crossbar().rows(); row++) {
            int from = (tile.row() + row) * change.numCols + tile.col();
            for (int col = 0; col < width; col++) {
                steps[row * width + col] = change.data[from + col] / perStep;
            }
        }
        return steps;
    }

    private static long countNonZero(float[] values) {
        long count = 0;
        for (float value : values) {
            count += value != 0 ? 1 : 0;
        }
        return count;
    }

    private float[][] memory(Tile tile) {
        return schemeMemory.getOrDefault(tile, new float[0][]);
    }

    private Draws drawsOf(Tile tile) {
        Draws found = draws.get(tile);
        if (found == null) {
            throw new IllegalStateException("no draws for tile at " + tile.row() + "," + tile.col());
        }
        return found;
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
