package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.Document;
import org.ohmgrad.data.Partition;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.Probing;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.run.Checkpoints;
import org.ohmgrad.run.ChipTraining;
import org.ohmgrad.run.FloatParts;
import org.ohmgrad.run.Run;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * A bench for notebooks: presets by name, and single training runs that leave no files. A run here is the very run of
 * an experiment, so it gives the same numbers.
 *
 * <pre>{@code
 * var lab = Lab.of("quickstart", 4);
 * var trained = lab.train(Lab.chip("sidra-y10"), new Backpropagation(), new StochasticRounding(), 1);
 * trained.last("test_accuracy");
 * trained.network().synapse(0).weights().tiles();
 * }</pre>
 */
public final class Lab {
    private final Partition data;
    private final NetworkSettings network;
    private final TrainingSettings training;

    /**
     * A bench for one network and one data set.
     *
     * @param data what is learned
     * @param network what learns
     * @param training how long and how fast
     */
    public Lab(Partition data, NetworkSettings network, TrainingSettings training) {
        this.data = data;
        this.network = network;
        this.training = training;
    }

    /**
     * A bench with the data set, the network and the training of a preset experiment.
     *
     * @param experiment name of a packaged experiment, such as {@code quickstart}
     * @param epochs passes over the training examples, in place of the experiment's own number
     * @return the bench, its data loaded
     * @throws org.ohmgrad.config.ConfigException if there is no such preset
     * @throws IllegalArgumentException if epochs is below 1
     * @throws org.ohmgrad.data.DataException if the data cannot be read
     */
    public static Lab of(String experiment, int epochs) {
        return of(Catalogue.path("experiments/" + experiment + ".json"), epochs);
    }

    /**
     * The same for an experiment file of the user's own.
     *
     * @param experiment the file
     * @param epochs passes over the training examples, in place of the experiment's own number
     * @return the bench, its data loaded
     * @throws org.ohmgrad.config.ConfigException with every problem of the file
     * @throws IllegalArgumentException if epochs is below 1
     * @throws org.ohmgrad.data.DataException if the data cannot be read
     */
    public static Lab of(Path experiment, int epochs) {
        Experiment settings = Settings.reader().read(experiment).bind(Experiment.class);
        Path folder = Optional.ofNullable(experiment.getParent()).orElse(Path.of("."));
        return new Lab(settings.dataset().load(folder), settings.network(), lasting(epochs, settings.training()));
    }

    private static TrainingSettings lasting(int epochs, TrainingSettings training) {
        return new TrainingSettings(
                epochs,
                training.batch(),
                training.learningRate(),
                training.biasRateFactor(),
                training.optimizer(),
                training.clipping(),
                training.waitBeforeTest(),
                training.schedule());
    }

    /**
     * A preset chip.
     *
     * @param name name of a packaged chip, such as {@code sidra-y10}
     * @return the chip
     * @throws org.ohmgrad.config.ConfigException if there is no such preset
     */
    public static Chip chip(String name) {
        return chip(name, Map.of());
    }

    /**
     * A preset chip with some values replaced, for example {@code chip("sidra-y10", Map.of("/cell/bits", 4))}.
     *
     * @param name name of a packaged chip
     * @param changes JSON pointer inside the chip to the value it takes: a number, or anything whose text is JSON
     * @return the chip
     * @throws org.ohmgrad.config.ConfigException if there is no such preset, no such place or the value cannot be
     */
    public static Chip chip(String name, Map<String, ?> changes) {
        Document document = Settings.reader().read(Catalogue.path("chips/" + name + ".json"));
        for (Map.Entry<String, ?> change : changes.entrySet()) {
            document = document.with(change.getKey(), String.valueOf(change.getValue()));
        }
        return document.bind(Chip.class);
    }

    /**
     * The same chip made of other cells. Its levels, faults, converters and all else stay.
     *
     * @param chip not modified
     * @param name what the new chip is called
     * @param device the physics of its cells
     * @return the new chip, without the sources of the old one's constants
     */
    public static Chip withDevice(Chip chip, String name, DeviceModel device) {
        return chip.madeOf(name, chip.cell().madeOf(device));
    }

    /** {@return the data set, loaded and divided} */
    public Partition data() {
        return data;
    }

    /** {@return the network's settings} */
    public NetworkSettings network() {
        return network;
    }

    /** {@return how long and how fast it learns} */
    public TrainingSettings training() {
        return training;
    }

    /**
     * Trains a fresh network on a chip.
     *
     * @param chip the hardware
     * @param rule how the error reaches the layers
     * @param update how a wanted change becomes new levels
     * @param seed seed of initial weights, order of the examples and all noise
     * @return the network, and what was measured of it
     * @throws IllegalArgumentException if the rule needs more epochs than this bench trains, or the scheme cannot work
     *     on the chip
     * @throws IllegalStateException if the rule's training in float diverges, as there is nothing to write into cells
     */
    public Trained train(Chip chip, LearningRule rule, UpdateScheme update, long seed) {
        List<String> objections = update.objections(training.conditions(chip, rule));
        List<String> unfit = rule.objections(network);
        int inFloat = rule.floatEpochs(training.epochs());
        Check.that()
                .rule("epochs", training.epochs() > inFloat, "must be above the rule's " + inFloat + " in float")
                .rule("rule", unfit.isEmpty(), String.join("; ", unfit))
                .rule("update", objections.isEmpty(), String.join("; ", objections))
                .holds();
        // No record is kept, so the run needs no key, and it shares its float part with no other.
        RunSettings run = new RunSettings("", "", "", network, training, new Probing(), chip, rule, update, seed);
        ChipTraining training = new Run(run, data, new FloatParts(), Checkpoints.none())
                .trained()
                .orElseThrow(
                        () -> new IllegalStateException("the training in float diverged: lower the learning rate"));
        return new Trained(training.network(), training.found().epochs());
    }

    /**
     * Trains a fresh network of plain numbers: what the rule does without hardware.
     *
     * @param rule how the error reaches the layers
     * @param seed the same seed as a run on a chip shares with it the initial weights and the order of the examples
     * @return the same as {@link #train}
     * @throws IllegalArgumentException if the rule needs more epochs than this bench trains
     */
    public Trained trainInFloat(LearningRule rule, long seed) {
        return train(Chip.exactNumbers(), rule, new NearestLevel(), seed);
    }
}
