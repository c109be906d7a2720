package org.ohmgrad.tile.converter;

/** Analogue-to-digital converter at the sensed lines of a tile. */
public sealed interface Adc permits IdealAdc, LinearAdc {
    /** The range; that of a converter that reads any current exactly is stated and infinite. */
    AdcRange range();

    /** The same converter with a range. */
    Adc at(float range);

    /**
     * Converts in place.
     *
     * @param currents in units of one fully-on input through one fully-on cell above gMin, overwritten by the codes'
     *     values
     * @return how many values lay beyond the range and were clipped
     * @throws IllegalStateException if the range has yet to be found by reads
     */
    long convert(float[] currents);
}
