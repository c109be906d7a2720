package org.ohmgrad.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.NormalInitialisation;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.Weights;
import org.ohmgrad.network.XavierInitialisation;
import org.ohmgrad.network.ZeroInitialisation;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.NearestLevel;

/** A network of 5-6-4-3 units that is quickly trained. */
final class SmallNetwork {
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 3;
    private static final int BATCH = 8;
    private static final long SEED = 1;
    private static final TrainingSettings TRAINING =
            new TrainingSettings(1, BATCH, 0.05, 1, new Sgd(), new NoGradientClipping(), 0);

    private final Network network;
    private final TrainingStep step;

    /** A network on a chip, with the same initial weights on every chip. */
    SmallNetwork(NetworkSettings settings, Chip chip, LearningRule rule) {
        Clock clock = new Clock();
        network = settings.build(weights(settings), chip, clock, SEED);
        step = new TrainingStep(network, rule, new NearestLevel(), TRAINING, settings, chip, clock, SEED);
    }

    static NetworkSettings settings(Activation activation, Loss loss) {
        return new NetworkSettings(
                List.of(6, 4),
                activation,
                loss,
                OutputActivation.BY_LOSS,
                new XavierInitialisation(1),
                new ZeroInitialisation());
    }

    /**
     * The smooth network of the squared error, or where a rule cannot train that, one of units between 0 and 1, whose
     * weights are weak: units that wait for one another settle, and what rounding moves settles too.
     *
     * @throws IllegalArgumentException if the rule can train neither
     */
    static NetworkSettings fitting(LearningRule rule) {
        NetworkSettings between = new NetworkSettings(
                List.of(6, 4),
                Activation.HARD_SIGMOID,
                Loss.MEAN_SQUARED_ERROR,
                OutputActivation.HARD_SIGMOID,
                new XavierInitialisation(0.3),
                new NormalInitialisation(0.3));
        return Stream.of(settings(Activation.TANH, Loss.MEAN_SQUARED_ERROR), between)
                .filter(network -> rule.objections(network).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(rule + " " + rule.objections(between)));
    }

    /** The weights that it begins with. */
    static Weights weights(NetworkSettings settings) {
        return settings.initialWeights(INPUTS, OUTPUTS, SEED);
    }

    /** Examples with one right class each. */
    static Batch batch(int number) {
        var inputs = FMatrixRMaj.wrap(BATCH, INPUTS, Chance.normals("inputs" + number, BATCH * INPUTS));
        var targets = new FMatrixRMaj(BATCH, OUTPUTS);
        for (int example = 0; example < BATCH; example++) {
            targets.set(example, (example + number) % OUTPUTS, 1);
        }
        return new Batch(inputs, targets);
    }

    void train(int steps) {
        for (int k = 0; k < steps; k++) {
            step.run(batch(k), k);
        }
    }

    /** Gradients of a batch by backpropagation: layer by layer, weights input by input, then biases. */
    double[] gradients(Batch batch) {
        Gradients gradients = step.probe(batch, 0);
        return flat(gradients.weights(), gradients.biases());
    }

    /** Weights and biases in the same order. */
    double[] parameters() {
        return flat(Weights.of(network));
    }

    static double[] flat(Weights weights) {
        return flat(weights.matrices(), weights.biases());
    }

    private static double[] flat(List<FMatrixRMaj> matrices, List<FMatrixRMaj> biases) {
        List<Double> all = new ArrayList<>();
        for (int layer = 0; layer < matrices.size(); layer++) {
            addAll(matrices.get(layer), all);
            addAll(biases.get(layer), all);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addAll(FMatrixRMaj matrix, List<Double> all) {
        for (float value : matrix.data) {
            all.add((double) value);
        }
    }
}
