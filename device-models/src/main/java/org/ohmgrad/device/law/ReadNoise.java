package org.ohmgrad.device.law;

import java.util.List;

/** Fresh Gaussian noise that every read draws in every cell, given by the variance of the cell's current. */
public sealed interface ReadNoise
        permits NoReadNoise,
                ProportionalReadNoise,
                JohnsonReadNoise,
                ShotReadNoise,
                SumReadNoise,
                PcmReadNoise,
                CmoReadNoise {
    /** The terms whose sum is the variance of one read of one cell; empty if there is no noise. */
    List<VarianceTerm> terms();

    /** Seconds within which no term's variance changes by more than a hundredth; infinite if none depends on time. */
    default double steadySeconds() {
        return Double.POSITIVE_INFINITY;
    }

    /** The same noise of cells at another temperature (kelvin), as far as it depends on temperature beside conductance. */
    default ReadNoise at(double kelvin) {
        return this;
    }

    /** Whether the noise is that of cells at a temperature (kelvin); true of laws that name none. */
    default boolean isAt(double kelvin) {
        return true;
    }

    /** Where the law was measured. */
    default Fit fit() {
        return Fit.ANYWHERE;
    }
}
