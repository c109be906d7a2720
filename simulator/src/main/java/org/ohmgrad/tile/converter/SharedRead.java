package org.ohmgrad.tile.converter;

import org.ohmgrad.random.Occasion;

/**
 * What a read of all tiles has in common besides its voltages.
 *
 * @param occasion decides the noise drawn
 * @param adc converter of the sensed lines as it is now
 * @param counts counts the conversions
 */
public record SharedRead(Occasion occasion, Adc adc, ReadCounts counts) {}
