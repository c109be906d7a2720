package org.ohmgrad.device;

import java.util.Optional;

/**
 * A write is finished at once and leaves the error that the device's programming noise states, whatever procedure lies
 * behind it: pulses and verify reads are not simulated and not counted.
 */
public record ResidualProgramming() implements Programming {
    @Override
    public boolean firesPulses() {
        return false;
    }

    @Override
    public Optional<WriteProcedure> procedure(DeviceModel device, double readVoltage) {
        return Optional.empty();
    }
}
