package org.ohmgrad.tile;

import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.correction.LineResponse;

/** One crossbar with its converters, holding the part of a matrix that starts at (row, col). */
public final class Tile {
    private final Crossbar crossbar;
    private final int row;
    private final int col;
    private final Sides<TileSide> sides;
    private final DriftWatch drift;

    /**
     * A tile.
     *
     * @param lines what each direction of read senses
     * @param drift finds out how far the cells have drifted
     */
    Tile(Crossbar crossbar, int row, int col, Sides<SenseLines> lines, DriftWatch drift) {
        this.crossbar = crossbar;
        this.row = row;
        this.col = col;
        this.drift = drift;
        sides = Sides.of(
                direction -> new TileSide(lines.at(direction), direction.driven(row, col), direction.sensed(row, col)));
    }

    /** The crossbar inside. */
    public Crossbar crossbar() {
        return crossbar;
    }

    /** Row of the whole matrix that stands on the first word line. */
    public int row() {
        return row;
    }

    /** Column of the whole matrix that stands on the first bit line. */
    public int col() {
        return col;
    }

    /** Its reads in a direction. */
    TileSide side(Direction direction) {
        return sides.at(direction);
    }

    /** What errors and correction leave of the current of each word line in a transposed read. */
    public LineResponse transposedResponse() {
        return sides.transposed().response();
    }

    /** Brings its cells, those set aside among them, to a temperature, kelvin. */
    void warm(double kelvin) {
        crossbar.warm(kelvin);
        drift.warm(kelvin);
    }

    /** Finds out how far the cells have drifted. */
    DriftWatch drift() {
        return drift;
    }

    /** Keeps the crossbar and what was found out about drift and lines. */
    void keep(Archive archive) {
        crossbar.keep(archive);
        drift.keep(archive);
        sides.distinct().forEach(side -> side.keep(archive));
    }
}
