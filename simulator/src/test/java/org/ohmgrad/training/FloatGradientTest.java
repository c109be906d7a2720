package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.NormOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.NormalInitialisation;
import org.ohmgrad.network.OutputActivation;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.network.Samples;
import org.ohmgrad.network.Weights;
import org.ohmgrad.network.ZeroInitialisation;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.ExactGradient;
import org.ohmgrad.training.update.NearestLevel;

/** Gradients of the float network: against the plain oracle, and against numbers worked out by hand. */
class FloatGradientTest {
    static List<NetworkSettings> allSettings() {
        return Samples.allSettings();
    }

    private static Gradients gradients(NetworkSettings settings, Weights weights, Batch batch) {
        return new Bench(
                        settings,
                        weights,
                        Chip.exactNumbers(),
                        new Backpropagation(),
                        new NearestLevel(),
                        Bench.training(new Sgd(), 1))
                .step.probe(batch, 0);
    }

    @ParameterizedTest
    @MethodSource("allSettings")
    void gradientsAreThoseOfThePlainNetwork(NetworkSettings settings) {
        Weights weights = settings.initialWeights(Bench.INPUTS, Bench.OUTPUTS, 7);
        for (int examples : List.of(1, 2, 17, 64)) {
            Batch batch = Bench.batch(examples, 8);
            double[] expected = PlainNetwork.of(settings, weights)
                    .gradient(PlainNetwork.table(batch.inputs()), PlainNetwork.table(batch.targets()));
            double apart = PlainNetwork.relativeDistance(Bench.flat(gradients(settings, weights, batch)), expected);
            assertTrue(apart < 1e-5, () -> "relative distance " + apart + ", batch " + examples + ", " + settings);
        }
    }

    @ParameterizedTest
    @MethodSource("allSettings")
    void theExactGradientIsTheFloatNetworksOwn(NetworkSettings settings) {
        Weights weights = settings.initialWeights(Bench.INPUTS, Bench.OUTPUTS, 9);
        Batch batch = Bench.batch(17, 10);
        assertArrayEquals(
                Bench.flat(gradients(settings, weights, batch)),
                Bench.flat(ExactGradient.of(weights, settings, batch)));
    }

    @Test
    void aSigmoidNetworkOfOneUnitALayerLearnsByTheNumbersOfTheBook() {
        NetworkSettings settings = new NetworkSettings(
                List.of(1),
                Activation.SIGMOID,
                Loss.MEAN_SQUARED_ERROR,
                OutputActivation.SIGMOID,
                new NormalInitialisation(1),
                new ZeroInitialisation());
        Weights weights = new Weights(
                List.of(Samples.matrix(1, 1, 0.5), Samples.matrix(1, 1, -0.3)),
                List.of(new FMatrixRMaj(1, 1), new FMatrixRMaj(1, 1)));
        Batch batch = new Batch(Samples.matrix(1, 1, 1), Samples.matrix(1, 1, 1));
        TrainingSettings weightsOnly = new TrainingSettings(1, 1, 1, 0, new Sgd(), new NoGradientClipping(), 0);
        Bench bench = new Bench(
                settings, weights, Chip.exactNumbers(), new Backpropagation(), new NearestLevel(), weightsOnly);

        var pass = bench.network.forward(batch.inputs(), new Occasion(Phase.TRAIN, 0, 0));
        assertEquals(0.6224593, pass.stage(0).output().data[0], 1e-7);
        assertEquals(0.4534507, pass.output().data[0], 1e-7);
        Gradients gradients = bench.step.probe(batch, 0);
        assertEquals(-0.0843140, gradients.weights().get(1).data[0], 1e-7);
        assertEquals(0.00954959, gradients.weights().get(0).data[0], 1e-8);
        assertEquals(0.1493580, bench.step.run(batch, 0), 1e-7);
        assertEquals(-0.2156860, Weights.of(bench.network).matrices().get(1).data[0], 1e-7);
        assertEquals(0.4904504, Weights.of(bench.network).matrices().get(0).data[0], 1e-7);
        assertEquals(0.1422541, bench.step.run(batch, 1), 1e-7);
    }

    @Test
    void aLinearLayersGradientsAreProductsOfItsInputsAndErrors() {
        NetworkSettings settings = new NetworkSettings(
                List.of(2),
                Activation.IDENTITY,
                Loss.MEAN_SQUARED_ERROR,
                OutputActivation.IDENTITY,
                new NormalInitialisation(1),
                new ZeroInitialisation());
        FMatrixRMaj first = Samples.matrix(2, 2, 1, 0, 0, 1);
        FMatrixRMaj second = Samples.matrix(2, 2, 1, 2, 3, 4);
        Weights weights = new Weights(List.of(first, second), List.of(new FMatrixRMaj(1, 2), new FMatrixRMaj(1, 2)));
        FMatrixRMaj inputs = Samples.matrix(2, 2, 1, 2, 3, 4);
        // outputs are 7 10, 15 22; these targets make the errors g = 1 2, -1 0
        Batch batch = new Batch(inputs, Samples.matrix(2, 2, 6, 8, 16, 22));
        Gradients gradients = gradients(settings, weights, batch);
        // x^T g / 2, column means of g, and the same with g W^T in the place of g
        assertArrayEquals(new float[] {-1, 1, -1, 2}, gradients.weights().get(1).data);
        assertArrayEquals(new float[] {0, 1}, gradients.biases().get(1).data);
        assertArrayEquals(new float[] {1, 1, 3, 5}, gradients.weights().get(0).data);
        assertArrayEquals(new float[] {2, 4}, gradients.biases().get(0).data);
    }

    @Test
    void everySigmoidLayerShrinksTheErrorAtLeastFourfold() {
        NetworkSettings settings = new NetworkSettings(
                List.of(1, 1, 1, 1),
                Activation.SIGMOID,
                Loss.MEAN_SQUARED_ERROR,
                OutputActivation.SIGMOID,
                new NormalInitialisation(1),
                new ZeroInitialisation());
        FMatrixRMaj one = Samples.matrix(1, 1, 1);
        FMatrixRMaj centre = Samples.matrix(1, 1, -0.5);
        Weights weights = new Weights(
                List.of(one, one, one, one, one), List.of(new FMatrixRMaj(1, 1), centre, centre, centre, centre));
        Batch batch = new Batch(new FMatrixRMaj(1, 1), Samples.matrix(1, 1, 1));
        Gradients gradients = gradients(settings, weights, batch);
        for (int layer = 0; layer < 4; layer++) {
            double above = gradients.biases().get(layer + 1).data[0];
            assertEquals(0.25 * above, gradients.biases().get(layer).data[0], 0);
        }
        double last = gradients.biases().get(4).data[0];
        assertEquals(0.0625, gradients.biases().get(2).data[0] / last, 0);
    }

    @Test
    void deepSigmoidNetworksVanishLayerByLayer() {
        NetworkSettings settings = Samples.settings(List.of(8, 8, 8, 8, 8), Activation.SIGMOID, Loss.CROSS_ENTROPY);
        Weights weights = settings.initialWeights(Bench.INPUTS, Bench.OUTPUTS, 3);
        Gradients gradients = gradients(settings, weights, Bench.batch(64, 4));
        for (int layer = 0; layer < 5; layer++) {
            assertTrue(norm(gradients.biases().get(layer))
                    < 0.5 * norm(gradients.biases().get(layer + 1)));
        }
    }

    private static double norm(FMatrixRMaj matrix) {
        return NormOps_FDRM.normF(matrix);
    }
}
