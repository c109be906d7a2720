package org.ohmgrad.run;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.Weights;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Provenance;
import org.ohmgrad.report.record.RunRecord;

/** Trains one network from its initial weights to its last epoch, and writes down what happened. */
public final class Run {
    private final RunSettings settings;
    private final Partition data;
    private final FloatParts floatParts;
    private final Checkpoints checkpoints;
    private final TrainingEpochs epochs;
    private final Pace pace = new Pace();

    /**
     * A run that has not begun.
     *
     * @param floatParts float trainings that other runs may share
     * @param checkpoints where epochs are kept and taken from
     */
    public Run(RunSettings settings, Partition data, FloatParts floatParts, Checkpoints checkpoints) {
        this.settings = settings;
        this.data = data;
        this.floatParts = floatParts;
        this.checkpoints = checkpoints;
        epochs = new TrainingEpochs(settings, data);
    }

    /** The run's record. */
    RunRecord execute(Provenance provenance) {
        Measured found = measured();
        SortedMap<String, Double> summary = found.summary();
        Epoch last = found.epochs().get(found.epochs().size() - 1);
        if (diverged(last)) {
            summary.put("diverged", 1.0);
        } else {
            copy(last.values(), "test_accuracy", summary);
            copy(last.values(), "validation_accuracy", summary);
        }
        return new RunRecord(
                settings.key(),
                settings.seed(),
                summary,
                found.epochs(),
                found.maps(),
                found.opening(),
                diverged(last) ? Confusion.none() : found.confusion(),
                provenance,
                pace.seconds());
    }

    /** A loss that is no number is left out of the record; the accuracy beside it is that of a constant answer. */
    private static boolean diverged(Epoch last) {
        return !last.values().containsKey("train_loss") || !last.values().containsKey("test_loss");
    }

    private static void copy(Map<String, Double> from, String name, Map<String, Double> to) {
        if (from.containsKey(name)) {
            to.put(name, from.getOrDefault(name, 0.0));
        }
    }

    private Measured measured() {
        int all = settings.training().epochs();
        return trained()
                .map(ChipTraining::found)
                .orElseGet(() -> Measured.ofDiverged(
                        settings.rule().floatEpochs(all),
                        all,
                        epochs.initialWeights().depth()));
    }

    /**
     * Trains, and measures after every epoch on the chip; goes on from a checkpoint if there is one.
     *
     * @return empty if the training in float diverged, as what is no number cannot be written into cells
     */
    public Optional<ChipTraining> trained() {
        int all = settings.training().epochs();
        int inFloat = settings.rule().floatEpochs(all);
        Checkpoint checkpoint = checkpoints.of(settings);
        // Read over any weights: none of them stays, so the float training need not be made again for them.
        Optional<ChipTraining> kept = checkpoint.read(() -> onChip(epochs.initialWeights()));
        Weights weights = kept.isPresent() ? epochs.initialWeights() : firstWeights(inFloat);
        if (!weights.areNumbers()) {
            return Optional.empty();
        }
        ChipTraining training = kept.orElseGet(() -> begin(weights, inFloat));
        int done = inFloat + training.found().epochs().size();
        if (done > inFloat) {
            say(" goes on after epoch ", done);
        }
        for (int epoch = done; epoch < all; epoch++) {
            training.trainEpoch(epoch);
            if (epoch < all - 1 && checkpoints.areDue(pace, epoch + 1, all)) {
                checkpoint.write(training);
            }
        }
        training.close();
        return Optional.of(training);
    }

    private ChipTraining onChip(Weights weights) {
        return new ChipTraining(settings, data, epochs, weights, pace);
    }

    private Weights firstWeights(int inFloat) {
        return inFloat == 0
                ? epochs.initialWeights()
                : floatParts.weights(settings.floatPart(), () -> trainInFloat(inFloat));
    }

    private ChipTraining begin(Weights weights, int inFloat) {
        ChipTraining training = onChip(weights);
        training.findRanges();
        if (inFloat > 0) {
            training.measureProgrammed(inFloat);
        }
        training.open();
        return training;
    }

    /** The last epoch is followed by a checkpoint too: it stays until no run of the experiment needs its weights. */
    private Weights trainInFloat(int inFloat) {
        Checkpoint checkpoint = checkpoints.ofFloatPart(settings);
        FloatTraining training =
                checkpoint.read(() -> new FloatTraining(epochs, pace)).orElseGet(() -> new FloatTraining(epochs, pace));
        if (training.done() > 0 && training.done() < inFloat) {
            say("'s training in float goes on after epoch ", training.done());
        }
        while (training.done() < inFloat) {
            training.trainEpoch();
            if (checkpoints.areDue(pace, training.done(), settings.training().epochs())) {
                checkpoint.write(training);
            }
        }
        return training.weights();
    }

    private void say(String what, int epoch) {
        int all = settings.training().epochs();
        System.err.println("Run " + settings.shortName() + what + epoch + " of " + all + ".");
    }
}
