package org.ohmgrad.training.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.network.Samples;

class GradientFidelityTest {
    private static double angle(FMatrixRMaj a, FMatrixRMaj b) {
        return GradientFidelity.of(a, b).angleDegrees().orElseThrow();
    }

    @Test
    void aGradientAndItsMultiplesLieOnOneLine() {
        FMatrixRMaj exact = Samples.matrix(2, 2, 3, -1, 4, 1);
        FMatrixRMaj twice = Samples.matrix(2, 2, 6, -2, 8, 2);
        FMatrixRMaj back = Samples.matrix(2, 2, -3, 1, -4, -1);
        assertEquals(0, angle(exact, exact), 0);
        assertEquals(0, angle(twice, exact), 1e-12);
        assertEquals(180, angle(back, exact), 1e-12);
        assertEquals(2, GradientFidelity.of(twice, exact).normRatio().orElseThrow(), 1e-15);
        assertEquals(0.5, GradientFidelity.of(exact, twice).normRatio().orElseThrow(), 1e-15);
    }

    @Test
    void rightAnglesAreRight() {
        assertEquals(90, angle(Samples.matrix(1, 2, 1, 0), Samples.matrix(1, 2, 0, 5)), 1e-12);
        assertEquals(45, angle(Samples.matrix(1, 2, 1, 0), Samples.matrix(1, 2, 3, 3)), 1e-12);
        assertEquals(135, angle(Samples.matrix(1, 2, -1, 0), Samples.matrix(1, 2, 3, 3)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-2, 1e-4, 1e-6})
    void smallAnglesKeepTheirDigits(double degrees) {
        float side = (float) Math.tan(Math.toRadians(degrees));
        double expected = Math.toDegrees(Math.atan(side));
        assertEquals(expected, angle(Samples.matrix(1, 2, 7, 7 * side), Samples.matrix(1, 2, 7, 0)), 2e-7 * expected);
    }

    @Test
    void tinyAndHugeGradientsHaveAngles() {
        FMatrixRMaj tiny = Samples.matrix(1, 2, 1e-38, 1e-38);
        FMatrixRMaj huge = Samples.matrix(1, 2, 3e38, 0);
        assertEquals(45, angle(tiny, huge), 1e-9);
    }

    @Test
    void nothingIsSaidOfZeroVectors() {
        FMatrixRMaj zero = new FMatrixRMaj(1, 2);
        FMatrixRMaj some = Samples.matrix(1, 2, 1, 2);
        assertTrue(GradientFidelity.of(zero, some).angleDegrees().isEmpty());
        assertEquals(0, GradientFidelity.of(zero, some).normRatio().orElseThrow(), 0);
        assertTrue(GradientFidelity.of(some, zero).angleDegrees().isEmpty());
        assertTrue(GradientFidelity.of(some, zero).normRatio().isEmpty());
    }
}
