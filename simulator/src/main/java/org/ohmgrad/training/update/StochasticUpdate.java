package org.ohmgrad.training.update;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
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
        var room = new ExampleRoom(most(Crossbar::rows), most(Crossbar::cols));
        for (Tile tile : grid.tiles()) {
            String name = context.name() + "/" + grid.nameOf(tile);
            parts.put(tile, scheme.batch().of(tile, scheme.slots(), room, context.seed(), name));
        }
    }

    private int most(ToIntFunction<Crossbar> lines) {
        return grid.tiles().stream()
                .mapToInt(tile -> lines.applyAsInt(tile.crossbar()))
                .max()
                .orElse(0);
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        FMatrixRMaj inputs = gradient.inputs();
        FMatrixRMaj deltas = gradient.deltas();
        var lines = LineGains.of(inputs, deltas, rate, gradient.examples() * perPulse, scheme);
        countWrites(grid.firePulses(lines.allSlots(), (tile, seconds) -> {
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
