package org.ohmgrad.device.law;

import org.ohmgrad.arithmetic.Elementary;

/**
 * Relaxation of CMO/HfOx RRAM cells of 9 to 88.2 uS, the same at every conductance: after t seconds the mean has moved
 * by -0.0890 ln t uS and the standard deviation of the move is 0.0420 ln t + 0.4118 uS (the fit in IBM's aihwkit to the
 * cells of D. F. Falcone et al., IBM Research Zurich). The fit starts at one second; within it the move is taken as
 * growing in proportion to time (assumed).
 */
public record CmoRelaxation() implements Drift {
    private static final double MEAN_PER_LOG = -0.08900206e-6;
    private static final double SPREAD_PER_LOG = 0.04201137e-6;
    private static final double SPREAD_AT_ONE_SECOND = 0.41183342e-6;
    private static final double TOLERANCE = 0x1p-14;
    private static final double LARGEST_Z = 7;

    /** The first second is the fastest. */
    @Override
    public double steadySeconds(double gMax) {
        return TOLERANCE * gMax / (SPREAD_AT_ONE_SECOND * LARGEST_Z);
    }

    /** Seconds - 1 in the first second, from then on ln(seconds). */
    @Override
    public double age(double seconds) {
        return seconds < 1 ? seconds - 1 : Elementary.log(seconds);
    }

    @Override
    public double aged(double written, double age, double z) {
        double log = Math.max(0, age);
        double first = 1 + Math.min(0, age);
        return written + MEAN_PER_LOG * log + (SPREAD_PER_LOG * log + SPREAD_AT_ONE_SECOND * first) * z;
    }

    @Override
    public boolean isRedrawn() {
        return true;
    }

    @Override
    public Fit fit() {
        return CmoProgrammingNoise.FIT;
    }
}
