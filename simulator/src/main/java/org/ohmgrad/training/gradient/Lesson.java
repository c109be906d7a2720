package org.ohmgrad.training.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.tile.TileGrid;

/** What a batch teaches: for every synapse the products whose sum, divided by the examples, is its gradient; and the loss. */
public final class Lesson {
    private final int examples;
    private final Map<Synapse, List<Outer>> outers = new LinkedHashMap<>();
    private final Map<TileGrid, OwnGradient> own = new HashMap<>();
    private double loss;

    /** A lesson of so many examples, without gradients yet. */
    public Lesson(int examples) {
        this.examples = examples;
    }

    /** Adds a product to the gradient of a synapse. */
    public void add(Synapse to, FMatrixRMaj inputs, FMatrixRMaj deltas, float factor) {
        outers.computeIfAbsent(to, synapse -> new ArrayList<>()).add(new Outer(inputs, deltas, factor));
    }

    /** Says how a matrix of the learner's own should change, instead of by the transposed gradient of its synapse. */
    public void add(TileGrid matrix, OwnGradient gradient) {
        own.put(matrix, gradient);
    }

    /** What was said of a matrix of the learner's own; empty if nothing was. */
    public Optional<OwnGradient> of(TileGrid matrix) {
        return Optional.ofNullable(own.get(matrix));
    }

    /** Says the mean loss before the update. */
    public Lesson withLoss(double value) {
        loss = value;
        return this;
    }

    /** The mean loss before the update. */
    public double loss() {
        return loss;
    }

    /** Examples of the batch, by whose number sums are divided. */
    public int examples() {
        return examples;
    }

    /** One product whose sum over rows is that of all products of a synapse; as it is if there is one alone. */
    Outer outerOf(Synapse synapse) {
        List<Outer> all = outers.getOrDefault(synapse, List.of());
        if (all.size() == 1 && all.get(0).factor() == 1) {
            return all.get(0);
        }
        int rows = all.stream().mapToInt(outer -> outer.inputs().numRows).sum();
        FMatrixRMaj inputs = new FMatrixRMaj(rows, synapse.weights().rows());
        FMatrixRMaj deltas = new FMatrixRMaj(rows, synapse.weights().cols());
        int row = 0;
        for (Outer outer : all) {
            copy(outer.inputs(), 1, inputs, row);
            copy(outer.deltas(), outer.factor(), deltas, row);
            row += outer.inputs().numRows;
        }
        return new Outer(inputs, deltas, 1);
    }

    private static void copy(FMatrixRMaj from, float factor, FMatrixRMaj to, int row) {
        int at = row * to.numCols;
        for (int k = 0; k < from.getNumElements(); k++) {
            to.data[at + k] = factor * from.data[k];
        }
    }
}
