package org.ohmgrad.tile.converter;

/** Digital-to-analogue converter at the driven lines of a tile. */
public sealed interface Dac permits IdealDac, LinearDac {
    /**
     * Converts in place.
     *
     * @param voltages in units of the read voltage, overwritten by what the converter puts out
     * @return how many values lay beyond the range and were clipped
     */
    long convert(float[] voltages);
}
