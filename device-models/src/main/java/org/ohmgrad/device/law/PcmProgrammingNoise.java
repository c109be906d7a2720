package org.ohmgrad.device.law;

/**
 * Residual error of programmed phase-change cells of 0 to 25 uS, sigma = 0.26348 + 1.9650 r - 1.1731 r<sup>2</sup> uS
 * with r = G/(25 uS): the fit in IBM's aihwkit (V.
 * Joshi et al., Nature Communications 11, 2473, 2020).
 */
public record PcmProgrammingNoise() implements ProgrammingNoise {
    /** Top of the measured range, siemens. */
    static final double G_MAX = 25e-6;

    /** Where the laws of phase-change cells hold. */
    static final Fit FIT = Fit.between(0, G_MAX);

    private static final Polynomial SIGMA = Polynomial.inMicrosiemens(G_MAX, 0.26348, 1.9650, -1.1731);

    @Override
    public int drawsPerWrite() {
        return 1;
    }

    @Override
    public double error(double target, double range, double z) {
        return SIGMA.at(target) * z;
    }

    @Override
    public Fit fit() {
        return FIT;
    }
}
