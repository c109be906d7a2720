package org.ohmgrad.run;

import java.util.Arrays;
import org.ohmgrad.data.Examples;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Weights;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;

/** Takes the training examples of a run through a network, each epoch in its own order. */
final class TrainingEpochs {
    private static final int LOOK = 64;

    private final RunSettings settings;
    private final Shape shape;
    private final Examples examples;
    private final Draws order;

    TrainingEpochs(RunSettings settings, Partition data) {
        this.settings = settings;
        shape = data.shape();
        examples = data.train();
        order = new Draws(settings.seed(), Phase.ORDER.stream("train"));
    }

    /** The weights that the run begins with. */
    Weights initialWeights() {
        return settings.network().initialWeights(shape, examples.classes(), settings.seed());
    }

    /** A network of some weights on a chip, ready to be trained by a rule. */
    TrainingStep start(Weights weights, LearningRule rule, UpdateScheme update, Chip chip, Clock clock) {
        Network network = settings.network().build(shape, weights, chip, clock, settings.seed());
        return new TrainingStep(
                network, rule, update, settings.training(), settings.network(), chip, clock, settings.seed());
    }

    /** Lets converters find their range, if they must, by the examples that are trained on first. */
    void findRanges(TrainingStep step) {
        int[] first = Arrays.copyOf(order.permutation(0, examples.count()), Math.min(LOOK, examples.count()));
        Examples chosen = examples.select(first);
        step.findRanges(new Batch(chosen.inputs(), chosen.targets()));
    }

    /** One pass over the training examples in the epoch's own order; returns the mean loss. */
    double train(TrainingStep step, int epoch) {
        int size = settings.training().batch();
        int[] rows = order.permutation(epoch, examples.count());
        int stepsPerEpoch = (examples.count() + size - 1) / size;
        double loss = 0;
        step.startEpoch(epoch);
        for (int start = 0; start < rows.length; start += size) {
            int[] chosen = Arrays.copyOfRange(rows, start, Math.min(rows.length, start + size));
            Examples batch = examples.select(chosen);
            loss += step.run(new Batch(batch.inputs(), batch.targets()), (long) epoch * stepsPerEpoch + start / size)
                    * chosen.length;
        }
        return loss / rows.length;
    }
}
