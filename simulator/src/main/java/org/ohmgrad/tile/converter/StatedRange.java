package org.ohmgrad.tile.converter;

import java.util.function.DoubleUnaryOperator;

/**
 * A range that is known beforehand.
 *
 * @param value in units of one fully-on input through one fully-on cell above gMin
 */
public record StatedRange(float value) implements AdcRange {
    @Override
    public boolean isFoundByReads() {
        return false;
    }

    @Override
    public float first(float widest) {
        return value;
    }

    @Override
    public float found(float widest, DoubleUnaryOperator clipped) {
        return value;
    }

    @Override
    public long watched() {
        return Long.MAX_VALUE;
    }

    @Override
    public float after(float range, float widest, double clipped) {
        return range;
    }
}
