package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadNoiseTest {
    private static final ReadNoise PROPORTIONAL = new ProportionalReadNoise(0.05);
    private static final ReadNoise JOHNSON = new JohnsonReadNoise(1e8, 300);
    private static final ReadNoise SHOT = new ShotReadNoise(1e8);
    private static final ReadNoise SUM = new SumReadNoise(List.of(PROPORTIONAL, JOHNSON, SHOT));

    static Stream<ReadNoise> kinds() {
        return Stream.of(new NoReadNoise(), PROPORTIONAL, JOHNSON, SHOT, SUM, new PcmReadNoise(), new CmoReadNoise());
    }

    private static double sigma(ReadNoise noise, double conductance, double voltage) {
        return Math.sqrt(noise.terms().stream()
                .mapToDouble(term -> term.variance(conductance, voltage))
                .sum());
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(ReadNoise.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noiseIsFiniteGrowsWithTheConductanceAndIgnoresThePolarity(ReadNoise noise) {
        for (double voltage : new double[] {-0.5, 0, 0.1, 0.5}) {
            double last = 0;
            for (double conductance : new double[] {0, 1e-6, 1e-5, 1e-4}) {
                double here = sigma(noise, conductance, voltage);
                assertTrue(here >= last && Double.isFinite(here));
                assertEquals(sigma(noise, conductance, -voltage), here);
                last = here;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOpenCellIsSilent(ReadNoise noise) {
        assertEquals(0, sigma(noise, 0, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"10e-6, 4.07e-9", "100e-6, 12.9e-9"})
    void johnsonNoiseAtHundredMegahertzIsAFewNanoampere(double conductance, double ampere) {
        assertEquals(ampere, sigma(JOHNSON, conductance, 0.25), 0.005 * ampere);
        assertEquals(Math.sqrt(4 * 1.380649e-23 * 300 * conductance * 1e8), sigma(JOHNSON, conductance, 0), 1e-18);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, 5.66e-9", "10e-6, 17.9e-9"})
    void shotNoiseAtHundredMegahertzIsAFewNanoampere(double current, double ampere) {
        assertEquals(ampere, sigma(SHOT, current / 0.25, 0.25), 0.003 * ampere);
        assertEquals(Math.sqrt(2 * 1.602176634e-19 * current * 1e8), sigma(SHOT, current / 0.5, -0.5), 1e-18);
    }

    @Test
    void proportionalNoiseIsAFractionOfTheCellsOwnCurrent() {
        assertEquals(0.05 * 40e-6 * 0.3, sigma(PROPORTIONAL, 40e-6, -0.3), 1e-18);
    }

    @Test
    void variancesOfASumAdd() {
        double expected = 0;
        for (ReadNoise part : List.of(PROPORTIONAL, JOHNSON, SHOT)) {
            expected += Math.pow(sigma(part, 30e-6, 0.2), 2);
        }
        assertEquals(expected, Math.pow(sigma(SUM, 30e-6, 0.2), 2), 1e-12 * expected);
        ReadNoise nested = new SumReadNoise(List.of(new NoReadNoise(), SUM));
        assertEquals(sigma(SUM, 30e-6, 0.2), sigma(nested, 30e-6, 0.2));
    }

    @Test
    void aSumKeepsItsPartsWhateverBecomesOfTheListGiven() {
        List<ReadNoise> parts = new ArrayList<>(List.of(SHOT));
        SumReadNoise sum = new SumReadNoise(parts);
        parts.clear();
        assertEquals(List.of(SHOT), sum.parts());
        assertThrows(UnsupportedOperationException.class, () -> sum.parts().clear());
    }

    @Test
    void noNoiseHasNoTerms() {
        assertTrue(new NoReadNoise().terms().isEmpty());
    }

    @Test
    void nonsenseIsRefused() {
        refused("sigma must lie in [0, 1] but is 2", () -> new ProportionalReadNoise(2));
        refused(
                "bandwidth must be positive but is 0; temperature must be positive but is -1",
                () -> new JohnsonReadNoise(0, -1));
        refused("bandwidth must be positive but is -5", () -> new ShotReadNoise(-5));
        refused(
                "bandwidth must be at most 1e12 hertz, beyond which noise of heat is white no longer, but is 1.0E13",
                () -> new JohnsonReadNoise(1e13, 300));
        refused(
                "bandwidth must be at most 1e14 hertz, beyond which shot noise is white no longer, but is 1.0E18",
                () -> new ShotReadNoise(1e18));
        refused("parts must name at least one noise", () -> new SumReadNoise(List.of()));
        refused("voltagePower must lie in [0, 2] but is 3", () -> new VarianceTerm(3, g -> g));
    }
}
