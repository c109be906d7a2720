package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelegraphNoiseTest {
    private static final double G_MAX = 1e-4;
    private static final TelegraphNoise UNEVEN = new TwoStateTelegraphNoise(0.01, 2, 1, 0.4, 0.3);

    static Stream<TelegraphNoise> kinds() {
        return Stream.of(new NoTelegraphNoise(), UNEVEN);
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(TelegraphNoise.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theMeanOverBothStatesIsTheConductance(TelegraphNoise noise) {
        for (double siemens : new double[] {0, 1e-9, 1e-6, 4e-5, 1e-4, 3e-4}) {
            double mean = noise.high() * noise.conductance(true, siemens, G_MAX)
                    + (1 - noise.high()) * noise.conductance(false, siemens, G_MAX);
            assertEquals(siemens, mean, 1e-15 * siemens);
            assertTrue(noise.conductance(false, siemens, G_MAX) >= 0);
        }
    }

    /** The states' difference is the amplitude at gMax times gMax/G, up to the ceiling. */
    @ParameterizedTest
    @CsvSource({"1, 1e-4, 0.01", "1, 1e-5, 0.1", "1, 2.5e-6, 0.4", "1, 1e-6, 0.4", "0, 1e-6, 0.01", "0.5, 1e-6, 0.1"})
    void theRelativeAmplitudeGrowsWithResistanceAndSaturates(double exponent, double siemens, double share) {
        var noise = new TwoStateTelegraphNoise(0.01, 2, exponent, 0.4, 0.3);
        double jump = noise.conductance(true, siemens, G_MAX) - noise.conductance(false, siemens, G_MAX);
        assertEquals(share * siemens, jump, 1e-12 * siemens);
        double variance = 0.3 * 0.7 * jump * jump;
        double found = 0.3 * Math.pow(noise.conductance(true, siemens, G_MAX) - siemens, 2)
                + 0.7 * Math.pow(noise.conductance(false, siemens, G_MAX) - siemens, 2);
        assertEquals(variance, found, 1e-10 * variance);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.01", "1", "2", "7", "1000"})
    void theMemoryOfAStateFallsExponentially(double seconds) {
        double memory = Math.exp(-seconds / 2);
        assertEquals(0.3 + 0.7 * memory, UNEVEN.high(true, seconds), 1e-15);
        assertEquals(0.3 - 0.3 * memory, UNEVEN.high(false, seconds), 1e-15);
    }

    /** The equation of Chapman and Kolmogorov: where refreshes lie does not matter. */
    @Test
    void twoTimesOneAfterAnotherAreOneTime() {
        for (boolean wasHigh : new boolean[] {true, false}) {
            double between = UNEVEN.high(wasHigh, 0.7);
            double after = between * UNEVEN.high(true, 1.9) + (1 - between) * UNEVEN.high(false, 1.9);
            assertEquals(UNEVEN.high(wasHigh, 2.6), after, 1e-15);
        }
    }

    @Test
    void theLongRunIsStationary() {
        assertEquals(0.3, 0.3 * UNEVEN.high(true, 0.4) + 0.7 * UNEVEN.high(false, 0.4), 1e-15);
    }

    @Test
    void inTheSteadyTimeOneCellInFiveHundredChangesAtMost() {
        for (double high : new double[] {0, 0.2, 0.5, 1}) {
            var noise = new TwoStateTelegraphNoise(0.01, 2, 1, 0.5, high);
            double seconds = noise.steadySeconds();
            double changed = high * (1 - noise.high(true, seconds)) + (1 - high) * noise.high(false, seconds);
            assertTrue(changed <= 1.0 / 500);
        }
        assertEquals(Double.POSITIVE_INFINITY, new NoTelegraphNoise().steadySeconds());
    }

    @Test
    void nonsenseIsRefused() {
        refused(
                "amplitude must lie in [0, 1] but is 2; correlationTime must be positive but is 0; "
                        + "exponent must lie in [0, 3] but is -1; largest must not be below amplitude (2.0) but is 1.0; "
                        + "high must lie in [0, 1] but is 1.5",
                () -> new TwoStateTelegraphNoise(2, 0, -1, 1, 1.5));
    }
}
