package org.ohmgrad.device.pulse;

import org.ohmgrad.device.pulse.AffineSteps.Line;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Steps in proportion to the distance from the bound ahead, so that a bound is approached and never reached (S. Fusi and
 * L. F. Abbott, Nature Neuroscience 10, 2007).
 *
 * @param up step of a pulse up at gMin, as a share of gMax - gMin
 * @param down step of a pulse down at gMax, as a share of gMax - gMin
 * @param cycleToCycle standard deviation of a step, as a share of the step, and not of the range as that of a pulse-curve:
 *     0.3 with an up of 0.05 lets a step at gMin vary by 0.015 of gMax - gMin, and one halfway up by 0.0075
 */
public record SoftBounds(
        double up, double down, @Default("0") double cycleToCycle) implements PulseResponse {
    /** Refuses steps beyond the range and spreads that are none. */
    public SoftBounds {
        Check.that()
                .inRange("up", up, 0, 1)
                .inRange("down", down, 0, 1)
                .inRange("cycleToCycle", cycleToCycle, 0, 100)
                .holds();
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new AffineSteps(new Line(up, 0), new Line(0, down), cycleToCycle, 0);
    }
}
