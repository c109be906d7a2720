package org.ohmgrad.tile.converter;

import org.ohmgrad.settings.Check;

/**
 * Signed converter of 2<sup>bits</sup> - 1 evenly spaced voltages over plus and minus the read voltage, zero included:
 * step 1/(2<sup>bits-1</sup> - 1), rounds half to even, then clips.
 *
 * @param bits 2 to 16
 */
public record LinearDac(int bits) implements Dac {
    /** Refuses bits outside [2, 16]. */
    public LinearDac {
        Check.that().inRange("bits", bits, 2, 16).holds();
    }

    @Override
    public long convert(float[] voltages) {
        return Periphery.BEST.quantise(voltages, bits, 1);
    }
}
