package org.ohmgrad.tile;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Energies of a chip's parts, for the ledger of what learning costs. 0 stands for unknown: reports leave such a part out
 * and say so. The crossbars' own energy needs no constant: it is V<sup>2</sup> G t of every cell as it is.
 *
 * @param dacJoules one conversion of one DAC, joule
 * @param adcJoules one conversion of one ADC, joule; a verify read of a cell takes one
 * @param pulseJoules one programming pulse at one cell, joule; a write whose pulses are not simulated counts as one pulse
 * @param macJoules one digital multiply-add, joule
 */
public record Costs(
        @Default("0") double dacJoules,
        @Default("0") double adcJoules,
        @Default("0") double pulseJoules,
        @Default("0") double macJoules) {
    /** Refuses energies outside [0, 1] joule. */
    public Costs {
        Check.that()
                .inRange("dacJoules", dacJoules, 0, 1)
                .inRange("adcJoules", adcJoules, 0, 1)
                .inRange("pulseJoules", pulseJoules, 0, 1)
                .inRange("macJoules", macJoules, 0, 1)
                .holds();
    }

    /** As a file that gives no key has it. */
    public Costs() {
        this(0, 0, 0, 0);
    }

    /** Of whose parts nothing is known. */
    public static Costs unknown() {
        return new Costs();
    }
}
