package org.ohmgrad.training.rule;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Significance;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.optimizer.Sgd;

/** Mean and variance of the estimate against float backpropagation's gradient and the closed form. */
class NodePerturbationTest {
    private static final int DRAWS = 4000;

    @Test
    void theMeanIsTheGradientAndTheVarianceThatOfTheClosedForm() {
        Batch one = Bench.batch(1, 3);
        Bench exact = Bench.of(Chip.exactNumbers(), new Backpropagation(), new Sgd(), 0.1);
        Bench bench = Bench.of(Chip.exactNumbers(), new NodePerturbation(1e-3), new Sgd(), 0.1);
        Gradients gradient = exact.step.probe(one, 0);
        double size = 0;
        for (Synapse synapse : exact.network.synapses()) {
            for (float error : gradient.biases().get(synapse.number()).data) {
                size += (double) error * error;
            }
        }
        double[][][] samples = new double[3][3][DRAWS];
        for (int n = 0; n < DRAWS; n++) {
            Gradients found = bench.step.probe(one, n);
            for (int layer = 0; layer < 3; layer++) {
                for (int unit = 0; unit < 3; unit++) {
                    samples[layer][unit][n] = found.biases().get(layer).data[unit];
                }
            }
        }
        for (int layer = 0; layer < 3; layer++) {
            for (int unit = 0; unit < 3; unit++) {
                double g = gradient.biases().get(layer).data[unit];
                double sigma = Math.sqrt(size + g * g);
                Significance.assertMean(g, sigma, samples[layer][unit], Bench.SEED);
                double variance = Arrays.stream(samples[layer][unit])
                        .map(x -> (x - g) * (x - g))
                        .average()
                        .orElseThrow();
                // A product of two normal numbers: its fourth moment is at most nine times the variance's square.
                double scatter = sigma * sigma * Math.sqrt(8.0 / DRAWS);
                Significance.assertNormal(
                        sigma * sigma, scatter, variance, "variance " + layer + " " + unit, DRAWS, Bench.SEED);
            }
        }
    }
}
