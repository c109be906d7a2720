package org.ohmgrad.run;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ohmgrad.data.Examples;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Weights;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.converter.ReadCounts;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.GradientFidelity;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.update.MatrixUpdate;

/**
 * What a layer did in an epoch, and how good its gradient is at the epoch's end, if that is asked for: on a fixed probe of the
 * first training examples, against float backpropagation through the mean forward read.
 */
final class Telemetry {
    private final TrainingStep step;
    private final RunSettings settings;
    private final Shape shape;
    private final Batch probe;
    private final Accounts accounts;

    Telemetry(TrainingStep step, RunSettings settings, Partition data, Accounts accounts) {
        this.step = step;
        this.accounts = accounts;
        this.settings = settings;
        shape = data.shape();
        Examples train = data.train();
        int count = Math.min(settings.telemetry().probe(), train.count());
        Examples chosen = train.select(IntStream.range(0, count).toArray());
        probe = new Batch(chosen.inputs(), chosen.targets());
    }

    /** Measures, and starts all counts anew. */
    Epoch epoch(int epoch, SortedMap<String, Double> values) {
        List<SortedMap<String, Double>> layers = IntStream.range(
                        0, step.network().depth())
                .mapToObj(this::counts)
                .toList();
        if (settings.telemetry().isDue(epoch, settings.training().epochs())) {
            compare(epoch, layers);
        }
        return new Epoch(epoch, values, layers, accounts.sinceLast());
    }

    private SortedMap<String, Double> counts(int layer) {
        SortedMap<String, Double> values = new TreeMap<>();
        if (layer >= step.firstTrained()) {
            MatrixUpdate update = step.updates().get(layer - step.firstTrained());
            putWrites(values, update, step.network().synapse(layer).weights());
            putUpdates(values, update);
        }
        putReads(values, layer);
        return values;
    }

    private void compare(int epoch, List<SortedMap<String, Double>> layers) {
        Weights realised = Weights.realised(step.network());
        Gradients exact = step.learner().exact(realised, settings.network(), shape, probe);
        Gradients chip = step.probe(probe, epoch);
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layer >= step.firstTrained()) {
                GradientFidelity fidelity = GradientFidelity.of(
                        chip.weights().get(layer - step.firstTrained()),
                        exact.weights().get(layer));
                put(layers.get(layer), "gradient_angle_degrees", fidelity.angleDegrees());
                put(layers.get(layer), "gradient_norm_ratio", fidelity.normRatio());
            }
            if (layer < layers.size() - 1) {
                put(layers.get(layer), "feedback_angle_degrees", feedbackAngle(layer, realised));
            }
        }
    }

    private OptionalDouble feedbackAngle(int layer, Weights realised) {
        int above = layer + 1;
        return step.learner()
                .feedbackOf(above)
                .map(matrix ->
                        GradientFidelity.angleDegrees(matrix, step.learner().exactFeedbackOf(above, realised)))
                .orElse(OptionalDouble.empty());
    }

    /** Of schemes with arrays of their own, how many of the cells written were the weights' own; the ledger starts them anew. */
    private static void putWrites(Map<String, Double> values, MatrixUpdate update, TileGrid weights) {
        if (!update.grids().isEmpty()) {
            values.put("weight_writes", (double) weights.writeSums().cells());
        }
    }

    private static void putUpdates(Map<String, Double> values, MatrixUpdate update) {
        putShare(values, "updates_lost_share", update.lostChanges(), update.wantedChanges());
        values.put("cell_writes", (double) update.cellWrites());
        update.resetCounts();
    }

    private void putReads(Map<String, Double> values, int layer) {
        TileGrid weights = step.network().synapse(layer).weights();
        values.put("clipped_weights_share", weights.clippedShare());
        putWires(values, weights);
        putCalibration(values, weights);
        putReads(values, "forward", weights.forwardCounts());
        putReads(values, "transposed", weights.transposedCounts());
    }

    /** Of layers whose wires were solved anew in the epoch after cells had changed. */
    private static void putWires(Map<String, Double> values, TileGrid weights) {
        if (weights.wiresStrayed() > 0) {
            values.put("wires_strayed_share", weights.wiresStrayed());
        }
        weights.forgetWiresStrayed();
    }

    /** Of layers whose transposed read was used, on chips whose sensed lines may be off. */
    private static void putCalibration(Map<String, Double> values, TileGrid weights) {
        if (weights.transposedCounts().adc() > 0) {
            weights.transposedResidual().ifPresent(residual -> {
                values.put("calibration_vectors", (double)
                        weights.chip().transposeCalibration().vectors());
                values.put("transposed_gain_error", residual.gain());
                values.put("transposed_offset_error", residual.offset());
            });
        }
    }

    private static void putReads(Map<String, Double> values, String direction, ReadCounts counts) {
        putShare(values, "dac_" + direction + "_saturated_share", counts.dacSaturated(), counts.dac());
        putShare(values, "adc_" + direction + "_saturated_share", counts.adcSaturated(), counts.adc());
    }

    private static void putShare(Map<String, Double> values, String name, long part, long whole) {
        if (whole > 0) {
            values.put(name, part / (double) whole);
        }
    }

    private static void put(Map<String, Double> values, String name, OptionalDouble value) {
        value.ifPresent(number -> values.put(name, number));
    }
}
