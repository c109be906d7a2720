package org.ohmgrad.device.law;

/**
 * Residual error of programmed HfO2 RRAM cells of 50 to 225 uS, sigma = 4.782321 uS - 0.009107 G: the fit in Sandia's
 * CrossSim (V. Milo et al., IEEE Trans. Electron Devices 68, 2021).
 */
public record MiloProgrammingNoise() implements ProgrammingNoise {
    private static final Polynomial SIGMA = Polynomial.inMicrosiemens(1e-6, 4.782321, -0.009107);

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
        return Fit.between(50e-6, 225e-6);
    }
}
