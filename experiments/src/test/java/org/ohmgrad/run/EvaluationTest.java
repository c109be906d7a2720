package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.ohmgrad.data.Examples;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.Weights;
import org.ohmgrad.network.XavierInitialisation;
import org.ohmgrad.network.ZeroInitialisation;
import org.ohmgrad.random.Phase;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;

class EvaluationTest {
    private static final NetworkSettings SETTINGS = new NetworkSettings(
            List.of(),
            Activation.IDENTITY,
            Loss.CROSS_ENTROPY,
            OutputActivation.BY_LOSS,
            new XavierInitialisation(1),
            new ZeroInitialisation());

    /** A network that gives back its inputs, times a gain, before its softmax. */
    private static Network echo(float gain) {
        FMatrixRMaj weights = new FMatrixRMaj(3, 3, true, gain, 0, 0, 0, gain, 0, 0, 0, gain);
        return SETTINGS.build(
                new Weights(List.of(weights), List.of(new FMatrixRMaj(1, 3))), Chip.exactNumbers(), new Clock(), 1);
    }

    private static Evaluation evaluation(Network network, Examples examples) {
        return Evaluation.of(
                network, (inputs, now) -> network.forward(inputs, now).answer(), examples, Phase.TEST, 1);
    }

    private static Examples examples(int count, int right) {
        FMatrixRMaj inputs = new FMatrixRMaj(count, 3);
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            inputs.unsafe_set(row, row % 3, 1);
            labels[row] = row < right ? row % 3 : (row + 1) % 3;
        }
        return new Examples(inputs, labels, 3);
    }

    @Test
    void accuracyIsTheShareOfRightAnswersOverAllPieces() {
        assertEquals(0.75, evaluation(echo(1), examples(1200, 900)).accuracy());
        assertEquals(1, evaluation(echo(1), examples(3, 3)).accuracy());
        assertEquals(0, evaluation(echo(1), examples(3, 0)).accuracy());
    }

    @Test
    void lossIsTheMeanOverAllPieces() {
        double right = -Math.log(Math.E / (Math.E + 2));
        double wrong = right + 1;
        double mean = (900 * right + 300 * wrong) / 1200;
        assertEquals(mean, evaluation(echo(1), examples(1200, 900)).loss(), 1e-6);
    }

    @Test
    void amongEqualOutputsTheFirstCounts() {
        assertEquals(1 / 3.0, evaluation(echo(0), examples(3, 3)).accuracy());
        assertEquals(Math.log(3), evaluation(echo(0), examples(3, 3)).loss(), 1e-6);
    }

    @Test
    void theConfusionSaysWhatTheExamplesOfEveryClassWereTakenFor() {
        // rows ask for 0, 1, 2, 0, 1, 2, ...; all but the first 900 are labelled one class further
        Examples examples = examples(1200, 900);
        Confusion confusion = evaluation(echo(1), examples).confusion(examples, List.of("a", "b", "c"));
        assertEquals(List.of("a", "b", "c"), confusion.classes());
        assertEquals(
                List.of(
                        new Confusion.Count(0, 0, 300),
                        new Confusion.Count(0, 2, 100),
                        new Confusion.Count(1, 0, 100),
                        new Confusion.Count(1, 1, 300),
                        new Confusion.Count(2, 1, 100),
                        new Confusion.Count(2, 2, 300)),
                confusion.counts());
    }
}
