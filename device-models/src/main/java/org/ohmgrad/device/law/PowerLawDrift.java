package org.ohmgrad.device.law;

import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Power-law drift, G(t) = G0 (1 + t/t0)<sup>-nu</sup>, with an exponent of its own for every cell,
 * nu = exponent (1 + spread z). The law is that of phase-change cells (Ielmini et al., IEEE Trans. Electron Devices 54,
 * 2007) with t0 added so that it holds from t = 0; that an HfO2 cell follows it is assumed. SIDRA's "about 1 % a year"
 * is exponent 5.82e-4 at t0 = 1 s.
 *
 * @param exponent mean of nu, dimensionless
 * @param spread standard deviation of nu between cells, as a fraction of the exponent: at most 0.2, so that five standard
 *     deviations below the mean a cell still does not grow
 * @param t0 time at which the law starts to fall, seconds
 */
public record PowerLawDrift(
        double exponent,
        @Default("0") double spread,
        @Default("1") double t0) implements Drift {
    private static final double TOLERANCE = 0x1p-14;
    private static final double LARGEST_Z = 7;
    private static final double LARGEST_SPREAD = 0.2;

    /** Refuses an exponent outside [0, 1], a spread that lets cells grow, and a t0 that is not positive. */
    public PowerLawDrift {
        Check.that()
                .inRange("exponent", exponent, 0, 1)
                .inRange(
                        "spread",
                        spread,
                        0,
                        LARGEST_SPREAD,
                        "beyond, cells have exponents below 0 and grow without bound (at 1, one in six)")
                .positive("t0", t0)
                .holds();
    }

    /** The slope of ln G is steepest right after the write, nu/t0, so the bound holds at any age. */
    @Override
    public double steadySeconds(double gMax) {
        return TOLERANCE * t0 / (exponent * (1 + spread * LARGEST_Z));
    }

    /** ln(1 + seconds/t0). */
    @Override
    public double age(double seconds) {
        return Elementary.log1p(seconds / t0);
    }

    @Override
    public double aged(double written, double age, double z) {
        return written * Elementary.exp(-exponent * (1 + spread * z) * age);
    }
}
