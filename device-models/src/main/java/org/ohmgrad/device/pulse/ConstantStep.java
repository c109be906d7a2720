package org.ohmgrad.device.pulse;

import org.ohmgrad.device.pulse.AffineSteps.Line;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Steps of the same size everywhere, up to hard bounds. The ideal of T. Gokmen and Y. Vlasov (Frontiers in Neuroscience
 * 10, 333, 2016), whose cells have 1,200 states, 30 % cycle to cycle, and 30 % in steps and bounds device to device.
 *
 * @param up step of a pulse up, as a share of gMax - gMin
 * @param down step of a pulse down, as a share of gMax - gMin
 * @param cycleToCycle standard deviation of a step, as a share of the step, and not of the range as that of a pulse-curve:
 *     0.3 with an up of 0.01 lets a step vary by 0.003 of gMax - gMin
 */
public record ConstantStep(
        double up, double down, @Default("0") double cycleToCycle) implements PulseResponse {
    /** Refuses steps beyond the range and spreads that are none. */
    public ConstantStep {
        Check.that()
                .inRange("up", up, 0, 1)
                .inRange("down", down, 0, 1)
                .inRange("cycleToCycle", cycleToCycle, 0, 100)
                .holds();
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new AffineSteps(new Line(up, up), new Line(down, down), cycleToCycle, 0);
    }
}
