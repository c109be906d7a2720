package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ohmgrad.device.Refusals.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammingNoiseTest {
    @ParameterizedTest
    @ValueSource(doubles = {-6, -1, 0, 0.5, 3})
    void theErrorIsAFractionOfTheConductanceRange(double z) {
        assertEquals(0.01 * 99e-6 * z, new GaussianProgrammingNoise(0.01).error(5e-5, 99e-6, z), 1e-18);
    }

    @Test
    void onePercentAtEightBitsIsTwoAndAHalfLevelSteps() {
        double step = 99e-6 / ConductanceLevels.ofBits(8).top();
        assertEquals(2.55, new GaussianProgrammingNoise(0.01).error(5e-5, 99e-6, 1) / step, 1e-12);
    }

    @Test
    void anExactWriteDrawsNothingAndMissesNothing() {
        assertEquals(0, new NoProgrammingNoise().drawsPerWrite());
        assertEquals(0, new NoProgrammingNoise().error(5e-5, 99e-6, 3));
        assertEquals(1, new GaussianProgrammingNoise(0.01).drawsPerWrite());
    }

    @Test
    void aSigmaOutsideZeroToOneIsRefused() {
        refused("sigma must lie in [0, 1] but is -0.01", () -> new GaussianProgrammingNoise(-0.01));
        refused("sigma must lie in [0, 1] but is 5", () -> new GaussianProgrammingNoise(5));
        refused("sigma must lie in [0, 1] but is NaN", () -> new GaussianProgrammingNoise(Double.NaN));
    }
}
