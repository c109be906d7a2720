package org.ohmgrad.device.law;

import org.ohmgrad.arithmetic.Elementary;

/**
 * Drift of phase-change cells of 0 to 25 uS: G(t) = G (1 + t/t0)<sup>-nu</sup> with t0 = 20 s and nu = |mu + s z|, where
 * mu = -0.0155 ln r + 0.0244 within [0.049, 0.1], s = -0.0125 ln r - 0.0059 within [0.008, 0.045] and r = G/(25 uS) (V.
 * Joshi et al., Nature Communications 11, 2473, 2020, as in IBM's aihwkit). Every write draws its own nu. G is
 * the conductance written, where the source takes the target (a second-order difference). Known up to a year.
 */
public record PcmDrift() implements Drift {
    /** Time at which the law starts to fall, seconds. */
    static final double T0 = 20;

    private static final double YEAR = 31_536_000;
    private static final double TOLERANCE = 0x1p-14;
    private static final double LARGEST_NU = 0.1 + 7 * 0.045;

    /** The slope of ln G is steepest right after the write, nu/t0. */
    @Override
    public double steadySeconds(double gMax) {
        return TOLERANCE * T0 / LARGEST_NU;
    }

    /** ln(1 + seconds/t0); held at a year, beyond which experiments are refused. */
    @Override
    public double age(double seconds) {
        return Elementary.log1p(Math.min(YEAR, seconds) / T0);
    }

    @Override
    public double aged(double written, double age, double z) {
        return written * Elementary.exp(-exponent(written, z) * age);
    }

    /** The exponent nu of a cell written to a conductance (siemens). */
    static double exponent(double written, double z) {
        double log = Elementary.log(Math.max(0, written) / PcmProgrammingNoise.G_MAX);
        return Math.abs(mean(log) + spread(log) * z);
    }

    private static double mean(double log) {
        return held(-0.0155 * log + 0.0244, 0.049, 0.1);
    }

    private static double spread(double log) {
        return held(-0.0125 * log - 0.0059, 0.008, 0.045);
    }

    private static double held(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }

    @Override
    public boolean isRedrawn() {
        return true;
    }

    @Override
    public Fit fit() {
        return new Fit(PcmProgrammingNoise.FIT.low(), PcmProgrammingNoise.FIT.high(), YEAR);
    }
}
