package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.data.Examples;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.report.CellMap;
import org.ohmgrad.report.Epoch;
import org.ohmgrad.report.Provenance;
import org.ohmgrad.report.RunRecord;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.Backpropagation;
import org.ohmgrad.training.Batch;
import org.ohmgrad.training.LearningRule;
import org.ohmgrad.training.Ledger;
import org.ohmgrad.training.NearestLevel;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.UpdateScheme;

/** Trains one network from its initial weights to its last epoch, and writes down what happened. */
final class Run {
    private final RunSettings settings;
    private final Partition data;
    private final FloatParts floatParts;
    private final Draws order;

    Run(RunSettings settings, Partition data, FloatParts floatParts) {
        this.settings = settings;
        this.data = data;
        this.floatParts = floatParts;
        order = new Draws(settings.seed(), Phase.ORDER.stream("train"));
    }

    /** The run's record. */
    RunRecord execute(Provenance provenance) {
        long start = System.nanoTime();
        SortedMap<String, Double> summary = new TreeMap<>();
        List<CellMap> maps = new ArrayList<>();
        List<SortedMap<String, Double>> opening = new ArrayList<>();
        List<Epoch> epochs = epochs(summary, maps, opening);
        double seconds = (System.nanoTime() - start) / 1e9;
        Epoch last = epochs.get(epochs.size() - 1);
        if (diverged(last)) {
            summary.put("diverged", 1.0);
        } else {
            copy(last.values(), "test_accuracy", summary);
            copy(last.values(), "validation_accuracy", summary);
        }
        return new RunRecord(settings.key(), settings.seed(), summary, epochs, maps, opening, provenance, seconds);
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

    /**
     * Trains, and measures after every epoch on the chip.
     *
     * @param summary receives what is known of a float part that comes first
     * @param maps receives what wires do to the cells of the first tile in the end
     * @param opening receives what was spent on the chip before the first epoch
     */
    List<Epoch> epochs(Map<String, Double> summary, List<CellMap> maps, List<SortedMap<String, Double>> opening) {
        int all = settings.training().epochs();
        int inFloat = settings.rule().floatEpochs(all);
        Weights weights = settings.network().initialWeights(data.features(), data.classes(), settings.seed());
        if (inFloat > 0) {
            weights = floatParts.weights(settings.floatPart(), () -> trainInFloat(inFloat));
        }
        Clock clock = new Clock();
        Network network = settings.network().build(weights, settings.chip(), clock, settings.seed());
        TrainingStep step = start(network, settings.rule(), settings.update(), settings.chip(), clock);
        if (inFloat > 0) {
            Evaluation programmed = Evaluation.of(network, data.test(), Phase.TEST, inFloat);
            summary.put("programmed_accuracy", programmed.accuracy());
            summary.put("float_epochs", (double) inFloat);
            summary.put("chip_epochs", (double) all - inFloat);
        }
        Accounts accounts = accounts(step);
        opening.addAll(accounts.opening());
        List<Epoch> epochs = train(step, accounts, clock, inFloat, all);
        maps.addAll(WireMaps.of(network.layer(0).weights()));
        return epochs;
    }

    private Weights trainInFloat(int epochs) {
        Chip exact = Chip.exactNumbers();
        Clock clock = new Clock();
        Weights initial = settings.network().initialWeights(data.features(), data.classes(), settings.seed());
        Network network = settings.network().build(initial, exact, clock, settings.seed());
        TrainingStep step = start(network, new Backpropagation(), new NearestLevel(), exact, clock);
        for (int epoch = 0; epoch < epochs; epoch++) {
            trainEpoch(step, epoch);
        }
        return Weights.of(network);
    }

    private TrainingStep start(Network network, LearningRule rule, UpdateScheme update, Chip chip, Clock clock) {
        return new TrainingStep(
                network, rule, update, settings.training(), settings.network(), chip, clock, settings.seed());
    }

    private Accounts accounts(TrainingStep step) {
        boolean onChip = step.network().layers().stream()
                .noneMatch(layer -> layer.weights().isDigital());
        Ledger ledger = new Ledger(step, settings.training().optimizer(), settings.update());
        return new Accounts(ledger, settings.chip(), onChip);
    }

    private List<Epoch> train(TrainingStep step, Accounts accounts, Clock clock, int from, int to) {
        Telemetry telemetry = new Telemetry(step, settings.network(), data.train(), accounts);
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = from; epoch < to; epoch++) {
            double loss = trainEpoch(step, epoch);
            if (epoch == to - 1) {
                step.network().watchDrift();
                clock.advance(settings.training().waitBeforeTest());
                step.network().warmForLastTest();
                step.network().compensateDrift();
            }
            epochs.add(telemetry.epoch(epoch + 1, values(step.network(), loss, epoch + 1)));
        }
        return epochs;
    }

    private SortedMap<String, Double> values(Network network, double trainLoss, int epoch) {
        SortedMap<String, Double> values = new TreeMap<>();
        values.put("train_loss", trainLoss);
        Evaluation test = Evaluation.of(network, data.test(), Phase.TEST, epoch);
        values.put("test_loss", test.loss());
        values.put("test_accuracy", test.accuracy());
        if (data.validation().count() > 0) {
            values.put(
                    "validation_accuracy",
                    Evaluation.of(network, data.validation(), Phase.VALIDATION, epoch)
                            .accuracy());
        }
        return values;
    }

    /** One pass over the training examples in the epoch's own order; returns the mean loss. */
    private double trainEpoch(TrainingStep step, int epoch) {
        Examples train = data.train();
        int size = settings.training().batch();
        int[] rows = order.permutation(epoch, train.count());
        int stepsPerEpoch = (train.count() + size - 1) / size;
        double loss = 0;
        step.startEpoch(epoch);
        for (int start = 0; start < rows.length; start += size) {
            int[] chosen = java.util.Arrays.copyOfRange(rows, start, Math.min(rows.length, start + size));
            Examples batch = train.select(chosen);
            loss += step.run(new Batch(batch.inputs(), batch.targets()), (long) epoch * stepsPerEpoch + start / size)
                    * chosen.length;
        }
        return loss / rows.length;
    }
}
