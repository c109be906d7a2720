package org.ohmgrad.device.pulse;

/** No law of pulses is known: pulses leave the cell as it is. */
public record NoPulseResponse() implements PulseResponse {
    @Override
    public boolean any() {
        return false;
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        AffineSteps.Line none = new AffineSteps.Line(0, 0);
        return new AffineSteps(none, none, 0, 0);
    }
}
