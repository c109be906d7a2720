package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** Voltages that every DAC puts out exactly and a shift register can make: plus or minus the read voltage at random. */
final class KnownVectors {
    private KnownVectors() {}

    /** So many vectors for so many lines, drawn for a step. */
    static FMatrixRMaj drawn(int vectors, int lines, Draws draws, long step) {
        FMatrixRMaj voltages = new FMatrixRMaj(vectors, lines);
        draws.uniforms(step, 0, voltages.data, 0, voltages.data.length);
        for (int k = 0; k < voltages.data.length; k++) {
            voltages.data[k] = voltages.data[k] < 0.5f ? -1 : 1;
        }
        return voltages;
    }
}
