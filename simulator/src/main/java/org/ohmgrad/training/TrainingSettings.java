package org.ohmgrad.training;

import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.gradient.GradientClipping;
import org.ohmgrad.training.optimizer.ConstantRateSchedule;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.RateSchedule;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateConditions;

/**
 * How long and how fast a network learns.
 *
 * @param epochs passes over the training examples
 * @param batch examples per update; the last batch of an epoch may be smaller
 * @param learningRate step size, per mean gradient of a batch
 * @param biasRateFactor learning rate of the biases as a multiple of learningRate
 * @param optimizer turns gradients into wanted changes
 * @param clipping bounds the gradients first
 * @param waitBeforeTest chip time that passes between the end of training and the last test, seconds
 * @param schedule how the learning rate changes from epoch to epoch
 */
public record TrainingSettings(
        int epochs,
        @Called("examples of a batch") int batch,
        @Called("learning rate") double learningRate,
        @Default("1") double biasRateFactor,
        @Default("{\"type\": \"sgd\"}") Optimizer optimizer,
        @Default("{\"type\": \"none\"}") GradientClipping clipping,

        @Called("wait before the test (seconds)") @Default("0")
        double waitBeforeTest,

        @Default("{\"type\": \"constant\"}") RateSchedule schedule) {
    /** Refuses what cannot train. */
    public TrainingSettings {
        Check.that()
                .inRange("epochs", epochs, 1, 100_000)
                .inRange("batch", batch, 1, 1_000_000)
                .positive("learningRate", learningRate)
                .notNegative("biasRateFactor", biasRateFactor)
                .inRange("waitBeforeTest", waitBeforeTest, 0, 1e30)
                .holds();
    }

    /**
     * Settings whose learning rate stays as it is.
     *
     * @param epochs passes over the training examples
     * @param batch examples per update
     * @param learningRate step size, per mean gradient of a batch
     * @param biasRateFactor learning rate of the biases as a multiple of learningRate
     * @param optimizer turns gradients into wanted changes
     * @param clipping bounds the gradients first
     * @param waitBeforeTest chip time before the last test, seconds
     */
    public TrainingSettings(
            int epochs,
            int batch,
            double learningRate,
            double biasRateFactor,
            Optimizer optimizer,
            GradientClipping clipping,
            double waitBeforeTest) {
        this(
                epochs,
                batch,
                learningRate,
                biasRateFactor,
                optimizer,
                clipping,
                waitBeforeTest,
                new ConstantRateSchedule());
    }

    /** What an update scheme works under where a rule learns with these settings. */
    public UpdateConditions conditions(Chip chip, LearningRule rule) {
        return new UpdateConditions(chip, optimizer, clipping, rule.asksForWeights());
    }
}
