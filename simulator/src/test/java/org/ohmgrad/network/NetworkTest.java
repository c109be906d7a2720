package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;

class NetworkTest {
    private static final Occasion NOW = new Occasion(Phase.TRAIN, 0, 0);

    static List<NetworkSettings> allSettings() {
        return Samples.allSettings();
    }

    private static Network floatNetwork(NetworkSettings settings, Weights weights) {
        return settings.build(weights, Chip.exactNumbers(), new Clock(), 1);
    }

    @ParameterizedTest
    @MethodSource("allSettings")
    void outputsAndLossAreThoseOfThePlainNetwork(NetworkSettings settings) {
        Weights weights = settings.initialWeights(4, 3, 21);
        PlainNetwork plain = PlainNetwork.of(settings, weights);
        for (int examples : List.of(1, 2, 17, 64)) {
            FMatrixRMaj inputs = Samples.normals(examples, 4, 22);
            FMatrixRMaj targets = Samples.shares(examples, 3, 23);
            Network network = floatNetwork(settings, weights);
            Pass pass = network.forward(inputs, NOW);
            for (int n = 0; n < examples; n++) {
                double[] expected = plain.output(PlainNetwork.table(inputs)[n]);
                assertArrayEquals(expected, PlainNetwork.table(pass.output())[n], 3e-6);
            }
            double loss = plain.loss(PlainNetwork.table(inputs), PlainNetwork.table(targets));
            assertEquals(loss, network.loss(pass.answer(), targets), 1e-5 * (1 + loss));
        }
    }

    @Test
    void aPassKeepsWhatEveryLayerWasFedAndGave() {
        NetworkSettings settings = Samples.settings(List.of(5), Activation.TANH, Loss.CROSS_ENTROPY);
        FMatrixRMaj inputs = Samples.normals(6, 4, 1);
        Network network = floatNetwork(settings, settings.initialWeights(4, 3, 1));
        Pass pass = network.forward(inputs, NOW);
        assertSame(inputs, pass.stage(0).input());
        assertSame(inputs, pass.input());
        assertSame(pass.stage(0).output(), pass.stage(1).input());
        assertSame(pass.stage(1).output(), pass.output());
        assertArrayEquals(Activation.SOFTMAX.of(pass.answer().sums()).data, pass.output().data);
        assertEquals(1, pass.hidden().size());
        assertEquals(2, network.depth());
        assertSame(network.synapse(1), network.last().synapse());
        assertSame(Loss.CROSS_ENTROPY, network.loss());
    }

    @Test
    void synapsesAreNumberedFromTheInputOn() {
        NetworkSettings settings = Samples.settings(List.of(5), Activation.TANH, Loss.CROSS_ENTROPY);
        Network network = floatNetwork(settings, settings.initialWeights(4, 3, 1));
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> new Network(List.of(), network.last(), Loss.CROSS_ENTROPY));
        assertEquals("synapses must be numbered from the input on", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE})
    void initialWeightsAreSharedWhateverTheChip(long seed) {
        NetworkSettings settings = new NetworkSettings(
                List.of(5),
                Activation.TANH,
                Loss.CROSS_ENTROPY,
                OutputActivation.BY_LOSS,
                new XavierInitialisation(1),
                new NormalInitialisation(0.2));
        Weights weights = settings.initialWeights(4, 3, seed);
        Weights onFloat = Weights.of(floatNetwork(settings, weights));
        Weights onChip = Weights.of(settings.build(weights, Chip.ideal(2), new Clock(), seed));
        Weights again = settings.initialWeights(4, 3, seed);
        for (int layer = 0; layer < weights.depth(); layer++) {
            assertArrayEquals(
                    weights.matrices().get(layer).data, onFloat.matrices().get(layer).data);
            assertArrayEquals(
                    weights.matrices().get(layer).data, onChip.matrices().get(layer).data);
            assertArrayEquals(
                    weights.matrices().get(layer).data, again.matrices().get(layer).data);
            assertArrayEquals(weights.biases().get(layer).data, onChip.biases().get(layer).data);
        }
    }

    @Test
    void anIdealChipRealisesItsWeights() {
        NetworkSettings settings = Samples.settings(List.of(5), Activation.TANH, Loss.CROSS_ENTROPY);
        Weights weights = settings.initialWeights(4, 3, 3);
        Network network = settings.build(weights, Chip.ideal(2), new Clock(), 3);
        network.refresh();
        Weights realised = Weights.realised(network);
        for (int layer = 0; layer < weights.depth(); layer++) {
            assertArrayEquals(
                    weights.matrices().get(layer).data, realised.matrices().get(layer).data, 1e-6f);
        }
    }

    @Test
    void weightsTakenFromANetworkAreCopies() {
        NetworkSettings settings = Samples.settings(List.of(), Activation.TANH, Loss.CROSS_ENTROPY);
        Weights weights = settings.initialWeights(4, 3, 3);
        Network network = floatNetwork(settings, weights);
        assertNotSame(weights.biases().get(0), network.synapse(0).bias());
        assertNotSame(network.synapse(0).bias(), Weights.of(network).biases().get(0));
        assertNotSame(
                network.synapse(0).bias(), Weights.realised(network).biases().get(0));
    }

    @Test
    void everySeedAndLayerHasWeightsOfItsOwn() {
        NetworkSettings settings = Samples.settings(List.of(4, 4), Activation.TANH, Loss.CROSS_ENTROPY);
        Weights one = settings.initialWeights(4, 4, 1);
        Weights two = settings.initialWeights(4, 4, 2);
        assertTrue(one.matrices().get(0).data[0] != two.matrices().get(0).data[0]);
        assertTrue(one.matrices().get(0).data[0] != one.matrices().get(1).data[0]);
        assertEquals(3, one.depth());
    }

    @Test
    void settingsRefuseWhatCannotBeBuilt() {
        assertRefused(
                "hidden must hold widths in [1, 32768] but is [0]",
                () -> Samples.settings(List.of(0), Activation.TANH, Loss.CROSS_ENTROPY));
        assertRefused(
                "activation must not be softmax in hidden layers",
                () -> Samples.settings(List.of(3), Activation.SOFTMAX, Loss.CROSS_ENTROPY));
        assertRefused(
                "output must be an activation that the loss is defined for",
                () -> new NetworkSettings(
                        List.of(3),
                        Activation.TANH,
                        Loss.CROSS_ENTROPY,
                        OutputActivation.SIGMOID,
                        new HeInitialisation(),
                        new ZeroInitialisation()));
    }

    private static void assertRefused(String message, Runnable making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
    }
}
