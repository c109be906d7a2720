package org.ohmgrad.device;

import java.util.Optional;

/** How a wanted conductance gets into a cell. */
public sealed interface Programming permits ResidualProgramming, WriteVerifyProgramming, SinglePulseProgramming {
    /** Whether writes fire pulses, for which the device must have a law. */
    boolean firesPulses();

    /**
     * The procedure, made ready for the cells of a device.
     *
     * @param device has a law of pulses if {@link #firesPulses()}
     * @param readVoltage at which cells are read between pulses, volt
     * @return empty if the device's programming noise stands for the whole procedure ({@link DeviceModel#programmed})
     */
    Optional<WriteProcedure> procedure(DeviceModel device, double readVoltage);
}
