package org.ohmgrad.training.update;

import java.util.HashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Optimizer;

/**
 * Updates by counted pulses: optimizer, number of pulses for each weight, pulses, row by row. The cells of a tile get their
 * pulses one after another, all tiles at the same time.
 */
final class CountedUpdate extends MatrixUpdate {
    private final TileGrid grid;
    private final Optimizer optimizer;
    private final CountedScheme scheme;
    private final float[][] optimizerMemory;
    private final Map<Tile, float[][]> memories = new HashMap<>();
    private final float perPulse;
    private final int planes;

    @NotKept("of one row")
    private final float[] wanted;

    @NotKept("of one row")
    private final int[] pulses;

    private long updates;

    CountedUpdate(UpdateContext context, CountedScheme scheme) {
        grid = context.weights();
        optimizer = context.optimizer();
        this.scheme = scheme;
        optimizerMemory = new float[optimizer.memories()][grid.rows() * grid.cols()];
        perPulse = (float) PulsedScheme.weightPerPulse(grid.chip());
        planes = grid.chip().mapping().planes();
        int width = Math.min(grid.cols(), grid.chip().tile().cols());
        wanted = new float[width];
        pulses = new int[width];
        grid.tiles().forEach(tile -> memories.put(tile, new float[scheme.memories()][cells(tile)]));
    }

    private static int cells(Tile tile) {
        return tile.crossbar().rows() * tile.crossbar().cols();
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        FMatrixRMaj change = gradient.matrix();
        updates++;
        optimizer.step(
                change.data, change.getNumElements(), optimizerMemory, () -> grid.targetWeights().data, rate, updates);
        countWrites(grid.program((tile, seconds) -> fire(tile, change, new PulseMoment(step, 0, seconds))));
    }

    private float[][] memoryOf(Tile tile) {
        return memories.getOrDefault(tile, new float[0][0]);
    }

    @Override
    void keepState(Archive archive) {
        archive.keep(optimizerMemory);
        updates = archive.keep(updates);
        grid.tiles().forEach(tile -> archive.keep(memoryOf(tile)));
    }

    /** Cells that got pulses. */
    private int fire(Tile tile, FMatrixRMaj change, PulseMoment moment) {
        int hits = 0;
        for (int row = 0; row < tile.crossbar().rows(); row++) {
            hits += fire(tile, row, change, moment);
        }
        return hits * planes;
    }

    private int fire(Tile tile, int row, FMatrixRMaj change, PulseMoment moment) {
        int width = tile.crossbar().cols();
        int at = (tile.row() + row) * change.numCols + tile.col();
        for (int k = 0; k < width; k++) {
            wanted[k] = change.data[at + k] / perPulse;
        }
        scheme.count(wanted, pulses, width, memoryOf(tile), row * width);
        long fired = 0;
        int hits = 0;
        int asked = 0;
        for (int k = 0; k < width; k++) {
            fired += Math.abs(pulses[k]);
            hits += pulses[k] == 0 ? 0 : 1;
            asked += wanted[k] == 0 && pulses[k] == 0 ? 0 : 1;
        }
        countWanted(asked, asked - hits);
        countPulses(fired * planes);
        if (hits > 0) {
            tile.crossbar().pulse(row, pulses, hits, moment);
        }
        return hits;
    }
}
