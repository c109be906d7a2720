package org.ohmgrad.tile.correction;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** What the transposed read's converters say is taken as it is. */
public record NoTransposeCalibration() implements TransposeCalibration {
    @Override
    public int vectors() {
        return 0;
    }

    @Override
    public Optional<FMatrixRMaj> voltages(int lines, Draws draws, long epoch) {
        return Optional.empty();
    }
}
