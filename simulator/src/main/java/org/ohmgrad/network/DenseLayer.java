package org.ohmgrad.network;

import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/** A fully connected layer at work: one read an example, plus the bias, and an activation. */
public final class DenseLayer implements Layer, Connection {
    private final Synapse synapse;
    private final Activation activation;

    /** A layer of one synapse. */
    public DenseLayer(Synapse synapse, Activation activation) {
        this.synapse = synapse;
        this.activation = activation;
    }

    @Override
    public Synapse synapse() {
        return synapse;
    }

    /** What the layer does to its weighted sums. */
    public Activation activation() {
        return activation;
    }

    @Override
    public int inputs() {
        return synapse.weights().rows();
    }

    @Override
    public int reads() {
        return 1;
    }

    @Override
    public FMatrixRMaj gathered(FMatrixRMaj errors) {
        return errors;
    }

    @Override
    public List<Connection> connections() {
        return List.of(this);
    }

    @Override
    public DenseStage forward(FMatrixRMaj inputs, Occasion occasion) {
        FMatrixRMaj sums = synapse.sums(inputs, occasion);
        return new DenseStage(this, inputs, sums, activation.of(sums));
    }

    /**
     * A dense layer's part of a pass.
     *
     * @param layer the layer
     * @param input examples x inputs
     * @param sums weighted sums, examples x outputs
     * @param output examples x outputs
     */
    public record DenseStage(DenseLayer layer, FMatrixRMaj input, FMatrixRMaj sums, FMatrixRMaj output)
            implements Stage {
        @Override
        public Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way) {
            layer.activation.carryBack(output, error);
            return backFromSums(error, way);
        }

        /** The same for an error at the weighted sums; it is kept. */
        Supplier<FMatrixRMaj> backFromSums(FMatrixRMaj deltas, Backward way) {
            way.learn(layer.synapse, input, deltas);
            return () -> way.below(layer, deltas);
        }
    }
}
