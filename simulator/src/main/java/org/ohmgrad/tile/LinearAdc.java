package org.ohmgrad.tile;

import org.ohmgrad.settings.Check;

/**
 * Signed converter of 2<sup>bits</sup> - 1 codes over plus and minus range, zero included: step
 * range/(2<sup>bits-1</sup> - 1), rounds half to even, then clips.
 *
 * @param bits 2 to 16
 * @param range largest current, in units of one fully-on input through one fully-on cell above gMin
 */
public record LinearAdc(int bits, float range) implements Adc {
    /** Refuses bits outside [2, 16] and a range that is not positive. */
    public LinearAdc {
        Check.that().inRange("bits", bits, 2, 16).positive("range", range).holds();
    }

    @Override
    public long convert(float[] currents) {
        return Periphery.BEST.quantise(currents, bits, range);
    }
}
