package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.NormalInitialisation;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Samples;
import org.ohmgrad.network.Weights;
import org.ohmgrad.network.XavierInitialisation;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.LinearDac;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.OwnMatrix;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.UpdateScheme;

/** Small networks ready to learn, with all that a test wants to look at. */
public final class Bench {
    public static final int INPUTS = 5;
    public static final int OUTPUTS = 3;
    public static final long SEED = 42;

    public final NetworkSettings settings;
    public final Clock clock = new Clock();
    public final Network network;
    public final TrainingStep step;

    public Bench(
            NetworkSettings settings, Chip chip, LearningRule rule, UpdateScheme scheme, TrainingSettings training) {
        this(settings, settings.initialWeights(INPUTS, OUTPUTS, SEED), chip, rule, scheme, training);
    }

    public Bench(
            NetworkSettings settings,
            Weights weights,
            Chip chip,
            LearningRule rule,
            UpdateScheme scheme,
            TrainingSettings training) {
        this.settings = settings;
        network = settings.build(weights, chip, clock, SEED);
        step = new TrainingStep(network, rule, scheme, training, settings, chip, clock, SEED);
    }

    /** A network of two hidden layers that is smooth everywhere. */
    public static NetworkSettings smooth() {
        return Samples.settings(List.of(6, 4), Activation.TANH, Loss.CROSS_ENTROPY);
    }

    public static Bench of(Chip chip, LearningRule rule, Optimizer optimizer, double rate) {
        return new Bench(fitting(rule), chip, rule, new NearestLevel(), training(optimizer, rate));
    }

    public static TrainingSettings training(Optimizer optimizer, double rate) {
        return new TrainingSettings(1, 8, rate, 1, optimizer, new NoGradientClipping(), 0);
    }

    public static Batch batch(int examples, long seed) {
        return new Batch(Samples.normals(examples, INPUTS, seed), Samples.shares(examples, OUTPUTS, seed));
    }

    /** Three classes that lie apart. */
    public static Batch separable(int examples, long seed) {
        FMatrixRMaj inputs = Samples.normals(examples, INPUTS, seed);
        FMatrixRMaj targets = new FMatrixRMaj(examples, OUTPUTS);
        for (int n = 0; n < examples; n++) {
            for (int j = 0; j < INPUTS; j++) {
                inputs.set(n, j, 0.25f * inputs.get(n, j) + (j == n % OUTPUTS ? 1 : 0));
            }
            targets.set(n, n % OUTPUTS, 1);
        }
        return new Batch(inputs, targets);
    }

    /** The smooth network, or one like it where a rule cannot train that. */
    public static NetworkSettings fitting(LearningRule rule) {
        NetworkSettings settled = new NetworkSettings(
                List.of(12, 8),
                Activation.HARD_SIGMOID,
                Loss.MEAN_SQUARED_ERROR,
                OutputActivation.HARD_SIGMOID,
                new XavierInitialisation(1),
                new NormalInitialisation(0.3));
        return rule.objections(smooth()).isEmpty() ? smooth() : settled;
    }

    /** Matrices that the learner holds itself. */
    public List<TileGrid> grids() {
        return step.learner().matrices().stream().map(OwnMatrix::grid).toList();
    }

    /** Mean loss of what the network answers to examples. */
    public double loss(Batch batch) {
        return network.loss(step.answer(batch.inputs(), new Occasion(Phase.TEST, 0, 0)), batch.targets());
    }

    public void train(int steps) {
        for (int k = 0; k < steps; k++) {
            step.run(batch(8, k), k);
        }
    }

    /** Weights and biases in the order of {@link PlainNetwork#get}. */
    public double[] parameters() {
        Weights now = Weights.of(network);
        return flat(now.matrices(), now.biases());
    }

    public static double[] flat(Gradients gradients) {
        return flat(gradients.weights(), gradients.biases());
    }

    public static double[] flat(List<FMatrixRMaj> matrices, List<FMatrixRMaj> biases) {
        List<Double> all = new ArrayList<>();
        for (int layer = 0; layer < matrices.size(); layer++) {
            for (float value : matrices.get(layer).data) {
                all.add((double) value);
            }
            for (float value : biases.get(layer).data) {
                all.add((double) value);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Cells with levels but no noise behind perfect converters, on tiles of 4 x 3. */
    public static Chip levelsOnly(int bits) {
        return new Chip(
                "levels",
                "",
                new Cell(ConductanceLevels.ofBits(bits), ParametricDeviceModel.ideal(1e-6, 1e-4), new NoStuckFaults()),
                new DifferentialPair(2),
                1,
                new TileSize(4, 3),
                Converters.ideal(),
                Converters.ideal(),
                new NoWires(),
                new Timing(1e-8, 1e-6),
                Map.of());
    }

    /** Cells of 6 bits with every noise behind converters of 8 bits, on tiles of 4 x 3. */
    public static Chip noisy() {
        Converters converters = new Converters(new AbsMaxInputScaling(), new LinearDac(8), new LinearAdc(8, 4));
        return new Chip(
                "noisy",
                "",
                new Cell(
                        ConductanceLevels.ofBits(6),
                        new ParametricDeviceModel(
                                1e-6,
                                1e-4,
                                new GaussianProgrammingNoise(0.01),
                                new ProportionalReadNoise(0.02),
                                new NoDrift()),
                        new NoStuckFaults()),
                new DifferentialPair(2),
                1,
                new TileSize(4, 3),
                converters,
                converters,
                new NoWires(),
                new Timing(1e-8, 1e-6),
                Map.of());
    }
}
