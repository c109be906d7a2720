package org.ohmgrad.device.law;

import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * One two-state fluctuator in every cell: a stationary Markov process whose states are p = high and 1 - p of the time and
 * whose autocorrelation falls as exp(-t/correlationTime), so that a state is left high at the rate (1 - p)/correlationTime and
 * low at p/correlationTime. The conductance is G (1 + (1 - p) a) in the high state and G (1 - p a) in the low one: its mean is G,
 * what a write aims at (assumed), its variance p (1 - p) (a G)<sup>2</sup>.
 *
 * <p>The relative amplitude grows with resistance and saturates, a(G) = min(largest, amplitude (gMax/G)<sup>exponent</sup>).
 * That it depends on resistance is published (D. Ielmini, F. Nardi and C. Cagli, "Resistance-dependent amplitude of random
 * telegraph-signal noise in resistive switching memories", Applied Physics Letters 96, 053503, 2010) and explained in HfOx by
 * a depleted part of the filament that counts the more the thinner it is (S. Ambrogio et al., "Statistical fluctuations in HfOx
 * resistive-switching memory: part II", IEEE Trans. Electron Devices 61, 2014); a depleted area of fixed size in a filament
 * whose conductance goes with its area is exponent 1. The power law with a ceiling, and that all cells share one correlation time,
 * whatever the voltage, the temperature and their last write, are assumed.
 *
 * @param amplitude difference of both states at gMax, as a fraction of the mean conductance
 * @param correlationTime time in which the memory of a state falls to 1/e, seconds
 * @param exponent power of the resistance with which the amplitude grows: 0 for one amplitude at all conductances
 * @param largest ceiling of the amplitude, as a fraction of the mean conductance
 * @param high share of time in the high state
 */
public record TwoStateTelegraphNoise(
        @Called("telegraph amplitude at gMax (share of conductance)")
        double amplitude,

        @Called("telegraph correlation time (seconds)") double correlationTime,
        @Default("1") double exponent,
        @Default("0.5") double largest,
        @Default("0.5") double high)
        implements TelegraphNoise {
    private static final double STEADY = 1.0 / 256;

    /** Refuses an amplitude, ceiling or share outside [0, 1], an exponent outside [0, 3] and a time that is not positive. */
    public TwoStateTelegraphNoise {
        Check.that()
                .inRange("amplitude", amplitude, 0, 1)
                .positive("correlationTime", correlationTime)
                .inRange("exponent", exponent, 0, 3)
                .inRange("largest", largest, 0, 1)
                .rule(
                        "largest",
                        largest >= amplitude,
                        "must not be below amplitude (" + amplitude + ") but is " + largest)
                .inRange("high", high, 0, 1)
                .holds();
    }

    /** An amplitude in proportion to resistance up to a half, both states equally likely. */
    public TwoStateTelegraphNoise(double amplitude, double correlationTime) {
        this(amplitude, correlationTime, 1, 0.5, 0.5);
    }

    @Override
    public boolean any() {
        return true;
    }

    @Override
    public double high(boolean wasHigh, double seconds) {
        double memory = Elementary.exp(-seconds / correlationTime);
        return high + ((wasHigh ? 1 : 0) - high) * memory;
    }

    /** Difference of both states as a fraction of the mean conductance (siemens). */
    double amplitude(double siemens, double gMax) {
        return Math.min(largest, amplitude * Elementary.pow(gMax / siemens, exponent));
    }

    @Override
    public double conductance(boolean isHigh, double siemens, double gMax) {
        double share = isHigh ? 1 - high : -high;
        return siemens > 0 ? siemens * (1 + share * amplitude(siemens, gMax)) : siemens;
    }

    /** In this time at most one cell in five hundred changes its state. */
    @Override
    public double steadySeconds() {
        return STEADY * correlationTime;
    }
}
