package org.ohmgrad.tile.converter;

import org.ohmgrad.settings.Check;

/**
 * Signed converter of 2<sup>bits</sup> - 1 codes over plus and minus range, zero included: step
 * range/(2<sup>bits-1</sup> - 1), rounds half to even, then clips.
 *
 * @param bits 2 to 16
 * @param range largest current, in units of one fully-on input through one fully-on cell above gMin; {@code "calibrated"}
 *     lets the chip find it, for every weight matrix and each direction of read: before the first step, by reads of the first 64
 *     training examples, the narrowest of 64 settings at which no more than one code in a thousand is clipped, and twice that;
 *     while it trains, twice as wide whenever more were clipped of the last 1,000 codes
 */
public record LinearAdc(int bits, AdcRange range) implements Adc {
    /** Refuses bits outside [2, 16] and a range that is not positive. */
    public LinearAdc {
        Check.that()
                .inRange("bits", bits, 2, 16)
                .positive("range", range.first(1))
                .holds();
    }

    /** A converter of a stated range. */
    public LinearAdc(int bits, float range) {
        this(bits, new StatedRange(range));
    }

    @Override
    public Adc at(float found) {
        return new LinearAdc(bits, found);
    }

    @Override
    public long convert(float[] currents) {
        if (range.isFoundByReads()) {
            throw new IllegalStateException("the converter's range is yet to be found by reads");
        }
        return Periphery.BEST.quantise(currents, bits, range.first(1));
    }
}
