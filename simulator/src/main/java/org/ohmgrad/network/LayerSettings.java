package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

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
     * What layers give, one behind the other.
     *
     * @param each is told of every layer and of the shape that it gets
     * @throws UnfitLayer naming the first that cannot take what it gets
     */
    static Shape through(List<LayerSettings> layers, Shape inputs, BiConsumer<LayerSettings, Shape> each) {
        Shape now = inputs;
        for (int k = 0; k < layers.size(); k++) {
            try {
                each.accept(layers.get(k), now);
                now = layers.get(k).outputs(now);
            } catch (UnfitLayer inner) {
                throw UnfitLayer.inside(k, inner);
            } catch (IllegalArgumentException e) {
                throw UnfitLayer.of(k, e);
            }
        }
        return now;
    }

    /**
     * Size of a weight matrix.
     *
     * @param rows inputs
     * @param cols outputs
     */
    record MatrixSize(int rows, int cols) {}
}
