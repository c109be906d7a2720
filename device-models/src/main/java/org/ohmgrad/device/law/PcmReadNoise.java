package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.arithmetic.Elementary;

/**
 * 1/f noise of phase-change cells of 0 to 25 uS, t seconds after the write: standard deviation of the conductance
 * G Q sqrt(ln((t + t0 + tr)/(2 tr))) with Q = min(0.2, 0.0088 r<sup>-0.65</sup>), r = Gp/(25 uS), t0 = 20 s and a read of
 * tr = 250 ns (V. Joshi et al., Nature Communications 11, 2473, 2020, as in IBM's aihwkit). G is the conductance now, Gp the
 * one that was programmed. Each read draws afresh, which leaves out that the low frequencies of 1/f noise are shared by reads
 * that follow each other.
 */
public record PcmReadNoise() implements ReadNoise {
    private static final double READ_SECONDS = 250e-9;
    private static final double LARGEST_Q = 0.2;
    private static final double Q_AT_TOP = 0.0088;
    private static final double POWER = 0.65;

    @Override
    public List<VarianceTerm> terms() {
        return List.of(new VarianceTerm(2, siemens -> siemens * siemens, PcmReadNoise::squaredQ, PcmReadNoise::growth));
    }

    private static double squaredQ(double programmed) {
        double r = programmed / PcmProgrammingNoise.G_MAX;
        double q = Math.min(LARGEST_Q, Q_AT_TOP / Math.max(Elementary.pow(r, POWER), 1e-3));
        return q * q;
    }

    private static double growth(double seconds) {
        return Elementary.log((seconds + PcmDrift.T0 + READ_SECONDS) / (2 * READ_SECONDS));
    }

    /** The growth is 17.5 at first and changes by 1/20 a second. */
    @Override
    public double steadySeconds() {
        return 3;
    }

    @Override
    public Fit fit() {
        return PcmProgrammingNoise.FIT;
    }
}
