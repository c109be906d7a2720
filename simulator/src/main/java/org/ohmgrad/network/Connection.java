package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;

/** How a synapse stands in its layer: which part of the layer's input every read of it sees. */
public interface Connection {
    /** The synapse. */
    Synapse synapse();

    /** Numbers of an example that come in. */
    int inputs();

    /** Reads that the synapse takes for an example: 1, or one for every position of a convolution. */
    int reads();

    /**
     * Adds up what reads in the other direction give at the lines of each read, where it belongs in the input.
     *
     * @param errors reads of all examples x inputs of the synapse; may be kept
     * @return examples x {@link #inputs()}
     */
    FMatrixRMaj gathered(FMatrixRMaj errors);
}
