package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** Drift is left as it is. */
public record NoDriftCompensation() implements DriftCompensation {
    @Override
    public boolean any() {
        return false;
    }

    @Override
    public FMatrixRMaj voltages(int lines, Draws draws) {
        return new FMatrixRMaj(0, lines);
    }

    @Override
    public float[] gains(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        return new float[0];
    }
}
