package org.ohmgrad.device.law;

import java.util.function.DoubleUnaryOperator;

/** Conductances are the same at any temperature. */
public record NoTemperatureLaw() implements TemperatureLaw {
    @Override
    public boolean any() {
        return false;
    }

    @Override
    public DoubleUnaryOperator between(double gMin, double gMax, double from, double to) {
        return DoubleUnaryOperator.identity();
    }

    @Override
    public boolean holds(double kelvin) {
        return true;
    }

    @Override
    public String range() {
        return "";
    }
}
