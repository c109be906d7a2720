package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;

/**
 * The exact gradient of the squared error of states that have settled freely from 0 as {@link EquilibriumPropagation} has them:
 * backpropagation through all steps, in floats.
 */
final class SettledGradient {
    private final Weights weights;
    private final int steps;
    private final float share;

    SettledGradient(Weights weights, int steps, float share) {
        this.weights = weights;
        this.steps = steps;
        this.share = share;
    }

    Gradients of(Batch batch) {
        List<List<FMatrixRMaj>> history = settle(batch);
        Gradients sums = zeros();
        List<FMatrixRMaj> errors = lastErrors(history.get(steps), batch);
        for (int step = steps; step > 0; step--) {
            errors = back(history.get(step - 1), history.get(step), errors, sums);
        }
        sums.weights().forEach(matrix -> CommonOps_FDRM.scale(1f / batch.size(), matrix));
        sums.biases().forEach(bias -> CommonOps_FDRM.scale(1f / batch.size(), bias));
        return sums;
    }

    /** The states of all layers after every step, those before the first among them; each with the inputs first. */
    private List<List<FMatrixRMaj>> settle(Batch batch) {
        List<FMatrixRMaj> states = new ArrayList<>(List.of(batch.inputs()));
        weights.matrices().forEach(matrix -> states.add(new FMatrixRMaj(batch.size(), matrix.numCols)));
        List<List<FMatrixRMaj>> history = new ArrayList<>(List.of(states));
        for (int step = 0; step < steps; step++) {
            history.add(next(history.get(step)));
        }
        return history;
    }

    private List<FMatrixRMaj> next(List<FMatrixRMaj> states) {
        List<FMatrixRMaj> next = new ArrayList<>(List.of(states.get(0)));
        for (int layer = 1; layer < states.size(); layer++) {
            FMatrixRMaj drive = drive(states, layer);
            float[] state = states.get(layer).data;
            for (int k = 0; k < state.length; k++) {
                drive.data[k] = Math.max(0, Math.min(1, Math.fma(share, drive.data[k] - state[k], state[k])));
            }
            next.add(drive);
        }
        return next;
    }

    private FMatrixRMaj drive(List<FMatrixRMaj> states, int layer) {
        FMatrixRMaj drive = product(states.get(layer - 1), weights.matrices().get(layer - 1));
        Synapse.addBias(drive, weights.biases().get(layer - 1));
        if (layer < weights.depth()) {
            CommonOps_FDRM.addEquals(
                    drive,
                    productTransposed(states.get(layer + 1), weights.matrices().get(layer)));
        }
        return drive;
    }

    private static List<FMatrixRMaj> lastErrors(List<FMatrixRMaj> states, Batch batch) {
        List<FMatrixRMaj> errors = new ArrayList<>();
        states.forEach(state -> errors.add(new FMatrixRMaj(state.numRows, state.numCols)));
        int last = states.size() - 1;
        for (int k = 0; k < batch.targets().data.length; k++) {
            errors.get(last).data[k] = states.get(last).data[k] - batch.targets().data[k];
        }
        return errors;
    }

    /** From errors at the states after a step to those at the states before it; adds what the step's weights had to do with it. */
    private List<FMatrixRMaj> back(
            List<FMatrixRMaj> before, List<FMatrixRMaj> after, List<FMatrixRMaj> errors, Gradients sums) {
        List<FMatrixRMaj> drives = new ArrayList<>();
        List<FMatrixRMaj> result = new ArrayList<>();
        for (int layer = 0; layer < errors.size(); layer++) {
            FMatrixRMaj inside = errors.get(layer).copy();
            FMatrixRMaj held = errors.get(layer).copy();
            for (int k = 0; k < inside.data.length; k++) {
                boolean moves = after.get(layer).data[k] > 0 && after.get(layer).data[k] < 1;
                inside.data[k] = moves ? share * inside.data[k] : 0;
                held.data[k] = moves ? (1 - share) * held.data[k] : 0;
            }
            drives.add(inside);
            result.add(held);
        }
        for (int k = 0; k < weights.depth(); k++) {
            FMatrixRMaj matrix = weights.matrices().get(k);
            FMatrixRMaj gradient = sums.weights().get(k);
            addOuter(before.get(k), drives.get(k + 1), gradient);
            CommonOps_FDRM.addEquals(sums.biases().get(k), columnSums(drives.get(k + 1)));
            if (k > 0) {
                addOuter(drives.get(k), before.get(k + 1), gradient);
                CommonOps_FDRM.addEquals(result.get(k), productTransposed(drives.get(k + 1), matrix));
                CommonOps_FDRM.addEquals(result.get(k + 1), product(drives.get(k), matrix));
            }
        }
        return result;
    }

    private Gradients zeros() {
        return new Gradients(
                0,
                weights.matrices().stream()
                        .map(matrix -> new FMatrixRMaj(matrix.numRows, matrix.numCols))
                        .toList(),
                weights.biases().stream()
                        .map(bias -> new FMatrixRMaj(1, bias.numCols))
                        .toList());
    }

    private static FMatrixRMaj product(FMatrixRMaj a, FMatrixRMaj b) {
        FMatrixRMaj result = new FMatrixRMaj(a.numRows, b.numCols);
        Gemm.best().mult(a, b, result);
        return result;
    }

    private static FMatrixRMaj productTransposed(FMatrixRMaj a, FMatrixRMaj b) {
        FMatrixRMaj result = new FMatrixRMaj(a.numRows, b.numRows);
        Gemm.best().multTransB(a, b, result);
        return result;
    }

    private static void addOuter(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj sum) {
        FMatrixRMaj outer = new FMatrixRMaj(a.numCols, b.numCols);
        Gemm.best().multTransA(a, b, outer);
        CommonOps_FDRM.addEquals(sum, outer);
    }

    private static FMatrixRMaj columnSums(FMatrixRMaj matrix) {
        FMatrixRMaj sums = new FMatrixRMaj(1, matrix.numCols);
        for (int k = 0; k < matrix.data.length; k++) {
            sums.data[k % matrix.numCols] += matrix.data[k];
        }
        return sums;
    }
}
