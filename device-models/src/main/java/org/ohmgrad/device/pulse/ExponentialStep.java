package org.ohmgrad.device.pulse;

import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Steps that fall off exponentially toward the bound ahead: a pulse up moves the state x by
 * up max(0, 1 - aUp e<sup>gammaUp s</sup>), one down by down max(0, 1 - aDown e<sup>-gammaDown s</sup>), with
 * s = slope (2 x - 1) + offset. The law of aihwkit's exponential step, whose constants by default are those of that
 * source.
 *
 * @param up largest step of a pulse up, as a share of gMax - gMin
 * @param down largest step of a pulse down, as a share of gMax - gMin
 * @param aUp factor of the exponential of a pulse up
 * @param aDown factor of the exponential of a pulse down
 * @param gammaUp exponent of a pulse up
 * @param gammaDown exponent of a pulse down
 * @param slope how the state enters the exponents
 * @param offset shift of the exponents
 * @param cycleToCycle standard deviation of a step, as a share of the step, and not of the range as that of a pulse-curve:
 *     0.3 with an up of 0.01 lets the largest step vary by 0.003 of gMax - gMin
 */
public record ExponentialStep(
        double up,
        double down,
        @Default("0.00081") double aUp,
        @Default("0.36833") double aDown,
        @Default("12.44625") double gammaUp,
        @Default("12.78785") double gammaDown,
        @Default("0.244") double slope,
        @Default("0.2425") double offset,
        @Default("0") double cycleToCycle)
        implements PulseResponse {
    /** Refuses steps beyond the range, and exponentials so steep that a step could overtake the one before it. */
    public ExponentialStep {
        Check.that()
                .inRange("up", up, 0, 0.1)
                .inRange("down", down, 0, 0.1)
                .inRange("aUp", aUp, 0, 1)
                .inRange("aDown", aDown, 0, 1)
                .inRange("gammaUp", gammaUp, 0, 20)
                .inRange("gammaDown", gammaDown, 0, 20)
                .inRange("slope", slope, 0, 0.25)
                .inRange("offset", offset, -1, 1)
                .inRange("cycleToCycle", cycleToCycle, 0, 100)
                .holds();
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new Law(this);
    }

    private record Law(ExponentialStep settings) implements PulseLaw {
        @Override
        public double step(double state, boolean isUp) {
            double s = settings.slope * (2 * state - 1) + settings.offset;
            return isUp
                    ? settings.up * left(settings.aUp, settings.gammaUp * s)
                    : -settings.down * left(settings.aDown, -settings.gammaDown * s);
        }

        private static double left(double a, double exponent) {
            return Math.max(0, 1 - a * Elementary.exp(exponent));
        }

        @Override
        public double spread(double step) {
            return settings.cycleToCycle * Math.abs(step);
        }
    }
}
