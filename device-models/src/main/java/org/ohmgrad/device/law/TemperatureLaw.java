package org.ohmgrad.device.law;

import java.util.function.DoubleUnaryOperator;

/** How the conductance of a cell, written as it may be, depends on the temperature at which it is read. */
public sealed interface TemperatureLaw permits NoTemperatureLaw, ArrheniusTemperatureLaw {
    /** Whether conductances depend on temperature at all. */
    boolean any();

    /**
     * What a cell conducts at one temperature from what it conducts at another.
     *
     * @param gMin lowest programmed conductance, siemens
     * @param gMax highest programmed conductance, siemens
     * @param from temperature at which the conductance is known, kelvin
     * @param to temperature at which it is wanted, kelvin
     * @return from siemens to siemens; every number to itself if the temperatures are equal
     */
    DoubleUnaryOperator between(double gMin, double gMax, double from, double to);

    /** Whether the law is known at a temperature (kelvin). */
    boolean holds(double kelvin);

    /** Where the law is known, in words; empty if it is known anywhere. */
    String range();
}
