package org.ohmgrad.tile;

import org.ohmgrad.settings.Default;

/**
 * What stands around the crossbars for one direction of read.
 *
 * @param scaling range management of the input vectors
 * @param dac converter of the driven lines
 * @param adc converter of the sensed lines, applied to each tile's partial sums
 */
public record Converters(
        @Default("{\"type\": \"none\"}") InputScaling scaling,
        @Default("{\"type\": \"ideal\"}") Dac dac,
        @Default("{\"type\": \"ideal\"}") Adc adc) {
    /** No scaling and perfect converters. */
    public static Converters ideal() {
        return new Converters(new NoInputScaling(), new IdealDac(), new IdealAdc());
    }
}
