package org.ohmgrad.tile;

import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.Direction;
import org.ohmgrad.crossbar.Sides;
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
                Sides.of(direction ->
                        lines(direction, crossbar, errors(direction, height, name), name, direction.word())),
                drift(crossbar, name));
    }

    private LineResponse errors(Direction direction, int height, String name) {
        return switch (direction) {
            case FORWARD -> LineResponse.exact();
            case TRANSPOSED -> chip.transposedErrors().of(height, seed, name);
        };
    }

    private SenseLines lines(
            Direction direction, Crossbar crossbar, LineResponse errors, String name, String amplifier) {
        SenseNoise noise = chip.converters(direction).noise().of(seed, name + "/amplifier/" + amplifier);
        return new SenseLines(direction, crossbar, errors, noise, joulesPerSiemens());
    }

    private DriftWatch drift(Crossbar crossbar, String name) {
        DriftCompensation how = chip.driftCompensation();
        Crossbar watched = how.watched(crossbar, wordLines -> crossbar(wordLines, 1, name + "/reference-cells"));
        return new DriftWatch(
                how,
                crossbar,
                lines(Direction.FORWARD, watched, LineResponse.exact(), name, "watch"),
                chip.forward().dac(),
                new Draws(seed, Phase.CALIBRATION.stream(name + "/vectors")));
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
