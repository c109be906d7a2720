package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.rule.ExactGradient;

/** Every layer alone and in a residual block, under every loss: beside the plain oracle, and beside its differences. */
class LayersTest {
    private static final Shape IMAGE = Shape.of(2, 5, 6);
    private static final int CLASSES = 3;
    private static final int EXAMPLES = 4;
    private static final LayerActivation USUAL = LayerActivation.BY_NETWORK;

    record Case(NetworkSettings settings) {
        @Override
        public String toString() {
            return settings.hiddenLayers() + " " + settings.activation() + " " + settings.loss();
        }

        Weights weights() {
            return settings.initialWeights(IMAGE, CLASSES, 5);
        }
    }

    static Stream<Case> cases() {
        List<List<LayerSettings>> all = new ArrayList<>();
        List<LayerSettings> singles = List.of(
                new Dense(7, USUAL),
                new Convolution(3, 3, 1, 0, USUAL),
                new Convolution(4, 3, 2, 1, USUAL),
                new Convolution(2, 2, 3, 1, LayerActivation.SIGMOID),
                new MaxPooling(2, 2),
                new MaxPooling(3, 1),
                new AveragePooling(2, 2),
                new AveragePooling(2, 1));
        singles.forEach(layer -> all.add(List.of(layer)));
        all.add(List.of(new Residual(List.of(new Dense(60, USUAL)), LayerActivation.IDENTITY)));
        all.add(List.of(new Residual(List.of(new Convolution(2, 3, 1, 1, USUAL)), LayerActivation.TANH)));
        all.add(List.of(new Residual(
                List.of(new Convolution(3, 3, 1, 1, USUAL), new Convolution(2, 3, 1, 1, LayerActivation.IDENTITY)),
                LayerActivation.SIGMOID)));
        all.add(List.of(new Residual(
                List.of(new Residual(List.of(new Convolution(2, 1, 1, 0, USUAL)), USUAL), new MaxPooling(1, 1)),
                LayerActivation.IDENTITY)));
        all.add(List.of(
                new Convolution(3, 2, 1, 0, USUAL),
                new MaxPooling(2, 2),
                new Residual(List.of(new Convolution(3, 3, 1, 1, USUAL)), LayerActivation.IDENTITY),
                new AveragePooling(2, 1),
                new Dense(4, LayerActivation.SIGMOID)));
        return all.stream()
                .flatMap(layers -> Arrays.stream(Loss.values()).map(loss -> new Case(settings(layers, loss))));
    }

    private static NetworkSettings settings(List<LayerSettings> layers, Loss loss) {
        return new NetworkSettings(
                List.of(),
                Activation.TANH,
                loss,
                OutputActivation.BY_LOSS,
                new NormalInitialisation(0.4),
                new NormalInitialisation(0.2),
                layers);
    }

    private static Batch batch() {
        return new Batch(Samples.normals(EXAMPLES, IMAGE.features(), 7), Samples.shares(EXAMPLES, CLASSES, 8));
    }

