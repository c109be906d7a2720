package org.ohmgrad.device.law;

import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;

/**
 * Gaussian residual error of a write, the same at every target. SIDRA states 1 % after program-and-verify and 5 %
 * after a single pulse (chapter 5.10) without saying of what; we take a fraction of gMax - gMin.
 *
 * @param sigma standard deviation as a fraction of gMax - gMin
 */
public record GaussianProgrammingNoise(
        @Called("programming noise (share of gMax - gMin)") double sigma) implements ProgrammingNoise {
    /** Refuses a sigma outside [0, 1]. */
    public GaussianProgrammingNoise {
        Check.that().inRange("sigma", sigma, 0, 1).holds();
    }

    @Override
    public int drawsPerWrite() {
        return 1;
    }

    @Override
    public double error(double target, double range, double z) {
        return sigma * range * z;
    }
}
