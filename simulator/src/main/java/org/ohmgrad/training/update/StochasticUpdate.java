package org.ohmgrad.training.update;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.WeightGradient;

/** Updates by stochastic pulses on the lines; all cells of all tiles get theirs at the same time. */
final class StochasticUpdate extends MatrixUpdate {
    private final TileGrid grid;
    private final StochasticPulses scheme;
    private final double perPulse;
    private final Map<Tile, TilePulses> parts = new LinkedHashMap<>();

    StochasticUpdate(UpdateContext context, StochasticPulses scheme) {
        grid = context.weights();
        this.scheme = scheme;
        perPulse = PulsedScheme.weightPerPulse(grid.chip());
        for (Tile tile : grid.tiles()) {
            String name = context.name() + "/" + grid.nameOf(tile);
            parts.put(tile, scheme.batch().of(tile, scheme.slots(), context.seed(), name));
        }
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        FMatrixRMaj inputs = gradient.inputs();
        FMatrixRMaj deltas = gradient.deltas();
        double gain = Math.sqrt(rate / (gradient.examples() * perPulse * scheme.slots()));
        var lines = LineGains.of(inputs, deltas, gain, scheme.updateManagement());
        countWrites(grid.firePulses((long) inputs.numRows * scheme.slots(), (tile, seconds) -> {
            TilePulses part = Objects.requireNonNull(parts.get(tile));
            part.fire(inputs, deltas, lines, step, seconds);
            return count(part);
        }));
    }

    @Override
    void keepState(Archive archive) {
        parts.values().forEach(part -> part.keep(archive));
    }

    /** Cells that the pulses of a tile hit. */
    private int count(TilePulses part) {
        int planes = grid.chip().mapping().planes();
        countPulses(planes * part.takePulses());
        countWanted(part.wanted(), part.wanted() - part.hits());
        return (int) (planes * part.hits());
    }
}
