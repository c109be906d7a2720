package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Samples;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.rule.Rules;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.StochasticRounding;

/** On a chip without imperfections a network learns as in float. */
class IdealChipTest {
    private record Training(LearningRule rule, Optimizer optimizer, Loss loss) {}

    /**
     * Every rule with every loss and every optimizer, but where exact errors are zero: those of a softmax sum to zero, so
     * that feedback of equal signs carries nothing but rounding, which optimizers that divide by the gradient's size
     * blow up.
     */
    static List<Training> trainings() {
        return Rules.all().stream()
                .flatMap(rule -> Rules.optimizers().stream().flatMap(optimizer -> Arrays.stream(Loss.values())
                        .filter(loss -> loss != Loss.CROSS_ENTROPY || keepsSize(optimizer))
                        .map(loss -> new Training(rule, optimizer, loss))))
                .toList();
    }

    /** Without those of rules that learn from the small difference of two reads, where it is rounding that is blown up. */
    static List<Training> wholeTrainings() {
        return trainings().stream()
                .filter(training -> keepsSize(training.optimizer()) || !Rules.comparesReads(training.rule()))
                .toList();
    }

    /** Whether a rule learns from differences of reads or from noise: after some hundred steps rounding has grown to what matters. */
    private static boolean growsRounding(LearningRule rule) {
        return Rules.comparesReads(rule) || rule.needs().noiseReads() > 0;
    }

    private static boolean keepsSize(Optimizer optimizer) {
        return optimizer instanceof Sgd || optimizer instanceof Momentum;
    }

    private static Bench on(Chip chip, Training training) {
        Optimizer optimizer = training.optimizer();
        NetworkSettings smooth = Samples.settings(List.of(6, 4), Activation.TANH, training.loss());
        return new Bench(
                smooth, chip, training.rule(), new NearestLevel(), Bench.training(optimizer, Rules.rate(optimizer)));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void oneStepIsTheFloatNetworks(Training training) {
        assertSame(training, 1, 1e-6);
    }

    @ParameterizedTest
    @MethodSource("wholeTrainings")
    void aWholeTrainingIsTheFloatNetworks(Training training) {
        assertSame(training, growsRounding(training.rule()) ? 100 : 300, 1e-4);
    }

    private static void assertSame(Training training, int steps, double tolerance) {
        Bench onFloat = on(Chip.exactNumbers(), training);
        Bench onChip = on(Chip.ideal(2), training);
        double[] before = onFloat.parameters();
        onFloat.train(steps);
        onChip.train(steps);
        double[] after = onFloat.parameters();
        double apart = PlainNetwork.relativeDistance(onChip.parameters(), after);
        assertTrue(apart < tolerance, () -> "relative distance " + apart + " for " + training);
        assertTrue(PlainNetwork.relativeDistance(before, after) > 1e-4 * Math.sqrt(steps), "nothing was learnt");
        for (Synapse layer : onChip.network.synapses()) {
            assertEquals(0, layer.weights().clippedShare(), 0, "the comparison is of unclipped weights");
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void updateSchemesDoNotMatterWithoutLevels(Training training) {
        Bench nearest = new Bench(
                Bench.smooth(),
                Chip.ideal(2),
                training.rule(),
                new NearestLevel(),
                Bench.training(training.optimizer(), 0.01));
        Bench stochastic = new Bench(
                Bench.smooth(),
                Chip.ideal(2),
                training.rule(),
                new StochasticRounding(),
                Bench.training(training.optimizer(), 0.01));
        nearest.train(5);
        stochastic.train(5);
        assertArrayEquals(nearest.parameters(), stochastic.parameters());
    }
}
