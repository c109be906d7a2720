package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final float HUGE = Float.MAX_VALUE;

    static List<Samples.Ending> endings() {
        return Samples.endings();
    }

    @Test
    void eightPairsOfLossAndOutputAreLegal() {
        assertEquals(8, Samples.endings().size());
    }

    @Test
    void aSquaredErrorIsHalfTheSumOverOutputsAndTheMeanOverExamples() {
        FMatrixRMaj outputs = Samples.matrix(2, 2, 1, 2, 3, 4);
        FMatrixRMaj targets = Samples.matrix(2, 2, 0, 2, 1, 5);
        assertEquals((1 + 0 + 4 + 1) / 2.0 / 2, Loss.MEAN_SQUARED_ERROR.value(outputs, outputs, targets), 0);
    }

    @Test
    void crossEntropyOfEqualSumsIsTheLogarithmOfTheClasses() {
        FMatrixRMaj sums = Samples.matrix(1, 4, 9, 9, 9, 9);
        FMatrixRMaj targets = Samples.matrix(1, 4, 0, 0, 1, 0);
        assertEquals(Math.log(4), Loss.CROSS_ENTROPY.value(sums, Activation.SOFTMAX.of(sums), targets), 1e-15);
    }

    @Test
    void crossEntropyOfCertainMistakesIsTheDistanceOfTheSums() {
        FMatrixRMaj sums = Samples.matrix(2, 2, 1000, -1000, HUGE, -HUGE);
        FMatrixRMaj targets = Samples.matrix(2, 2, 0, 1, 0, 1);
        double expected = (2000 + 2 * (double) HUGE) / 2;
        assertEquals(expected, Loss.CROSS_ENTROPY.value(sums, Activation.SOFTMAX.of(sums), targets), 1e-12 * expected);
    }

    @Test
    void binaryCrossEntropyOfCertainMistakesIsTheSizeOfTheSum() {
        FMatrixRMaj sums = Samples.matrix(1, 4, 500, -500, 500, -500);
        FMatrixRMaj targets = Samples.matrix(1, 4, 0, 1, 1, 0);
        assertEquals(1000, Loss.BINARY_CROSS_ENTROPY.value(sums, Activation.SIGMOID.of(sums), targets), 1e-12);
    }

    @Test
    void binaryCrossEntropyKeepsSmallLosses() {
        FMatrixRMaj sums = Samples.matrix(1, 1, 40);
        FMatrixRMaj targets = Samples.matrix(1, 1, 1);
        double loss = Loss.BINARY_CROSS_ENTROPY.value(sums, Activation.SIGMOID.of(sums), targets);
        assertEquals(Math.exp(-40), loss, 1e-14 * Math.exp(-40));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void extremeSumsGiveNoNanAndNoInfinity(Samples.Ending ending) {
        Activation output = ending.output().under(ending.loss());
        FMatrixRMaj sums = Samples.matrix(4, 2, HUGE, -HUGE, -HUGE, HUGE, 0, HUGE, -104, Float.MIN_VALUE);
        FMatrixRMaj targets = Samples.matrix(4, 2, 0, 1, 0, 1, 1, 0, 0.5, 0.5);
        FMatrixRMaj outputs = output.of(sums);
        assertTrue(Double.isFinite(ending.loss().value(sums, outputs, targets)));
        for (float delta : ending.loss().delta(output, outputs, targets).data) {
            assertTrue(Float.isFinite(delta));
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void lossesAreThoseOfTheDoubleFormulas(Samples.Ending ending) {
        Activation output = ending.output().under(ending.loss());
        FMatrixRMaj sums = Samples.normals(9, 5, 31);
        FMatrixRMaj targets = Samples.shares(9, 5, 32);
        PlainNetwork plain = new PlainNetwork(
                new double[][][] {identity(5)},
                new double[1][5],
                "IDENTITY",
                output.name(),
                ending.loss().name());
        double expected = plain.loss(PlainNetwork.table(sums), PlainNetwork.table(targets));
        assertEquals(expected, ending.loss().value(sums, output.of(sums), targets), 1e-6 * expected);
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int k = 0; k < n; k++) {
            identity[k][k] = 1;
        }
        return identity;
    }

    @Test
    void aDeltaIsEachExamplesOwnWhateverTheBatch() {
        FMatrixRMaj outputs = Samples.matrix(2, 2, 0.75, 0.25, 0.5, 0.5);
        FMatrixRMaj targets = Samples.matrix(2, 2, 1, 0, 0, 1);
        assertArrayEquals(
                new float[] {-0.25f, 0.25f, 0.5f, -0.5f},
                Loss.CROSS_ENTROPY.delta(Activation.SOFTMAX, outputs, targets).data);
        assertArrayEquals(
                new float[] {-0.25f, 0.25f, 0.5f, -0.5f},
                Loss.BINARY_CROSS_ENTROPY.delta(Activation.SIGMOID, outputs, targets).data);
    }

    @Test
    void aLossRefusesAnOutputItIsNotDefinedFor() {
        FMatrixRMaj any = new FMatrixRMaj(1, 1);
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> Loss.CROSS_ENTROPY.delta(Activation.TANH, any, any));
        assertEquals("loss CROSS_ENTROPY is not defined for output TANH", refused.getMessage());
    }
}
