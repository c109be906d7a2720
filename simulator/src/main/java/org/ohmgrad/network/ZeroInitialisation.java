package org.ohmgrad.network;

/** All zeros, the usual start of biases. */
public record ZeroInitialisation() implements Initialisation {
    @Override
    public double standardDeviation(int inputs, int outputs) {
        return 0;
    }
}
