package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;

/** Updates by stochastic pulses on the lines; all cells of all tiles get theirs at the same time. */
final class StochasticUpdate extends MatrixUpdate {
    private final TileGrid grid;
    private final StochasticPulses scheme;
    private final double perPulse;
    private final List<TilePulses> parts = new ArrayList<>();

    StochasticUpdate(TileGrid grid, StochasticPulses scheme, long seed, String place) {
        this.grid = grid;
        this.scheme = scheme;
        perPulse = PulsedScheme.weightPerPulse(grid.chip());
        for (Tile tile : grid.tiles()) {
            parts.add(scheme.batch().of(tile, scheme.slots(), seed, place + "/" + grid.nameOf(tile)));
        }
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        FMatrixRMaj inputs = gradient.inputs();
        FMatrixRMaj deltas = gradient.deltas();
        double gain = Math.sqrt(rate / (inputs.numRows * perPulse * scheme.slots()));
        var lines = LineGains.of(inputs, deltas, gain, scheme.updateManagement());
        double seconds = grid.firePulses((long) inputs.numRows * scheme.slots());
        parts.forEach(part -> part.fire(inputs, deltas, lines, step, seconds));
        parts.forEach(this::count);
    }

    private void count(TilePulses part) {
        int planes = grid.chip().mapping().planes();
        countPulses(planes * part.takePulses());
        countWanted(part.wanted(), part.wanted() - part.hits());
        countWrites(planes * part.hits());
    }
}
