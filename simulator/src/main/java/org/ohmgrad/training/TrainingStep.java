package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Layer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;

/** One learning rule at work in one network: holds the feedback path and the state of optimizer and update scheme. */
public final class TrainingStep {
    private final Network network;
    private final Clock clock;
    private final FeedbackPath feedback;
    private final int firstLayer;
    private final TrainingSettings settings;

    @NotKept("of one step")
    private final StepGradients gradients;

    private final List<MatrixUpdate> updates = new ArrayList<>();
    private final List<BiasUpdate> biasUpdates = new ArrayList<>();
    private long steps;
    private double rate;
    private boolean hasRanges;

    /**
     * Makes ready to train.
     *
     * @param chip the chip that the network stands on, for feedback matrices of its own
     * @param seed seed of the run
     */
    public TrainingStep(
            Network network,
            LearningRule rule,
            UpdateScheme scheme,
            TrainingSettings settings,
            NetworkSettings networkSettings,
            Chip chip,
            Clock clock,
            long seed) {
        this.network = network;
        this.clock = clock;
        this.settings = settings;
        rate = settings.schedule().rate(settings.learningRate(), 0);
        firstLayer = rule.firstTrainedLayer(network.depth());
        feedback = rule.start(new FeedbackContext(
                network, chip, clock, networkSettings.initialisation(), settings.optimizer(), scheme, seed));
        gradients = new StepGradients(network, firstLayer);
        for (int layer = firstLayer; layer < network.depth(); layer++) {
            Layer at = network.layer(layer);
            updates.add(scheme.start(at.weights(), settings.optimizer(), seed, "layer" + (layer + 1)));
            biasUpdates.add(new BiasUpdate(at.bias(), settings.optimizer()));
        }
    }

    /**
     * Begins an epoch: the learning rate becomes that of the epoch, and a chip that calibrates its transposed read does so now, if the learning rule uses that read.
     *
     * @param epoch number of the epoch in the run, from 0
     */
    public void startEpoch(long epoch) {
        rate = settings.schedule().rate(settings.learningRate(), epoch);
        feedback.startEpoch(epoch);
    }

    /**
     * Trains on one batch.
     *
     * @param step number of this step in the run, from 0: it decides the noise drawn
     * @return mean loss of the batch before the update
     */
    public double run(Batch batch, long step) {
        findRanges(batch);
        steps++;
        Occasion now = new Occasion(Phase.TRAIN, step, 0);
        refresh();
        feedback.prepare();
        var pass = network.forward(batch.inputs(), now);
        var deltas = Deltas.of(network, pass, batch.targets(), feedback, firstLayer, now);
        gradients.take(pass, deltas);
        settings.clipping().clip(gradients.all());
        update(step);
        return network.loss(pass, batch.targets());
    }

    /**
     * Lets converters that find their range by reads do so, unless they have: examples are carried forward and their errors back,
     * and nothing is learned. {@link #run} asks for it before the first step, with the first batch.
     *
     * @param batch examples to read
     */
    public void findRanges(Batch batch) {
        if (!hasRanges && grids().anyMatch(TileGrid::findsRanges)) {
            Occasion now = new Occasion(Phase.RANGE, 0, 0);
            refresh();
            feedback.prepare();
            Deltas.of(network, network.forward(batch.inputs(), now), batch.targets(), feedback, firstLayer, now);
        }
        hasRanges = true;
    }

    private Stream<TileGrid> grids() {
        return Stream.concat(network.layers().stream().map(Layer::weights), feedback.grids().stream());
    }

    private void refresh() {
        network.refresh();
        feedback.grids().forEach(TileGrid::refresh);
    }

    private void update(long step) {
        for (int k = 0; k < updates.size(); k++) {
            WeightGradient gradient = gradients.weights().get(k);
            feedback.learn(firstLayer + k, gradient, rate, step);
            updates.get(k).apply(gradient, rate, step);
            biasUpdates.get(k).apply(gradients.biases().get(k), rate * settings.biasRateFactor());
        }
    }

    /**
     * The gradients that the chip would use for a batch, before optimizer and update scheme. Draws from the probe's
     * streams; changes neither clock nor counts.
     *
     * @param epoch decides the noise drawn
     */
    public Gradients probe(Batch batch, long epoch) {
        Occasion now = new Occasion(Phase.PROBE, epoch, 0);
        var pass = network.forward(batch.inputs(), now);
        var deltas = Deltas.of(network, pass, batch.targets(), feedback, firstLayer, now);
        return Gradients.roomFor(network, firstLayer).fill(pass, deltas);
    }

    /**
     * Keeps all that decides later steps and their counts: the network, the clock, the feedback path, the state of optimizer
     * and update scheme. What was kept at an epoch's end is read into a training step made in the same way, of any weights,
     * before its first step.
     */
    public void keep(Archive archive) {
        clock.keep(archive);
        network.keep(archive);
        feedback.keep(archive);
        updates.forEach(update -> update.keep(archive));
        biasUpdates.forEach(update -> update.keep(archive));
        steps = archive.keep(steps);
        rate = archive.keep(rate);
        hasRanges = archive.keep(hasRanges);
    }

    /** Batches trained on so far. */
    public long steps() {
        return steps;
    }

    /** The network that learns. */
    public Network network() {
        return network;
    }

    /** The path of the error. */
    public FeedbackPath feedback() {
        return feedback;
    }

    /** The lowest layer that learns, counted from 0. */
    public int firstLayer() {
        return firstLayer;
    }

    /** The updates of the weight matrices that learn, from {@link #firstLayer()} on. */
    public List<MatrixUpdate> updates() {
        return updates;
    }

    private static final class BiasUpdate {
        private final FMatrixRMaj bias;
        private final Optimizer optimizer;
        private final float[][] memory;
        private long updates;

        BiasUpdate(FMatrixRMaj bias, Optimizer optimizer) {
            this.bias = bias;
            this.optimizer = optimizer;
            memory = new float[optimizer.memories()][bias.data.length];
        }

        void keep(Archive archive) {
            archive.keep(memory);
            updates = archive.keep(updates);
        }

        void apply(FMatrixRMaj gradient, double rate) {
            updates++;
            Supplier<float[]> now = () -> bias.data;
            optimizer.step(gradient.data, memory, now, rate, updates);
            for (int k = 0; k < bias.data.length; k++) {
                bias.data[k] += gradient.data[k];
            }
        }
    }
}
