package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Convolution;
import org.ohmgrad.network.LayerActivation;
import org.ohmgrad.network.LayerSettings;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.MaxPooling;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Residual;
import org.ohmgrad.network.Samples;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.network.XavierInitialisation;
import org.ohmgrad.network.ZeroInitialisation;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.DirectFeedbackAlignment;
import org.ohmgrad.training.rule.ExactGradient;
import org.ohmgrad.training.rule.FeedbackAlignment;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.OwnMatrix;
import org.ohmgrad.training.rule.Rules;
import org.ohmgrad.training.update.DeterministicPulses;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.PulseBench;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.UpdateScheme;

/** Rules and update schemes in a network with convolutions, pooling and a residual block. */
class ConvolutionalTrainingTest {
    private static final Shape IMAGE = Shape.of(1, 6, 6);
    private static final int CLASSES = 3;
    private static final LayerActivation USUAL = LayerActivation.BY_NETWORK;
    private static final Convolution SAME = new Convolution(4, 3, 1, 1, USUAL);
    private static final NetworkSettings DEEP = settings(
            new Convolution(4, 3, 1, 0, USUAL),
            new MaxPooling(2, 2),
            new Residual(List.of(SAME), LayerActivation.IDENTITY));

    private static NetworkSettings settings(LayerSettings... layers) {
        return new NetworkSettings(
                List.of(),
                Activation.TANH,
                Loss.CROSS_ENTROPY,
                OutputActivation.BY_LOSS,
                new XavierInitialisation(1),
                new ZeroInitialisation(),
                List.of(layers));
    }

    /** A network that learns, on a chip. */
    private static final class Pupil {
        private final Network network;
        private final TrainingStep step;

        Pupil(NetworkSettings settings, Chip chip, LearningRule rule, UpdateScheme scheme) {
            Clock clock = new Clock();
            network = settings.build(IMAGE, settings.initialWeights(IMAGE, CLASSES, 1), chip, clock, 1);
            step = new TrainingStep(network, rule, scheme, Bench.training(new Sgd(), 0.2), settings, chip, clock, 1);
        }

        double[] parameters() {
            Weights now = Weights.of(network);
            return Bench.flat(now.matrices(), now.biases());
        }

        double loss(Batch batch) {
            return network.loss(step.answer(batch.inputs(), new Occasion(Phase.TEST, 0, 0)), batch.targets());
        }
    }

    /** A bright line, second, fourth or sixth of the image, in noise. */
    private static Batch lines(int examples, long seed) {
        FMatrixRMaj inputs = Samples.normals(examples, IMAGE.features(), seed);
        FMatrixRMaj targets = new FMatrixRMaj(examples, CLASSES);
        for (int n = 0; n < examples; n++) {
            for (int k = 0; k < IMAGE.features(); k++) {
                inputs.set(n, k, 0.2f * inputs.get(n, k) + (k / 6 == 1 + 2 * (n % CLASSES) ? 1 : 0));
            }
            targets.set(n, n % CLASSES, 1);
        }
        return new Batch(inputs, targets);
    }

    static List<LearningRule> rules() {
        return Rules.all().stream()
                .filter(rule -> rule.objections(DEEP).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aStepOnAnIdealChipIsTheFloatNetworks(LearningRule rule) {
        Pupil inFloat = new Pupil(DEEP, Chip.exactNumbers(), rule, new NearestLevel());
        Pupil onChip = new Pupil(DEEP, Chip.ideal(4), rule, new NearestLevel());
        double[] before = inFloat.parameters();
        inFloat.step.run(lines(8, 1), 0);
        onChip.step.run(lines(8, 1), 0);
        double apart = PlainNetwork.relativeDistance(onChip.parameters(), inFloat.parameters());
        assertTrue(apart < 1e-6, () -> rule + ": relative distance " + apart);
        assertTrue(PlainNetwork.relativeDistance(before, inFloat.parameters()) > 1e-4, "nothing was learnt");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleLearnsOnANoisyChip(LearningRule rule) {
        assertLearns(new Pupil(DEEP, Bench.noisy(), rule, new StochasticRounding()));
    }

    @Test
    void pulsesOnTheLinesLearn() {
        Chip chip = PulseBench.paired(PulseBench.even(0.002, 0.1));
        assertLearns(new Pupil(DEEP, chip, new Backpropagation(), new StochasticPulses()));
        assertLearns(new Pupil(DEEP, chip, new Backpropagation(), new DeterministicPulses()));
    }

    private static void assertLearns(Pupil pupil) {
        Batch test = lines(60, 999);
        double before = pupil.loss(test);
        for (int k = 0; k < 120; k++) {
            pupil.step.run(lines(16, k), k);
        }
        double after = pupil.loss(test);
        assertTrue(after < 0.5 * before, () -> "loss " + before + " became " + after);
    }

    /** Feedback matrices that hold the weights carry the exact error, through patches and around the block. */
    @Test
    void feedbackAlignmentGoesThroughAConvolutionAsBackpropagationDoes() {
        assertExactWithItsWeights(DEEP, new FeedbackAlignment());
    }

    /** With one layer above, the output's error is all that backpropagation carries too. */
    @Test
    void directFeedbackReachesAConvolution() {
        assertExactWithItsWeights(settings(SAME), new DirectFeedbackAlignment());
        assertExactWithItsWeights(settings(SAME, new MaxPooling(2, 2)), new DirectFeedbackAlignment());
    }

    private static void assertExactWithItsWeights(NetworkSettings settings, LearningRule rule) {
        Pupil pupil = new Pupil(settings, Chip.exactNumbers(), rule, new NearestLevel());
        Batch batch = lines(5, 3);
        Gradients exact = ExactGradient.of(Weights.realised(pupil.network), settings, IMAGE, batch);
        double random = apart(pupil, batch, exact);
        for (OwnMatrix matrix : pupil.step.learner().matrices()) {
            matrix.grid().program(CommonOps_FDRM.transpose(matrix.of().weights().meanForward(), null));
        }
        assertTrue(random > 0.1, () -> "random matrices came as near as " + random);
        assertEquals(0, apart(pupil, batch, exact), 1e-6);
    }

    private static double apart(Pupil pupil, Batch batch, Gradients exact) {
        return PlainNetwork.relativeDistance(Bench.flat(pupil.step.probe(batch, 0)), Bench.flat(exact));
    }

    @Test
    void aConvolutionsReadsAreCountedByPosition() {
        Pupil pupil = new Pupil(DEEP, Bench.noisy(), new Backpropagation(), new StochasticRounding());
        pupil.step.run(lines(5, 1), 0);
        assertArrayEquals(new long[] {5 * 16, 5 * 4, 5}, vectors(pupil, true));
        assertArrayEquals(new long[] {0, 5 * 4, 5}, vectors(pupil, false));
        assertEquals(5 * 16, pupil.step.rowsLearned(0));
    }

    private static long[] vectors(Pupil pupil, boolean forward) {
        return pupil.network.synapses().stream()
                .map(Synapse::weights)
                .mapToLong(grid -> reads(grid, forward) / grid.tiles().size())
                .toArray();
    }

    private static long reads(TileGrid grid, boolean forward) {
        return (forward ? grid.forwardCounts() : grid.transposedCounts()).reads();
    }
}
