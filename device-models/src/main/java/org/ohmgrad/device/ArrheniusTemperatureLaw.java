package org.ohmgrad.device;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Thermally activated conduction, G(T) = G(Tw) exp(-(E/k)(1/T - 1/Tw)), with an activation energy E that falls with the
 * conductance G(Tw) at which the cell was written: E is a straight line over ln G from gMin to gMax, and held beyond. 1
 * electronvolt is 1.602176634e-19 joule.
 *
 * <p>In HfO2-x cells the high-resistance state conducts by small polarons with 50 meV (8.01e-21 joule), above half the Debye
 * temperature, and the low-resistance state is weakly metallic (Z. Wang et al., "Transport properties of HfO2-x based
 * resistive-switching memories", Physical Review B 85, 195322, 2012). Between the two states the line over ln G is assumed.
 * Tunable TaOx cells have, beside a conductance hardly dependent on temperature that is the cell's state, a thermally
 * activated one that is the same in all states (C. E. Graves et al., Applied Physics Letters 110, 123501, 2017); that too
 * makes the relative change fall with conductance, but by another law than this one. Only the electrons' transport is meant here:
 * that heat also moves atoms, which quickens drift, is left out.
 *
 * @param energyAtGMin activation energy of a cell written to gMin; negative for a metal, joule
 * @param energyAtGMax activation energy of a cell written to gMax; negative for a metal, joule
 * @param lowest lowest temperature at which the law is known, kelvin
 * @param highest highest temperature at which the law is known, kelvin
 */
public record ArrheniusTemperatureLaw(
        double energyAtGMin,
        double energyAtGMax,
        @Default("250") double lowest,
        @Default("400") double highest) implements TemperatureLaw {
    private static final double ELECTRONVOLT = 1.602176634e-19;

    /** Refuses energies beyond 1 electronvolt, of either sign, and a range that is empty or not above 0 kelvin. */
    public ArrheniusTemperatureLaw {
        Check.that()
                .rule("energyAtGMin", isLikely(energyAtGMin), unlikely(energyAtGMin))
                .rule("energyAtGMax", isLikely(energyAtGMax), unlikely(energyAtGMax))
                .positive("lowest", lowest)
                .positive("highest", highest)
                .rule("highest", highest >= lowest, "must not be below lowest (" + lowest + ") but is " + highest)
                .holds();
    }

    private static boolean isLikely(double joule) {
        return Math.abs(joule) <= ELECTRONVOLT;
    }

    private static String unlikely(double joule) {
        return "must lie in [-" + ELECTRONVOLT + ", " + ELECTRONVOLT + "] joule, 1 electronvolt, but is " + joule;
    }

    /** A law known from 250 to 400 kelvin. */
    public ArrheniusTemperatureLaw(double energyAtGMin, double energyAtGMax) {
        this(energyAtGMin, energyAtGMax, 250, 400);
    }

    @Override
    public boolean any() {
        return true;
    }

    /** Activation energy, joule, at a share of the way from gMax to gMin over ln G. */
    private double energy(double share) {
        return energyAtGMax + (energyAtGMin - energyAtGMax) * Math.max(0, Math.min(1, share));
    }

    @Override
    public DoubleUnaryOperator between(double gMin, double gMax, double from, double to) {
        if (from == to) {
            return DoubleUnaryOperator.identity();
        }
        double perJoule = (1 / from - 1 / to) / JohnsonReadNoise.BOLTZMANN;
        double ofSpan = 1 / Elementary.log(gMax / gMin);
        return siemens -> siemens > 0
                ? siemens * Elementary.exp(perJoule * energy(Elementary.log(gMax / siemens) * ofSpan))
                : siemens;
    }

    @Override
    public boolean holds(double kelvin) {
        return kelvin >= lowest && kelvin <= highest;
    }

    @Override
    public String range() {
        return lowest + " to " + highest + " kelvin";
    }
}
