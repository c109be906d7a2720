package org.ohmgrad.network;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Variance gain<sup>2</sup> 2/(inputs + outputs) (X. Glorot and Y. Bengio, AISTATS 2010), normal.
 *
 * @param gain factor on the standard deviation
 */
public record XavierInitialisation(@Default("1") double gain) implements Initialisation {
    /** Refuses a gain that is not positive. */
    public XavierInitialisation {
        Check.that().positive("gain", gain).holds();
    }

    /** As a file that gives no key has it. */
    public XavierInitialisation() {
        this(1);
    }

    @Override
    public double standardDeviation(int inputs, int outputs) {
        return gain * Math.sqrt(2.0 / (inputs + outputs));
    }
}
