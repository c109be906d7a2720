package org.ohmgrad.tile.converter;

/** Puts out any voltage asked of it, of any size. */
public record IdealDac() implements Dac {
    @Override
    public long convert(float[] voltages) {
        return 0;
    }
}
