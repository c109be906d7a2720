package org.ohmgrad.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Weights;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.Ledger;
import org.ohmgrad.training.TrainingStep;

/** The training on a run's chip, with what is measured of it. */
public final class ChipTraining implements Checkpoint.Content {
    private final RunSettings settings;
    private final Partition data;
    private final TrainingEpochs epochs;
    private final Pace pace;
    private final Clock clock = new Clock();
    private final TrainingStep step;
    private final Accounts accounts;
    private final Telemetry telemetry;
    private final Measured found = new Measured();

    /** A network of some weights, programmed onto the chip. */
    ChipTraining(RunSettings settings, Partition data, TrainingEpochs epochs, Weights weights, Pace pace) {
        this.settings = settings;
        this.data = data;
        this.epochs = epochs;
        this.pace = pace;
        step = epochs.start(weights, settings.rule(), settings.update(), settings.chip(), clock);
        boolean onChip = step.network().synapses().stream()
                .noneMatch(synapse -> synapse.weights().isDigital());
        Ledger ledger = new Ledger(step, settings.training().optimizer(), settings.update());
        accounts = new Accounts(ledger, settings.chip(), onChip);
        telemetry = new Telemetry(step, settings, data, accounts);
    }

    /** What has been measured so far. */
    public Measured found() {
        return found;
    }

    /** The network that learns. */
    public Network network() {
        return step.network();
    }

    /** Lets converters find their range, if they must. */
    void findRanges() {
        epochs.findRanges(step);
    }

    /** Takes down what float training left, once programmed. */
    void measureProgrammed(int floatEpochs) {
        Evaluation programmed = Evaluation.of(step, data.test(), Phase.TEST, floatEpochs);
        found.summary().put("programmed_accuracy", programmed.accuracy());
        found.summary().put("float_epochs", (double) floatEpochs);
        found.summary().put("chip_epochs", (double) settings.training().epochs() - floatEpochs);
    }

    /** Takes down what was spent before the first epoch. */
    void open() {
        found.opening().addAll(accounts.opening());
    }

    /** Trains for an epoch and measures; chip time passes before the last test, and what cells drift may be compensated. */
    void trainEpoch(int epoch) {
        double loss = epochs.train(step, epoch);
        if (epoch == settings.training().epochs() - 1) {
            network().watchDrift();
            clock.advance(settings.training().waitBeforeTest());
            network().warmForLastTest();
            network().compensateDrift();
        }
        found.epochs().add(telemetry.epoch(epoch + 1, values(loss, epoch + 1)));
    }

    private SortedMap<String, Double> values(double trainLoss, int epoch) {
        SortedMap<String, Double> values = new TreeMap<>();
        values.put("train_loss", trainLoss);
        Evaluation test = Evaluation.of(step, data.test(), Phase.TEST, epoch);
        values.put("test_loss", test.loss());
        values.put("test_accuracy", test.accuracy());
        if (epoch == settings.training().epochs()) {
            found.confusion(test.confusion(data.test(), data.classNames()));
        }
        if (data.validation().count() > 0) {
            values.put(
                    "validation_accuracy",
                    Evaluation.of(step, data.validation(), Phase.VALIDATION, epoch)
                            .accuracy());
        }
        return values;
    }

    /** Measures what only the end of a run shows. */
    void close() {
        found.maps().addAll(WireMaps.of(network().synapse(0).weights()));
    }

    @Override
    public void keep(Archive archive) {
        step.keep(archive);
        accounts.keep(archive);
        found.keep(archive);
        pace.keep(archive);
    }
}
