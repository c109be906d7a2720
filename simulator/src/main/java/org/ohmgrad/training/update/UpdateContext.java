package org.ohmgrad.training.update;

import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.optimizer.Optimizer;

/**
 * What the updates of one matrix start from.
 *
 * @param weights the array that the weights were written to
 * @param chip what arrays of the scheme's own are made on
 * @param clock the chip's clock
 * @param optimizer the network's optimizer
 * @param seed seed of the run
 * @param name the matrix in stream names, for example {@code layer1}
 */
public record UpdateContext(TileGrid weights, Chip chip, Clock clock, Optimizer optimizer, long seed, String name) {
    /** Arrays of the scheme's own are made on the chip that the weights stand on. */
    public UpdateContext(TileGrid weights, Clock clock, Optimizer optimizer, long seed, String name) {
        this(weights, weights.chip(), clock, optimizer, seed, name);
    }
}
