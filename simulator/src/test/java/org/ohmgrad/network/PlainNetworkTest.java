package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle itself stands on differences of its loss. */
class PlainNetworkTest {
    static List<NetworkSettings> allSettings() {
        return Samples.allSettings();
    }

    @ParameterizedTest
    @MethodSource("allSettings")
    void backpropagationIsTheSlopeOfTheLoss(NetworkSettings settings) {
        PlainNetwork network = PlainNetwork.of(settings, settings.initialWeights(4, 3, 11));
        double[][] inputs = PlainNetwork.table(Samples.normals(5, 4, 12));
        double[][] targets = PlainNetwork.table(Samples.shares(5, 3, 13));
        double apart = PlainNetwork.relativeDistance(
                network.gradient(inputs, targets), network.differences(inputs, targets, 1e-5));
        assertTrue(apart < 1e-6, () -> "relative distance " + apart + " for " + settings);
    }
}
