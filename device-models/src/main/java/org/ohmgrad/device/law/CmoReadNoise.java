package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.arithmetic.Elementary;

/**
 * 1/f noise of CMO/HfOx RRAM cells of 9 to 88.2 uS in a read of 1 us, t seconds after the write: standard deviation of
 * the conductance 0.02773 log10(G/uS) sqrt(ln((t + tr)/(2 tr))) uS with tr = 1 us (the fit in IBM's aihwkit). Within the
 * first second it is taken as after one second (assumed), and reads as independent of each other, which the low
 * frequencies of 1/f noise are not.
 */
public record CmoReadNoise() implements ReadNoise {
    private static final double READ_SECONDS = 1e-6;
    private static final double SCALE = 0.0277316483e-6 / Elementary.log(10);

    @Override
    public List<VarianceTerm> terms() {
        return List.of(new VarianceTerm(2, CmoReadNoise::square, CmoReadNoise::growth));
    }

    private static double square(double siemens) {
        double sigma = SCALE * Elementary.log(Math.max(1, siemens * 1e6));
        return sigma * sigma;
    }

    private static double growth(double seconds) {
        return Elementary.log((Math.max(1, seconds) + READ_SECONDS) / (2 * READ_SECONDS));
    }

    /** The growth, 13 at one second, changes fastest then, by 1 a second. */
    @Override
    public double steadySeconds() {
        return 0.1;
    }

    @Override
    public Fit fit() {
        return CmoProgrammingNoise.FIT;
    }
}
