package org.ohmgrad.tile.converter;

import org.ohmgrad.settings.Default;

/**
 * What stands around the crossbars for one direction of read.
 *
 * @param scaling range management of the input vectors
 * @param dac converter of the driven lines
 * @param adc converter of the sensed lines, applied to each tile's partial sums
 * @param noise noise of the amplifiers before the adc
 */
public record Converters(
        @Default("{\"type\": \"none\"}") InputScaling scaling,
        @Default("{\"type\": \"ideal\"}") Dac dac,
        @Default("{\"type\": \"ideal\"}") Adc adc,
        @Default("{\"type\": \"none\"}") OutputNoise noise) {
    /** As a file that gives no key has it. */
    public Converters() {
        this(new NoInputScaling(), new IdealDac(), new IdealAdc(), new NoOutputNoise());
    }

    /**
     * Converters behind amplifiers without noise.
     *
     * @param scaling range management of the input vectors
     * @param dac converter of the driven lines
     * @param adc converter of the sensed lines
     */
    public Converters(InputScaling scaling, Dac dac, Adc adc) {
        this(scaling, dac, adc, new NoOutputNoise());
    }

    /** No scaling and perfect converters. */
    public static Converters ideal() {
        return new Converters();
    }
}
