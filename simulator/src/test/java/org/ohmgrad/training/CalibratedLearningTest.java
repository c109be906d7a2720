package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.correction.GaussianTransposedErrors;
import org.ohmgrad.tile.correction.KnownVectorsTransposeCalibration;
import org.ohmgrad.tile.correction.NoTransposeCalibration;
import org.ohmgrad.tile.correction.NoTransposedErrors;
import org.ohmgrad.tile.correction.TransposeCalibration;
import org.ohmgrad.tile.correction.TransposedErrors;
import org.ohmgrad.training.gradient.GradientFidelity;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.ExactGradient;
import org.ohmgrad.training.rule.FeedbackAlignment;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.SignSymmetric;

/** Learning through a transposed read whose lines have gains and offsets of their own. */
class CalibratedLearningTest {
    private static final TransposedErrors NO_ERRORS = new NoTransposedErrors();
    private static final TransposeCalibration NONE = new NoTransposeCalibration();

    private static Bench trained(LearningRule rule, Chip chip) {
        Bench bench = Bench.of(chip, rule, new Sgd(), 0.5);
        bench.step.startEpoch(0);
        bench.train(5);
        return bench;
    }

    private static double angle(TransposedErrors errors, TransposeCalibration calibration) {
        Bench bench = Bench.of(Bench.levelsOnly(8).with(errors, calibration), new Backpropagation(), new Sgd(), 0.5);
        bench.step.startEpoch(0);
        Gradients exact = ExactGradient.of(Weights.realised(bench.network), bench.settings, Bench.batch(50, 3));
        Gradients chip = bench.step.probe(Bench.batch(50, 3), 0);
        return GradientFidelity.of(chip.weights().get(0), exact.weights().get(0))
                .angleDegrees()
                .orElseThrow();
    }

    @Test
    void rulesWithoutTheTransposedReadDoNotCareForItsErrors() {
        Chip chip = Bench.noisy().with(new GaussianTransposedErrors(0.3, 0.3), new KnownVectorsTransposeCalibration(8));
        for (LearningRule rule :
                new LearningRule[] {new FeedbackAlignment(FeedbackPlace.CHIP), new SignSymmetric(FeedbackPlace.DIGITAL)
                }) {
            Bench plain = trained(rule, Bench.noisy());
            Bench off = trained(rule, chip);
            assertArrayEquals(plain.parameters(), off.parameters());
            assertEquals(plain.clock.seconds(), off.clock.seconds());
        }
    }

    @Test
    void backpropagationDoesUnlessItCalibrates() {
        TransposedErrors errors = new GaussianTransposedErrors(0.2, 0.2);
        double exact = angle(NO_ERRORS, NONE);
        double off = angle(errors, NONE);
        assertTrue(exact < 0.1, () -> "angle without errors " + exact);
        assertTrue(off > 5, () -> "angle with errors " + off);
        assertEquals(exact, angle(errors, new KnownVectorsTransposeCalibration(32)), 0.1);
    }

    /** The second layer's four bit lines run through two rows of tiles, each of which converts its own. */
    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void anEpochBeginsWithReadsOfAllLayersButTheFirst(int vectors) {
        Chip chip = Bench.noisy().with(NO_ERRORS, new KnownVectorsTransposeCalibration(vectors));
        Bench bench = Bench.of(chip, new Backpropagation(), new Sgd(), 0.5);
        double before = bench.clock.seconds();
        bench.step.startEpoch(3);
        long[] reads = bench.network.synapses().stream()
                .mapToLong(layer -> layer.weights().transposedCounts().dac())
                .toArray();
        assertArrayEquals(new long[] {0, vectors * 8L, vectors * 3L}, reads);
        assertEquals(2 * vectors * chip.timing().readSeconds(), bench.clock.seconds() - before, 1e-15);
    }

    @Test
    void withoutCalibrationAnEpochBeginsWithoutReads() {
        Bench bench = trained(new Backpropagation(), Bench.noisy());
        Bench other = Bench.of(Bench.noisy(), new Backpropagation(), new Sgd(), 0.5);
        other.train(5);
        assertArrayEquals(other.parameters(), bench.parameters());
        assertEquals(other.clock.seconds(), bench.clock.seconds());
    }

    @Test
    void theFeedbackMatrixHasTheGainsOfItsLines() {
        Chip chip = Bench.levelsOnly(8).with(new GaussianTransposedErrors(0.2, 0), NONE);
        Bench bench = Bench.of(chip, new Backpropagation(), new Sgd(), 0.5);
        Synapse above = bench.network.synapse(1);
        float[] matrix = bench.step.learner().feedbackOf(1).orElseThrow().data;
        assertTrue(!Arrays.equals(matrix, above.weights().meanForward().data));
        assertArrayEquals(above.weights().meanTransposed().data, matrix);
    }
}
