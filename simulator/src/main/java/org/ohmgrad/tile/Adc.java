package org.ohmgrad.tile;

/** Analogue-to-digital converter at the sensed lines of a tile. */
public sealed interface Adc permits IdealAdc, LinearAdc {
    /**
     * Converts in place.
     *
     * @param currents in units of one fully-on input through one fully-on cell above gMin, overwritten by the codes'
     *     values
     * @return how many values lay beyond the range and were clipped
     */
    long convert(float[] currents);
}
