package org.ohmgrad.tile;

import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;

/**
 * Makes the tiles of a chip.
 *
 * @param chip what they are like
 * @param seed decides what differs between them
 */
record TileMaker(Chip chip, long seed) {
    /**
     * Makes one.
     *
     * @param row first input of the tile
     * @param col first output of the tile
     * @param height inputs
     * @param width outputs
     * @param name in stream names
     */
    Tile tile(int row, int col, int height, int width, String name) {
        Crossbar crossbar = crossbar(height, width, name);
        return new Tile(
                crossbar,
                row,
                col,
                chip.transposedErrors().of(height, seed, name),
                new DriftWatch(
                        chip.driftCompensation(),
                        crossbar,
                        wordLines -> crossbar(wordLines, 1, name + "/reference-cells"),
                        chip.forward().dac(),
                        chip.forward().noise().of(seed, name + "/amplifier/watch"),
                        new Draws(seed, Phase.CALIBRATION.stream(name + "/vectors")),
                        joulesPerSiemens()),
                chip.forward().noise().of(seed, name + "/amplifier/forward"),
                chip.transposed().noise().of(seed, name + "/amplifier/transposed"),
                joulesPerSiemens());
    }

    /** Energy of one read at the read voltage through one siemens, joule. */
    private double joulesPerSiemens() {
        return chip.readVoltage() * chip.readVoltage() * chip.timing().readSeconds();
    }

    private Crossbar crossbar(int height, int width, String name) {
        return new Crossbar(
                height,
                width,
                chip.cell(),
                chip.mapping(),
                chip.wires(),
                chip.readVoltage(),
                chip.temperature(),
                seed,
                name);
    }
}
