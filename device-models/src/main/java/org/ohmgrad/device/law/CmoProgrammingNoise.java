package org.ohmgrad.device.law;

import org.ohmgrad.settings.Check;

/**
 * Residual error of CMO/HfOx RRAM cells of 9 to 88.2 uS after program-and-verify to within an acceptance range around
 * the target: sigma = 0.00081 uS + 0.00107 G for 0.2 %, 0.01122 uS + 0.01129 G for 2 % (the fit in IBM's aihwkit to the
 * cells of D. F. Falcone et al., IBM Research Zurich).
 *
 * @param acceptance half width of the acceptance range as a share of the target: 0.002 or 0.02
 */
public record CmoProgrammingNoise(double acceptance) implements ProgrammingNoise {
    /** Where the laws of these cells hold. */
    static final Fit FIT = Fit.between(9e-6, 88.2e-6);

    private static final double NARROW = 0.002;
    private static final double WIDE = 0.02;
    private static final Polynomial NARROW_SIGMA = Polynomial.inMicrosiemens(1e-6, 0.00081107, 0.00106879);
    private static final Polynomial WIDE_SIGMA = Polynomial.inMicrosiemens(1e-6, 0.0112185391, 0.01129027418);

    /** Refuses acceptance ranges that were not measured. */
    public CmoProgrammingNoise {
        Check.that()
                .rule(
                        "acceptance",
                        acceptance == NARROW || acceptance == WIDE,
                        "must be 0.002 or 0.02, the ranges that were measured, but is " + acceptance)
                .holds();
    }

    @Override
    public int drawsPerWrite() {
        return 1;
    }

    @Override
    public double error(double target, double range, double z) {
        return (acceptance == NARROW ? NARROW_SIGMA : WIDE_SIGMA).at(target) * z;
    }

    @Override
    public Fit fit() {
        return FIT;
    }
}
