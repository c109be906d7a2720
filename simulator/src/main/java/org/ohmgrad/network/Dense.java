package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * A fully connected layer.
 *
 * @param units outputs
 * @param activation what it does to its weighted sums
 */
public record Dense(int units, @Default("\"by-network\"") LayerActivation activation) implements LayerSettings {
    /** Most outputs of one layer. */
    static final int WIDEST = 32_768;

    /** Refuses layers too wide for a matrix between two of them. */
    public Dense {
        Check.that().inRange("units", units, 1, WIDEST).holds();
    }

    @Override
    public boolean isDense() {
        return true;
    }

    @Override
    public Shape outputs(Shape inputs) {
        return Shape.of(units);
    }

    @Override
    public List<MatrixSize> matrices(Shape inputs) {
        return List.of(new MatrixSize(inputs.features(), units));
    }

    @Override
    public Layer build(Shape inputs, Activation usual, Iterator<Synapse> synapses) {
        return new DenseLayer(synapses.next(), activation.or(usual));
    }
}
