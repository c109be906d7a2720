package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.Lesson;
import org.ohmgrad.training.gradient.OwnGradient;
import org.ohmgrad.training.gradient.StepGradients;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.rule.Learner;
import org.ohmgrad.training.rule.LearningContext;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.OwnMatrix;
import org.ohmgrad.training.update.MatrixUpdate;
import org.ohmgrad.training.update.UpdateContext;
import org.ohmgrad.training.update.UpdateScheme;

/** One learning rule at work in one network: holds the learner and the state of optimizer and update scheme. */
public final class TrainingStep {
    private final Network network;
    private final Clock clock;
    private final Learner learner;
    private final int firstTrained;
    private final TrainingSettings settings;

    @NotKept("of one step")
    private final StepGradients gradients;

    private final List<MatrixUpdate> updates = new ArrayList<>();
    private final List<BiasUpdate> biasUpdates = new ArrayList<>();
    private final long[] rowsLearned;
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
        firstTrained = rule.firstTrained(network.depth());
        learner = rule.start(new LearningContext(
                network, chip, clock, networkSettings.initialisation(), settings.optimizer(), scheme, seed));
        gradients = new StepGradients(network, firstTrained);
        for (Synapse synapse : network.synapses().subList(firstTrained, network.depth())) {
            MatrixUpdate update = scheme.start(new UpdateContext(
                    synapse.weights(), clock, settings.optimizer(), seed, Synapse.name(synapse.number())));
            update.matrix().ifPresent(synapse::readThrough);
            updates.add(update);
            biasUpdates.add(new BiasUpdate(synapse.bias(), settings.optimizer()));
        }
        rowsLearned = new long[network.depth()];
    }

    /**
     * Begins an epoch: the learning rate becomes that of the epoch, and a chip that calibrates its transposed read does so now, if the learning rule uses that read.
     *
     * @param epoch number of the epoch in the run, from 0
     */
    public void startEpoch(long epoch) {
        rate = settings.schedule().rate(settings.learningRate(), epoch);
        learner.startEpoch(epoch);
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
        Occasion occasion = new Occasion(Phase.TRAIN, step, 0);
        refresh();
        learner.prepare();
        Lesson lesson = learner.lesson(batch, occasion);
        gradients.take(lesson);
        settings.clipping().clip(gradients.all());
        update(lesson, step);
        return lesson.loss();
    }

    /**
     * Lets converters that find their range by reads do so, unless they have: the reads of a training step are made,
     * and nothing is learned. {@link #run} asks for it before the first step, with the first batch.
     *
     * @param batch examples to read
     */
    public void findRanges(Batch batch) {
        if (!hasRanges && grids().anyMatch(TileGrid::findsRanges)) {
            Occasion occasion = new Occasion(Phase.RANGE, 0, 0);
            refresh();
            learner.prepare();
            learner.lesson(batch, occasion);
        }
        hasRanges = true;
    }

    private Stream<TileGrid> grids() {
        return Stream.concat(
                network.synapses().stream().map(Synapse::weights),
                learner.matrices().stream().map(OwnMatrix::grid));
    }

    private void refresh() {
        network.refresh();
        learner.matrices().forEach(matrix -> matrix.grid().refresh());
        learner.matrices().stream()
                .flatMap(matrix -> matrix.updateGrids().stream())
                .forEach(TileGrid::refresh);
        updates.stream().flatMap(update -> update.grids().stream()).forEach(TileGrid::refresh);
    }

    private void update(Lesson lesson, long step) {
        for (int k = 0; k < updates.size(); k++) {
            Synapse synapse = network.synapse(firstTrained + k);
            WeightGradient gradient = gradients.weights().get(k);
            rowsLearned[synapse.number()] += gradients.rows(synapse.number());
            // Before the weights themselves, whose update may overwrite the gradient.
            updateOwn(synapse, gradient, lesson, step);
            updates.get(k).apply(gradient, rate, step);
            biasUpdates.get(k).apply(gradients.biases().get(k), rate * settings.biasRateFactor());
        }
    }

    private void updateOwn(Synapse synapse, WeightGradient gradient, Lesson lesson, long step) {
        for (OwnMatrix matrix : learner.matrices()) {
            if (matrix.of() == synapse && matrix.update().isPresent()) {
                MatrixUpdate update = matrix.update().get();
                Optional<OwnGradient> said = lesson.of(matrix.grid());
                if (said.isPresent()) {
                    apply(said.get(), matrix.grid(), update, step);
                } else {
                    WeightGradient own = gradient.transposed();
                    addDecay(own, matrix.grid(), learner.decay());
                    addDecay(gradient, synapse.weights(), learner.decay());
                    update.apply(own, rate, step);
                }
            }
        }
    }

    private static void apply(OwnGradient said, TileGrid matrix, MatrixUpdate update, long step) {
        var room = new FMatrixRMaj(matrix.rows(), matrix.cols());
        WeightGradient own = WeightGradient.of(said.outer(), said.examples(), room);
        addDecay(own, matrix, said.decay());
        update.apply(own, said.rate(), step);
    }

    private static void addDecay(WeightGradient of, TileGrid matrix, float decay) {
        if (decay == 0) {
            return;
        }
        FMatrixRMaj gradient = of.matrix();
        FMatrixRMaj weights = matrix.targetWeights();
        for (int k = 0; k < gradient.data.length; k++) {
            gradient.data[k] = Math.fma(decay, weights.data[k], gradient.data[k]);
        }
    }

    /**
     * The gradients that the chip would use for a batch, before optimizer and update scheme. Draws from the probe's
     * streams; changes neither clock nor counts.
     *
     * @param epoch decides the noise drawn
     */
    public Gradients probe(Batch batch, long epoch) {
        return Gradients.of(network, firstTrained, learner.lesson(batch, new Occasion(Phase.PROBE, epoch, 0)));
    }

    /**
     * What the network answers, as its learning rule has it answer.
     *
     * @param inputs examples x features; not modified
     * @param occasion decides the noise drawn
     */
    public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
        return learner.answer(inputs, occasion);
    }

    /**
     * Keeps all that decides later steps and their counts: the network, the clock, the learner, the state of optimizer
     * and update scheme. What was kept at an epoch's end is read into a training step made in the same way, of any weights,
     * before its first step.
     */
    public void keep(Archive archive) {
        clock.keep(archive);
        network.keep(archive);
        learner.keep(archive);
        updates.forEach(update -> update.keep(archive));
        biasUpdates.forEach(update -> update.keep(archive));
        steps = archive.keep(steps);
        rate = archive.keep(rate);
        hasRanges = archive.keep(hasRanges);
        archive.keep(rowsLearned);
    }

    /** Batches trained on so far. */
    public long steps() {
        return steps;
    }

    /** The network that learns. */
    public Network network() {
        return network;
    }

    /** The learning rule at work. */
    public Learner learner() {
        return learner;
    }

    /** The lowest synapse that learns, counted from 0. */
    public int firstTrained() {
        return firstTrained;
    }

    /** Reads whose inputs and deltas went into the gradient of a synapse so far. */
    public long rowsLearned(int synapse) {
        return rowsLearned[synapse];
    }

    /** The updates of the weight matrices that learn, from {@link #firstTrained()} on. */
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
            optimizer.step(gradient.data, bias.data.length, memory, now, rate, updates);
            for (int k = 0; k < bias.data.length; k++) {
                bias.data[k] += gradient.data[k];
            }
        }
    }
}
