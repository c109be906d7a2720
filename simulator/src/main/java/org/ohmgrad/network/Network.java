package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Finite;
import org.ohmgrad.network.DenseLayer.DenseStage;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;

/** Layers one after another, of which the last is dense, and the loss that trains them. */
public final class Network {
    private final List<Layer> hidden;
    private final DenseLayer last;
    private final Loss loss;
    private final List<Connection> connections = new ArrayList<>();

    /**
     * A network.
     *
     * @param hidden all layers but the last, from the input on; may be empty
     * @param last the last layer, whose weighted sums the loss is taken of
     * @throws IllegalArgumentException if synapses are not numbered in the order in which signals pass them
     */
    public Network(List<? extends Layer> hidden, DenseLayer last, Loss loss) {
        this.hidden = List.copyOf(hidden);
        this.last = last;
        this.loss = loss;
        this.hidden.forEach(layer -> connections.addAll(layer.connections()));
        connections.addAll(last.connections());
        for (int k = 0; k < connections.size(); k++) {
            if (connections.get(k).synapse().number() != k) {
                throw new IllegalArgumentException("synapses must be numbered from the input on");
            }
        }
    }

    /** All layers but the last, from the input on. */
    public List<Layer> hidden() {
        return hidden;
    }

    /** The last layer. */
    public DenseLayer last() {
        return last;
    }

    /** How its synapses stand in their layers, from the input on. */
    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    /** All that learns, from the input on. */
    public List<Synapse> synapses() {
        return connections.stream().map(Connection::synapse).toList();
    }

    /** One synapse, counted from 0. */
    public Synapse synapse(int number) {
        return connections.get(number).synapse();
    }

    /** Number of synapses. */
    public int depth() {
        return connections.size();
    }

    /** The loss. */
    public Loss loss() {
        return loss;
    }

    /** Whether every layer is dense, so that layer and synapse are the same. */
    public boolean isDense() {
        return hidden.stream()
                .allMatch(layer -> layer.connections().equals(List.of(layer))
                        && layer.connections().get(0).reads() == 1);
    }

    /**
     * Carries a batch through every layer.
     *
     * @param inputs examples x inputs; not modified
     * @throws IllegalArgumentException if an input is infinite or no number
     */
    public Pass forward(FMatrixRMaj inputs, Occasion occasion) {
        Finite.require("inputs", inputs);
        List<Stage> stages = Chain.forward(hidden, inputs, occasion);
        FMatrixRMaj top =
                stages.isEmpty() ? inputs : stages.get(stages.size() - 1).output();
        return new Pass(stages, last.forward(top, occasion));
    }

    /** Mean loss of an answer. */
    public double loss(Answer answer, FMatrixRMaj targets) {
        return loss.value(answer.sums(), answer.outputs(), targets);
    }

    /** Each example's loss gradient with respect to the last layer's weighted sums. */
    public FMatrixRMaj lastDelta(Answer answer, FMatrixRMaj targets) {
        return loss.delta(last.activation(), answer.outputs(), targets);
    }

    /**
     * Carries an error back as far as something learns.
     *
     * @param pass what a batch left
     * @param deltas gradients with respect to the last layer's weighted sums; kept
     * @param firstTrained the lowest synapse that learns, counted from 0
     * @param way is told of every synapse that the error reaches, from the last down
     */
    public void back(Pass pass, FMatrixRMaj deltas, int firstTrained, Backward way) {
        DenseStage top = pass.last();
        Supplier<FMatrixRMaj> error = top.backFromSums(deltas, way);
        Chain.back(pass.hidden(), lowestLayerWith(firstTrained), error, way);
    }

    private int lowestLayerWith(int synapse) {
        int passed = 0;
        for (int layer = 0; layer < hidden.size(); layer++) {
            passed += hidden.get(layer).connections().size();
            if (passed > synapse) {
                return layer;
            }
        }
        return hidden.size();
    }

    /** Lets the chip read what later tells how far its cells have drifted; see {@link #compensateDrift()}. */
    public void watchDrift() {
        grids().forEach(TileGrid::watchDrift);
    }

    /** Lets the chip take back what its cells have drifted since {@link #watchDrift()}, if it knows how. */
    public void compensateDrift() {
        grids().forEach(TileGrid::compensateDrift);
    }

    /** Brings all cells to the temperature of the last test. */
    public void warmForLastTest() {
        grids().forEach(TileGrid::warmForLastTest);
    }

    /** Lets all cells drift to the clock's time. */
    public void refresh() {
        grids().forEach(TileGrid::refresh);
    }

    private List<TileGrid> grids() {
        return connections.stream()
                .flatMap(at -> at.synapse().matrix().grids().stream())
                .toList();
    }

    /** Keeps all weights and biases. */
    public void keep(Archive archive) {
        connections.forEach(at -> at.synapse().keep(archive));
    }
}
