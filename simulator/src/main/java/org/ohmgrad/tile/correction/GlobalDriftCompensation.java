package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;
import org.ohmgrad.settings.Check;

/**
 * One factor for each tile, from reads of its own weights with known voltages: the root mean square of all bit lines'
 * currents when training ended beside that of now (after V. Joshi et al., Nature Communications 11:2473, 2020, who compare
 * summed currents). What cells drift in common is taken back, in what they differ is not.
 *
 * @param vectors number of vectors read each time
 */
public record GlobalDriftCompensation(int vectors) implements DriftCompensation {
    /** Refuses numbers of vectors outside [1, 4096]. */
    public GlobalDriftCompensation {
        Check.that().inRange("vectors", vectors, 1, 4096).holds();
    }

    @Override
    public FMatrixRMaj voltages(int lines, Draws draws) {
        return KnownVectors.drawn(vectors, lines, draws, 0);
    }

    @Override
    public float[] gains(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        return DriftCompensation.same(before, now, cols);
    }
}
