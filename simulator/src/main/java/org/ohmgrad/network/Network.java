package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Finite;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;

/** Layers one after another, and the loss that trains them. */
public final class Network {
    private final List<Layer> layers;
    private final Loss loss;

    /** A network of at least one layer. */
    public Network(List<Layer> layers, Loss loss) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        this.layers = List.copyOf(layers);
        this.loss = loss;
    }

    /** The layers, from the input on. */
    public List<Layer> layers() {
        return layers;
    }

    /** Number of layers. */
    public int depth() {
        return layers.size();
    }

    /** One layer, counted from 0. */
    public Layer layer(int index) {
        return layers.get(index);
    }

    /** The last layer. */
    public Layer lastLayer() {
        return layers.get(layers.size() - 1);
    }

    /** The loss. */
    public Loss loss() {
        return loss;
    }

    /**
     * Carries a batch through every layer.
     *
     * @param inputs examples x inputs; not modified
     * @throws IllegalArgumentException if an input is infinite or no number
     */
    public Pass forward(FMatrixRMaj inputs, Occasion occasion) {
        Finite.require("inputs", inputs);
        List<FMatrixRMaj> activations = new ArrayList<>(List.of(inputs));
        FMatrixRMaj sums = inputs;
        for (Layer layer : layers) {
            sums = layer.sums(activations.get(activations.size() - 1), occasion);
            activations.add(layer.activation().of(sums));
        }
        return new Pass(activations, sums);
    }

    /** Mean loss of a pass. */
    public double loss(Pass pass, FMatrixRMaj targets) {
        return loss.value(pass.lastSums(), pass.output(), targets);
    }

    /** Each example's loss gradient with respect to the last layer's weighted sums. */
    public FMatrixRMaj lastDelta(Pass pass, FMatrixRMaj targets) {
        return loss.delta(lastLayer().activation(), pass.output(), targets);
    }

    /** Lets the chip read what later tells how far its cells have drifted; see {@link #compensateDrift()}. */
    public void watchDrift() {
        layers.forEach(layer -> layer.weights().watchDrift());
    }

    /** Lets the chip take back what its cells have drifted since {@link #watchDrift()}, if it knows how. */
    public void compensateDrift() {
        layers.forEach(layer -> layer.weights().compensateDrift());
    }

    /** Brings all cells to the temperature of the last test. */
    public void warmForLastTest() {
        layers.forEach(layer -> layer.weights().warmForLastTest());
    }

    /** Lets all cells drift to the clock's time. */
    public void refresh() {
        layers.forEach(layer -> layer.weights().refresh());
    }

    /** Keeps all weights and biases. */
    public void keep(Archive archive) {
        layers.forEach(layer -> layer.keep(archive));
    }
}