    private static double[] flat(List<FMatrixRMaj> matrices, List<FMatrixRMaj> biases) {
        List<Double> all = new ArrayList<>();
        for (int k = 0; k < matrices.size(); k++) {
            for (float value : matrices.get(k).data) {
                all.add((double) value);
            }
            for (float value : biases.get(k).data) {
                all.add((double) value);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsAndLossAreThoseOfThePlainLayers(Case given) {
        Weights weights = given.weights();
        var plain = new PlainLayers(given.settings, IMAGE, flat(weights.matrices(), weights.biases()));
        Network network = given.settings.build(IMAGE, weights, Chip.exactNumbers(), new Clock(), 5);
        Answer answer = network.forward(batch().inputs(), new Occasion(Phase.TEST, 0, 0))
                .answer();
        double[][] inputs = PlainNetwork.table(batch().inputs());
        for (int n = 0; n < EXAMPLES; n++) {
            assertArrayEquals(plain.lastSums(inputs[n]), PlainNetwork.table(answer.sums())[n], 5e-6);
        }
        double loss = plain.loss(inputs, PlainNetwork.table(batch().targets()));
        assertEquals(loss, network.loss(answer, batch().targets()), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThePlainLossesCentralDifferences(Case given) {
        Weights weights = given.weights();
        Gradients gradients = ExactGradient.of(weights, given.settings, IMAGE, batch());
        double[] at = flat(weights.matrices(), weights.biases());
        double[] found = flat(gradients.weights(), gradients.biases());
        double[][] inputs = PlainNetwork.table(batch().inputs());
        double[][] targets = PlainNetwork.table(batch().targets());
        double[] expected = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            expected[k] = (moved(given, at, k, 1e-5).loss(inputs, targets)
                            - moved(given, at, k, -1e-5).loss(inputs, targets))
                    / 2e-5;
        }
        double apart = PlainNetwork.relativeDistance(found, expected);
        assertTrue(apart < 1e-5, () -> "relative distance " + apart);
    }

    private static PlainLayers moved(Case given, double[] at, int parameter, double by) {
        double[] moved = at.clone();
        moved[parameter] += by;
        return new PlainLayers(given.settings, IMAGE, moved);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anIdealChipAnswersAsFloatDoes(Case given) {
        Weights weights = given.weights();
        Occasion now = new Occasion(Phase.TEST, 0, 0);
        Network inFloat = given.settings.build(IMAGE, weights, Chip.exactNumbers(), new Clock(), 5);
        Network onChip = given.settings.build(IMAGE, weights, Chip.ideal(4), new Clock(), 5);
        onChip.refresh();
        assertArrayEquals(
                inFloat.forward(batch().inputs(), now).answer().sums().data,
                onChip.forward(batch().inputs(), now).answer().sums().data,
                2e-5f);
    }

    @Test
    void everyKindOfLayerIsTried() {
        List<LayerSettings> tried = new ArrayList<>();
        cases().forEach(given -> given.settings.hiddenLayers().forEach(layer -> tried.add(layer)));
        for (Class<?> kind : LayerSettings.class.getPermittedSubclasses()) {
            assertTrue(tried.stream().anyMatch(kind::isInstance), kind + " is missing");
        }
    }

    @Test
    void theShortSpellingIsTheSameNetwork() {
        NetworkSettings shortly = Samples.settings(List.of(6, 4), Activation.TANH, Loss.CROSS_ENTROPY);
        NetworkSettings fully = new NetworkSettings(
                List.of(),
                Activation.TANH,
                Loss.CROSS_ENTROPY,
                shortly.output(),
                shortly.initialisation(),
                shortly.biases(),
                List.of(new Dense(6, USUAL), new Dense(4, LayerActivation.TANH)));
        Weights one = shortly.initialWeights(5, 3, 1);
        Weights other = fully.initialWeights(5, 3, 1);
        FMatrixRMaj inputs = Samples.normals(3, 5, 1);
        for (int k = 0; k < 3; k++) {
            assertArrayEquals(one.matrices().get(k).data, other.matrices().get(k).data);
        }
        assertArrayEquals(output(shortly, one, inputs), output(fully, other, inputs));
    }

    private static float[] output(NetworkSettings settings, Weights weights, FMatrixRMaj inputs) {
        return settings.build(weights, Chip.exactNumbers(), new Clock(), 1)
                .forward(inputs, new Occasion(Phase.TEST, 0, 0))
                .output()
                .data;
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheLayersNumber() {
        assertRefused(
                "layer 1 has windows of 7 x 7, for which an input of 2 x 5 x 6 has no room",
                new Convolution(3, 7, 1, 0, USUAL));
        assertRefused(
                "layer 2 needs an image (channels x height x width) but gets 4 features",
                new Dense(4, USUAL),
                new MaxPooling(2, 2));
        assertRefused(
                "layer 1 gets 2 x 5 x 6 but its layers give 3 x 5 x 6, which cannot be added to it",
                new Residual(List.of(new Convolution(3, 3, 1, 1, USUAL)), LayerActivation.IDENTITY));
        assertRefused(
                "layer 2, in it layer 1 has windows of 7 x 7, for which an input of 2 x 4 x 5 has no room",
                new MaxPooling(2, 1),
                new Residual(List.of(new Convolution(3, 7, 1, 0, USUAL)), LayerActivation.IDENTITY));
    }

    /** As many numbers in another order are no sum of like with like; features alone have no order to miss. */
    @Test
    void aBlockWhoseImageHasAnotherShapeIsRefused() {
        assertRefused(
                "layer 1 gets 2 x 5 x 6 but its layers give 10 x 2 x 3, which cannot be added to it",
                new Residual(List.of(new Convolution(10, 2, 2, 0, USUAL)), LayerActivation.IDENTITY));
        var flat = new Residual(List.of(new Dense(60, USUAL)), LayerActivation.IDENTITY);
        assertEquals(Shape.of(60), flat.outputs(IMAGE));
    }

    @Test
    void aStrideLargerThanTheImageIsRefused() {
        assertRefused(
                "layer 1 has a stride of 7, which steps over an input of 2 x 5 x 6 as a whole: a stride of 2 or less"
                        + " leaves nothing out",
                new Convolution(3, 2, 7, 0, USUAL));
        assertEquals(Shape.of(2, 1, 1), new MaxPooling(2, 6).outputs(IMAGE));
    }

    private static void assertRefused(String message, LayerSettings... layers) {
        NetworkSettings settings = settings(List.of(layers), Loss.CROSS_ENTROPY);
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> settings.initialWeights(IMAGE, CLASSES, 1));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void everyPositionOfAConvolutionIsARead() {
        NetworkSettings settings =
                settings(List.of(new MaxPooling(2, 1), new Convolution(3, 2, 1, 0, USUAL)), Loss.CROSS_ENTROPY);
        Network network =
                settings.build(IMAGE, settings.initialWeights(IMAGE, CLASSES, 1), Chip.ideal(4), new Clock(), 1);
        assertEquals(2, network.depth());
        assertEquals(12, network.connections().get(0).reads());
    }
}
