package org.ohmgrad.network;

import org.ohmgrad.settings.Check;

/**
 * The same normal law in every layer.
 *
 * @param standardDeviation in units of weight
 */
public record NormalInitialisation(double standardDeviation) implements Initialisation {
    /** Refuses a negative standard deviation. */
    public NormalInitialisation {
        Check.that().notNegative("standardDeviation", standardDeviation).holds();
    }

    @Override
    public double standardDeviation(int inputs, int outputs) {
        return standardDeviation;
    }
}
