package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;

/** What layers ask and tell on the way back of an error. */
public interface Backward {
    /**
     * Takes the two factors of a synapse's gradient.
     *
     * @param inputs reads x inputs; not modified later
     * @param deltas gradients with respect to the weighted sums, reads x outputs; not modified later
     */
    void learn(Synapse synapse, FMatrixRMaj inputs, FMatrixRMaj deltas);

    /**
     * The error at the input of a connection.
     *
     * @param deltas gradients with respect to the weighted sums, reads x outputs; not modified
     * @return examples x inputs of the connection, which the caller may modify
     */
    FMatrixRMaj below(Connection at, FMatrixRMaj deltas);
}
