package org.ohmgrad.device.pulse;

import org.ohmgrad.device.pulse.AffineSteps.Line;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Steps that shrink in a straight line toward the bound ahead, where a share 1 - gamma of them is left. Between a
 * constant step (gamma 0) and soft bounds (gamma 1, origin at the bound behind); the fit of electrochemical cells (ECRAM)
 * in IBM's aihwkit.
 *
 * @param up step of a pulse up at the origin, as a share of gMax - gMin
 * @param down step of a pulse down at the origin, as a share of gMax - gMin
 * @param gammaUp how much of its size a step up loses from the origin to gMax
 * @param gammaDown how much of its size a step down loses from the origin to gMin
 * @param origin state at which steps have their nominal size, as a share of the range above gMin
 * @param cycleToCycle standard deviation of a step, as a share of the step, and not of the range as that of a pulse-curve:
 *     0.3 with an up of 0.01 lets a step at the origin vary by 0.003 of gMax - gMin, and one at a bound by less
 */
public record LinearStep(
        double up,
        double down,
        double gammaUp,
        double gammaDown,
        @Default("0.5") double origin,
        @Default("0") double cycleToCycle)
        implements PulseResponse {
    /** Refuses steps beyond the range, slopes that turn a pulse around, an origin at a bound. */
    public LinearStep {
        Check.that()
                .inRange("up", up, 0, 0.5)
                .inRange("down", down, 0, 0.5)
                .inRange("gammaUp", gammaUp, 0, 1)
                .inRange("gammaDown", gammaDown, 0, 1)
                .inRange("origin", origin, 0.1, 0.9)
                .inRange("cycleToCycle", cycleToCycle, 0, 100)
                .holds();
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        double behindUp = up * (1 + gammaUp * origin / (1 - origin));
        double behindDown = down * (1 + gammaDown * (1 - origin) / origin);
        return new AffineSteps(
                new Line(behindUp, up * (1 - gammaUp)), new Line(down * (1 - gammaDown), behindDown), cycleToCycle, 0);
    }
}
