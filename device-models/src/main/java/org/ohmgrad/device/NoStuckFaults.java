package org.ohmgrad.device;

import java.util.OptionalDouble;
import org.ohmgrad.device.law.ConductanceLevels;

/** Every cell works. */
public record NoStuckFaults() implements StuckFaults {
    @Override
    public boolean any() {
        return false;
    }

    @Override
    public OptionalDouble stuckAt(double u, ConductanceLevels levels, double gMin, double gMax) {
        return OptionalDouble.empty();
    }
}
