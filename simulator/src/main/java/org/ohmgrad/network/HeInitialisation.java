package org.ohmgrad.network;

/** Variance 2/inputs (K. He et al., ICCV 2015), normal. */
public record HeInitialisation() implements Initialisation {
    @Override
    public double standardDeviation(int inputs, int outputs) {
        return Math.sqrt(2.0 / inputs);
    }
}
