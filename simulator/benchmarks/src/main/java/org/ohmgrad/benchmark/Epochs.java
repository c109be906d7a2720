package org.ohmgrad.benchmark;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.HeInitialisation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.ZeroInitialisation;
import org.ohmgrad.random.Draws;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.update.AccumulateAndProgram;
import org.ohmgrad.training.update.BatchPulses;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.UpdateScheme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Training of 784-256-128-10 by backpropagation through transposed reads, rectified units and cross-entropy, on data of
 * MNIST's shape and sparseness; times are of one training step, of which an epoch of 60,000 images has 60,000/batch.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Epochs {
    private static final List<Integer> WIDTHS = List.of(784, 256, 128, 10);
    private static final int BATCHES = 32;

    /** Images of one step. */
    @Param({"64", "10", "1"})
    public int batch;

    private final Batch[] batches = new Batch[BATCHES];
    private long step;

    /**
     * A network that learns. It is used again by later measurements, since its first steps write more cells than those that a
     * training mostly consists of.
     */
    @State(Scope.Thread)
    public abstract static class Learning {
        private static final Map<String, Deque<TrainingStep>> KEPT = new ConcurrentHashMap<>();

        private final Chip chip;
        private final UpdateScheme scheme;
        private Deque<TrainingStep> kept = new ConcurrentLinkedDeque<>();
        TrainingStep training = training(Chip.exactNumbers(), new NearestLevel());

        Learning(Chip chip, UpdateScheme scheme) {
            this.chip = chip;
            this.scheme = scheme;
        }

        /** Takes a network that nobody uses, or makes one. */
        @Setup
        public final void take(Epochs epochs) {
            kept = KEPT.computeIfAbsent(getClass() + " " + epochs.batch, name -> new ConcurrentLinkedDeque<>());
            TrainingStep found = kept.poll();
            training = found == null ? training(chip, scheme) : found;
        }

        /** Gives it back. */
        @TearDown
        public final void giveBack() {
            kept.add(training);
        }
    }

    /** The float network. */
    public static class InFloat extends Learning {
        /** On exact numbers. */
        public InFloat() {
            super(Chip.exactNumbers(), new NearestLevel());
        }
    }

    /** On the chip with stochastic rounding. */
    public static class Rounding extends Learning {
        /** On pairs of cells. */
        public Rounding() {
            super(Chips.proportional(), new StochasticRounding());
        }
    }

    /** On the chip with accumulation. */
    public static class Accumulating extends Learning {
        /** On pairs of cells. */
        public Accumulating() {
            super(Chips.proportional(), new AccumulateAndProgram());
        }
    }

    /** On cells of constant steps, by pulses. */
    public static class Pulsed extends Learning {
        /** Example by example. */
        public Pulsed() {
            super(Pulses.chip(), new StochasticPulses(31, true, BatchPulses.PER_EXAMPLE, true));
        }
    }

    /** The same, a batch folded into one draw a cell. */
    public static class Folded extends Learning {
        /** A batch at once. */
        public Folded() {
            super(Pulses.chip(), new StochasticPulses(31, true, BatchPulses.FOLDED, true));
        }
    }

    /** What the products of a step need. */
    @State(Scope.Thread)
    public static class Places {
        private final FMatrixRMaj[] weights = new FMatrixRMaj[3];
        private final FMatrixRMaj[] gradients = new FMatrixRMaj[3];
        private final FMatrixRMaj[] sums = new FMatrixRMaj[3];

        /** Makes room. */
        @Setup
        public void fill(Epochs epochs) {
            for (int layer = 0; layer < 3; layer++) {
                int inputs = WIDTHS.get(layer);
                int outputs = WIDTHS.get(layer + 1);
                weights[layer] = Matrices.normals(inputs, outputs, 0.05f, "weights" + layer);
                gradients[layer] = new FMatrixRMaj(inputs, outputs);
                sums[layer] = new FMatrixRMaj(epochs.batch, outputs);
            }
        }
    }

    static TrainingStep training(Chip chip, UpdateScheme scheme) {
        var settings = new NetworkSettings(
                WIDTHS.subList(1, 3),
                Activation.RELU,
                Loss.CROSS_ENTROPY,
                OutputActivation.BY_LOSS,
                new HeInitialisation(),
                new ZeroInitialisation());
        var training = new TrainingSettings(10, 64, 0.05, 1, new Sgd(), new NoGradientClipping(), 0);
        var clock = new Clock();
        Network network = settings.build(settings.initialWeights(784, 10, 1), chip, clock, 1);
        return new TrainingStep(network, new Backpropagation(), scheme, training, settings, chip, clock, 1);
    }

    /** Images of which a fifth of the pixels is not dark, as in MNIST. */
    @Setup
    public void fill() {
        for (int k = 0; k < BATCHES; k++) {
            batches[k] = batch(k);
        }
    }

    private Batch batch(int number) {
        var inputs = new FMatrixRMaj(batch, 784);
        new Draws(1, "images").uniforms(number, 0, inputs.data, 0, inputs.data.length);
        for (int k = 0; k < inputs.data.length; k++) {
            inputs.data[k] = Math.max(0, 5 * inputs.data[k] - 4);
        }
        var targets = new FMatrixRMaj(batch, 10);
        for (int row = 0; row < batch; row++) {
            targets.set(row, (row * 7 + number) % 10, 1);
        }
        return new Batch(inputs, targets);
    }

    private double run(TrainingStep training) {
        return training.run(batches[(int) (step % BATCHES)], step++);
    }

    /** The float network. */
    @Benchmark
    public double inFloat(InFloat network) {
        return run(network.training);
    }

    /** The chip, stochastic rounding. */
    @Benchmark
    public double stochasticRounding(Rounding network) {
        return run(network.training);
    }

    /** The chip, accumulate and program. */
    @Benchmark
    public double accumulateAndProgram(Accumulating network) {
        return run(network.training);
    }

    /** The chip, stochastic pulses, example by example; trains as short as the largest change asks for. */
    @Benchmark
    public double pulses(Pulsed network) {
        return run(network.training);
    }

    /** The chip, stochastic pulses, a batch at once. */
    @Benchmark
    public double foldedPulses(Folded network) {
        return run(network.training);
    }

    /** The products of a float step alone, in the machine's own library. */
    @Benchmark
    public FMatrixRMaj[] productsLimit(Places places) {
        FMatrixRMaj inputs = batches[(int) (step++ % BATCHES)].inputs();
        for (int layer = 0; layer < 3; layer++) {
            multiply(layer == 0 ? inputs : places.sums[layer - 1], places.weights[layer], places.sums[layer]);
        }
        for (int layer = 2; layer > 0; layer--) {
            carryBack(places.sums[layer], places.weights[layer], places.sums[layer - 1]);
        }
        for (int layer = 0; layer < 3; layer++) {
            Limit.multTransA(layer == 0 ? inputs : places.sums[layer - 1], places.sums[layer], places.gradients[layer]);
        }
        return places.gradients;
    }

    private static void multiply(FMatrixRMaj vectors, FMatrixRMaj matrix, FMatrixRMaj results) {
        if (vectors.numRows == 1) {
            Limit.multRow(vectors, matrix, results);
        } else {
            Limit.mult(vectors, matrix, results);
        }
    }

    private static void carryBack(FMatrixRMaj vectors, FMatrixRMaj matrix, FMatrixRMaj results) {
        if (vectors.numRows == 1) {
            Limit.multRowTransB(vectors, matrix, results);
        } else {
            Limit.multTransB(vectors, matrix, results);
        }
    }
}
