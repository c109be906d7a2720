package org.ohmgrad.tile.correction;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** How a chip finds out the gain and offset of every line of its transposed read, to take them back digitally. */
public sealed interface TransposeCalibration permits NoTransposeCalibration, KnownVectorsTransposeCalibration {
    /** Vectors read at each calibration. */
    int vectors();

    /**
     * The voltages that a calibration reads.
     *
     * @param lines bit lines of the grid
     * @param draws where chance comes from
     * @param epoch number of the calibration
     * @return vectors x lines, in units of the read voltage; empty if nothing is to be read
     */
    Optional<FMatrixRMaj> voltages(int lines, Draws draws, long epoch);
}
