package org.ohmgrad.training.update;

import org.ohmgrad.tile.Tile;

/** How the examples of a batch become pulses. */
public enum BatchPulses {
    /** Example by example, bit by bit, each train from the state that the one before left. */
    PER_EXAMPLE {
        @Override
        TilePulses of(Tile tile, int slots, ExampleRoom room, long seed, String name) {
            return new ExamplePulses(tile, slots, room, seed, name);
        }
    },
    /**
     * One draw for each cell and batch, with the mean and the variance that the trains of all examples have together. What the
     * cells of a line have in common, its bits, is left out. For devices whose steps do not depend on the state.
     */
    FOLDED {
        @Override
        TilePulses of(Tile tile, int slots, ExampleRoom room, long seed, String name) {
            return new FoldedPulses(tile, slots);
        }
    };

    /** The pulses of one tile. */
    abstract TilePulses of(Tile tile, int slots, ExampleRoom room, long seed, String name);
}
