package org.ohmgrad.device.law;

/**
 * Deviation from the target of the HfOx cells of NeuRRAM, 1 to 40 uS, one second after program-and-verify (W. Wan et
 * al., Nature 608, 504, 2022). Two fits to the published figures are known; they differ by up to a fifth.
 *
 * @param curve which of the two fits
 */
public record NeurramProgrammingNoise(Curve curve) implements ProgrammingNoise {
    /** Fits of one figure. */
    public enum Curve {
        /**
         * In r = G/(40 uS): 0.348 + 16.030 r - 43.853 r<sup>2</sup> + 45.393 r<sup>3</sup> - 16.815 r<sup>4</sup> uS, of
         * IBM's aihwkit.
         */
        QUARTIC(NeurramRelaxation.ONE_SECOND),
        /**
         * 1.053 + 0.2374 G - 1.167e-2 G<sup>2</sup> + 1.536e-4 G<sup>3</sup> uS with G in uS, of Sandia's CrossSim. It
         * has no law of relaxation beside it.
         */
        CUBIC(Polynomial.inMicrosiemens(1e-6, 1.053, 0.2374, -1.167e-2, 1.536e-4));

        @SuppressWarnings("ImmutableEnumChecker")
        private final Polynomial sigma;

        Curve(Polynomial sigma) {
            this.sigma = sigma;
        }
    }

    @Override
    public int drawsPerWrite() {
        return 1;
    }

    @Override
    public double error(double target, double range, double z) {
        return curve.sigma.at(target) * z;
    }

    @Override
    public Fit fit() {
        return Fit.between(NeurramRelaxation.G_MIN, NeurramRelaxation.G_MAX);
    }
}
