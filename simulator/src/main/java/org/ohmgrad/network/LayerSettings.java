package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;

/** One layer of a network as it is described; the last layer, whose width comes from the data, is not among them. */
public sealed interface LayerSettings permits Dense, Convolution, MaxPooling, AveragePooling, Residual {
    /** Whether it is a dense layer, which the short spelling of a network could name. */
    default boolean isDense() {
        return false;
    }

    /**
     * Shape of what the layer gives.
     *
     * @throws IllegalArgumentException with the reason, if it cannot take such an input
     */
    Shape outputs(Shape inputs);

    /**
     * The weight matrices that it needs, in the order in which signals pass them.
     *
     * @throws IllegalArgumentException with the reason, if it cannot take such an input
     */
    List<MatrixSize> matrices(Shape inputs);

    /**
     * Makes the layer.
     *
     * @param usual activation of layers that name none
     * @param synapses gives the layer's own ones next, and is moved on past them
     */
    Layer build(Shape inputs, Activation usual, Iterator<Synapse> synapses);

    /**
     * Size of a weight matrix.
     *
     * @param rows inputs
     * @param cols outputs
     */
    record MatrixSize(int rows, int cols) {}
}
