package org.ohmgrad.run;

import org.ohmgrad.network.Weights;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.update.NearestLevel;

/** The float training that comes before the chip: backpropagation in exact numbers, with nothing measured. */
final class FloatTraining implements Checkpoint.Content {
    private final TrainingEpochs epochs;
    private final Pace pace;
    private final TrainingStep step;
    private int done;

    FloatTraining(TrainingEpochs epochs, Pace pace) {
        this.epochs = epochs;
        this.pace = pace;
        step = epochs.start(
                epochs.initialWeights(), new Backpropagation(), new NearestLevel(), Chip.exactNumbers(), new Clock());
    }

    /** Epochs trained so far. */
    int done() {
        return done;
    }

    /** Trains for an epoch. */
    void trainEpoch() {
        epochs.train(step, done);
        done++;
    }

    /** The weights now. */
    Weights weights() {
        return Weights.of(step.network());
    }

    @Override
    public void keep(Archive archive) {
        done = archive.keep(done);
        step.keep(archive);
        pace.keep(archive);
    }
}
