package org.ohmgrad.tile;

import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.converter.SenseNoise;
import org.ohmgrad.tile.correction.DriftCompensation;
import org.ohmgrad.tile.correction.LineResponse;

/**
 * Makes the tiles of a chip.
 *
 * @param chip what they are like
 */
record TileMaker(Chip chip) {
    /**
     * Makes one.
     *
     * @param row first input of the tile
     * @param col first output of the tile
     * @param height inputs
     * @param width outputs
     * @param origin of its draws
     */
    Tile tile(int row, int col, int height, int width, Origin origin) {
        Crossbar crossbar = crossbar(height, width, origin);
        return new Tile(
                crossbar,
                row,
                col,
                Sides.of(direction ->
                        lines(direction, crossbar, errors(direction, height, origin), origin, direction.word())),
                drift(crossbar, origin));
    }

    private LineResponse errors(Direction direction, int height, Origin origin) {
        return switch (direction) {
            case FORWARD -> LineResponse.exact();
            case TRANSPOSED -> chip.transposedErrors().of(height, origin);
        };
    }

    private SenseLines lines(
            Direction direction, Crossbar crossbar, LineResponse errors, Origin origin, String amplifier) {
        SenseNoise noise =
                chip.converters(direction).noise().of(origin.part("amplifier").part(amplifier));
        return new SenseLines(direction, crossbar, errors, noise, joulesPerSiemens());
    }

    private DriftWatch drift(Crossbar crossbar, Origin origin) {
        DriftCompensation how = chip.driftCompensation();
        Crossbar watched = how.watched(crossbar, wordLines -> crossbar(wordLines, 1, origin.part("reference-cells")));
        return new DriftWatch(
                how,
                crossbar,
                lines(Direction.FORWARD, watched, LineResponse.exact(), origin, "watch"),
                chip.forward().dac(),
                origin.draws(Phase.CALIBRATION, "vectors"));
    }

    /** Energy of one read at the read voltage through one siemens, joule. */
    private double joulesPerSiemens() {
        return chip.readVoltage() * chip.readVoltage() * chip.timing().readSeconds();
    }

    private Crossbar crossbar(int height, int width, Origin origin) {
        return new Crossbar(height, width, chip.array(), origin);
    }
}
