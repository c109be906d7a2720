package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.network.Weights;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.optimizer.Sgd;

/** The feedback matrices come to lie along the weights, whatever they were, without any read of the weights backwards. */
class WeightMirrorTest {
    private static Bench bench(FeedbackPlace on, double rate, double noise, double decay) {
        return Bench.of(Chip.exactNumbers(), new WeightMirror(on, rate, noise, decay), new Sgd(), 1e-6);
    }

    private static double degrees(FMatrixRMaj a, FMatrixRMaj b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int k = 0; k < a.data.length; k++) {
            product += (double) a.data[k] * b.data[k];
            ofA += (double) a.data[k] * a.data[k];
            ofB += (double) b.data[k] * b.data[k];
        }
        return Math.toDegrees(Math.acos(product / Math.sqrt(ofA * ofB)));
    }

    private static double angle(Bench bench, int synapse) {
        return degrees(
                Weights.of(bench.network).matrices().get(synapse),
                bench.step.learner().feedbackOf(synapse).orElseThrow());
    }

    /** With n noise vectors seen in all, each element strays by noise / sqrt(12 n) at most beside the slope times its weight. */
    @ParameterizedTest
    @EnumSource
    void mirrorsAlign(FeedbackPlace on) {
        Bench bench = bench(on, 0.1, 1, 0.2);
        for (int synapse = 1; synapse < 3; synapse++) {
            assertTrue(angle(bench, synapse) > 45, "should start at random");
        }
        Batch batch = Bench.batch(64, 5);
        for (int step = 0; step < 500; step++) {
            bench.step.run(batch, step);
        }
        for (int synapse = 1; synapse < 3; synapse++) {
            double degrees = angle(bench, synapse);
            assertTrue(degrees < 15, () -> "still " + degrees + " degrees apart");
        }
    }

    /** At rest the pull of the decay equals the mean product: decay B = noise^2 / 12 W, for sums taken as they are. */
    @Test
    void theOutputsMirrorComesToTheMultipleThatTheLawSays() {
        double noise = 2;
        double decay = 0.5;
        Bench bench = bench(FeedbackPlace.DIGITAL, 0.05, noise, decay);
        Batch batch = Bench.batch(256, 5);
        for (int step = 0; step < 400; step++) {
            bench.step.run(batch, step);
        }
        FMatrixRMaj weights = Weights.of(bench.network).matrices().get(2);
        FMatrixRMaj mirror = bench.step.learner().feedbackOf(2).orElseThrow();
        double along = 0;
        double size = 0;
        for (int k = 0; k < weights.data.length; k++) {
            along += (double) weights.data[k] * mirror.data[k];
            size += (double) weights.data[k] * weights.data[k];
        }
        assertEquals(noise * noise / 12 / decay, along / size, 0.03);
    }
}
