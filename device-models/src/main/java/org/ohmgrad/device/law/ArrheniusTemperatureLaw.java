package org.ohmgrad.device.law;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Thermally activated conduction, G(T) = G(Tw) exp(-B (1/T - 1/Tw)), where B is the activation energy divided by
 * Boltzmann's constant: 1 electronvolt is 11604.5 kelvin. B falls with the conductance G(Tw) at which the cell was written: it
 * is a straight line over ln G from gMin to gMax, and held beyond.
 *
 * <p>In HfO2-x cells the high-resistance state conducts by small polarons with 50 meV (B = 580 kelvin), above half the Debye
 * temperature, and the low-resistance state is weakly metallic (Z. Wang et al., "Transport properties of HfO2-x based
 * resistive-switching memories", Physical Review B 85, 195322, 2012). Between the two states the line over ln G is assumed.
 * Tunable TaOx cells have, beside a conductance hardly dependent on temperature that is the cell's state, a thermally
 * activated one that is the same in all states (C. E. Graves et al., Applied Physics Letters 110, 123501, 2017); that too
 * makes the relative change fall with conductance, but by another law than this one. Only the electrons' transport is meant
 * here: that heat also moves atoms, which quickens drift, is left out.
 *
 * @param activationAtGMin B of a cell written to gMin; negative for a metal, kelvin
 * @param activationAtGMax B of a cell written to gMax; negative for a metal, kelvin
 * @param lowest lowest temperature at which the law is known, kelvin
 * @param highest highest temperature at which the law is known, kelvin
 */
public record ArrheniusTemperatureLaw(
        @Called("activation at gMin (kelvin)") double activationAtGMin,
        double activationAtGMax,
        @Default("250") double lowest,
        @Default("400") double highest)
        implements TemperatureLaw {
    private static final double ELECTRONVOLT = 11_604.52;

    /** Refuses energies that were given in another unit, and a range that is empty or not above 0 kelvin. */
    public ArrheniusTemperatureLaw {
        Check.that()
                .rule(
                        "activationAtGMin",
                        isLikely(activationAtGMin),
                        "must be 0, or of 1 to 11604.52 kelvin (1 electronvolt) in size, but is " + activationAtGMin)
                .rule(
                        "activationAtGMax",
                        isLikely(activationAtGMax),
                        "must be 0, or of 1 to 11604.52 kelvin (1 electronvolt) in size, but is " + activationAtGMax)
                .positive("lowest", lowest)
                .positive("highest", highest)
                .rule("highest", highest >= lowest, "must not be below lowest (" + lowest + ") but is " + highest)
                .holds();
    }

    private static boolean isLikely(double kelvin) {
        double size = Math.abs(kelvin);
        return size == 0 || (size >= 1 && size <= ELECTRONVOLT);
    }

    /** A law known from 250 to 400 kelvin. */
    public ArrheniusTemperatureLaw(double activationAtGMin, double activationAtGMax) {
        this(activationAtGMin, activationAtGMax, 250, 400);
    }

    @Override
    public boolean any() {
        return true;
    }

    /** B at a share of the way from gMax to gMin over ln G, kelvin. */
    private double activation(double share) {
        return activationAtGMax + (activationAtGMin - activationAtGMax) * Math.max(0, Math.min(1, share));
    }

    @Override
    public DoubleUnaryOperator between(double gMin, double gMax, double from, double to) {
        if (from == to) {
            return DoubleUnaryOperator.identity();
        }
        double perKelvin = 1 / from - 1 / to;
        double ofSpan = 1 / Elementary.log(gMax / gMin);
        return siemens -> siemens > 0
                ? siemens * Elementary.exp(perKelvin * activation(Elementary.log(gMax / siemens) * ofSpan))
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
