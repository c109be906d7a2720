package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Significance;

class InitialisationTest {
    @Test
    void theSamplesHoldOneOfEachKind() {
        assertEquals(
                Arrays.stream(Initialisation.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                Samples.initialisations().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void deviationsAreThePublishedOnes() {
        assertEquals(Math.sqrt(2.0 / 500), new XavierInitialisation(1).standardDeviation(300, 200), 1e-15);
        assertEquals(1.5 * Math.sqrt(2.0 / 500), new XavierInitialisation(1.5).standardDeviation(300, 200), 1e-15);
        assertEquals(Math.sqrt(2.0 / 300), new HeInitialisation().standardDeviation(300, 200), 1e-15);
        assertEquals(0.07, new NormalInitialisation(0.07).standardDeviation(300, 200), 0);
        assertEquals(0, new ZeroInitialisation().standardDeviation(300, 200), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE})
    void drawnWeightsHaveTheMeanAndVarianceOfTheirLaw(long seed) {
        for (Initialisation law : Samples.initialisations()) {
            FMatrixRMaj drawn = law.draw(300, 200, new Draws(seed, "test/init"));
            assertEquals(300, drawn.numRows);
            assertEquals(200, drawn.numCols);
            if (law instanceof ZeroInitialisation) {
                assertArrayEquals(new float[60_000], drawn.data, 0);
            } else {
                assertNormal(law, drawn.data, seed);
            }
        }
    }

    private static void assertNormal(Initialisation law, float[] values, long seed) {
        double deviation = law.standardDeviation(300, 200);
        double[] scaled = IntStream.range(0, values.length)
                .mapToDouble(k -> values[k] / deviation)
                .toArray();
        Significance.assertMean(0, 1, scaled, seed);
        Significance.assertVariance(1, scaled, seed);
    }

    @Test
    void biasesFollowTheLawOfTheirLayer() {
        Draws draws = new Draws(4, "test/init");
        FMatrixRMaj bias = new HeInitialisation().drawBias(8, 3, draws);
        assertEquals(1, bias.numRows);
        assertEquals(3, bias.numCols);
        assertEquals((float) Math.sqrt(2.0 / 8) * draws.normal(0, 1), bias.data[1]);
    }

    @Test
    void lawsRefuseNonsense() {
        Exception gain = assertThrows(IllegalArgumentException.class, () -> new XavierInitialisation(0));
        assertEquals("gain must be positive but is 0", gain.getMessage());
        Exception deviation = assertThrows(IllegalArgumentException.class, () -> new NormalInitialisation(-0.5));
        assertEquals("standardDeviation must not be negative but is -0.5", deviation.getMessage());
    }
}
