package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;
import org.ohmgrad.settings.Check;

/**
 * One factor for each bit line of a tile, from reads of its own weights with known voltages: the root mean square of the
 * line's currents when training ended beside that of now. A line's factor is the less certain the fewer vectors are read
 * and the smaller its currents are beside the converter's step.
 *
 * @param vectors number of vectors read each time
 */
public record PerColumnDriftCompensation(int vectors) implements DriftCompensation {
    /** Refuses numbers of vectors outside [1, 4096]. */
    public PerColumnDriftCompensation {
        Check.that().inRange("vectors", vectors, 1, 4096).holds();
    }

    @Override
    public FMatrixRMaj voltages(int lines, Draws draws) {
        return KnownVectors.drawn(vectors, lines, draws, 0);
    }

    @Override
    public float[] gains(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        return DriftCompensation.each(before, now, cols);
    }
}
