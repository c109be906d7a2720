package org.ohmgrad.device.pulse;

import org.ohmgrad.device.law.Fit;

/**
 * How a conductance answers to programming pulses, up or down. A response is a law of one pulse; what differs between
 * cells is {@link DeviceToDevice}, and what differs between pulses of one cell, cycle to cycle, is part of the response.
 */
public sealed interface PulseResponse
        permits NoPulseResponse,
                ConstantStep,
                LinearStep,
                SoftBounds,
                ExponentialStep,
                PulseCurve,
                PulseTable,
                BinarySwitch {
    /** Whether there is a law at all; a device without one can only be written with a residual error. */
    default boolean any() {
        return true;
    }

    /**
     * The law of one pulse, made ready for many uses.
     *
     * @param gMin lowest conductance of a mean cell, siemens
     * @param gMax highest conductance of a mean cell, siemens
     */
    PulseLaw law(double gMin, double gMax);

    /** Where the law was measured. */
    default Fit fit() {
        return Fit.ANYWHERE;
    }
}
