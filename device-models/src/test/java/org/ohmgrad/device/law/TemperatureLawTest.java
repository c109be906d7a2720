package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Temperature;

class TemperatureLawTest {
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double ELECTRONVOLT = 1.602176634e-19 / BOLTZMANN;
    private static final double G_MIN = 1e-6;
    private static final double G_MAX = 1e-4;
    private static final TemperatureLaw SIDRA = new ArrheniusTemperatureLaw(0.05 * ELECTRONVOLT, 0);

    static Stream<TemperatureLaw> kinds() {
        return Stream.of(new NoTemperatureLaw(), SIDRA);
    }

    private static double warmed(TemperatureLaw law, double siemens, double from, double to) {
        return law.between(G_MIN, G_MAX, from, to).applyAsDouble(siemens);
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(TemperatureLaw.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingChangesToTheBitAtTheTemperatureOfTheWrite(TemperatureLaw law) {
        for (double siemens : new double[] {0, 1e-9, G_MIN, 3.3e-5, G_MAX, 2e-4}) {
            assertEquals(siemens, warmed(law, siemens, 333.3, 333.3));
        }
    }

    /** Activation energies in electronvolt at gMin, gMax and, by the straight line, at the conductance. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 0, 1e-6, 0.05",
        "0.05, 0, 1e-5, 0.025",
        "0.05, 0, 1e-4, 0",
        "0.05, -0.008, 1e-4, -0.008",
        "0.05, 0, 1e-8, 0.05",
        "0.05, 0.01, 3e-4, 0.01",
        "0.1, 0.02, 3.1622776601683795e-6, 0.08"
    })
    void aConductanceFollowsArrheniusWithTheEnergyOfItsState(double low, double high, double siemens, double energy) {
        var law = new ArrheniusTemperatureLaw(low * ELECTRONVOLT, high * ELECTRONVOLT);
        for (double kelvin : new double[] {250, 333, 358.15, 400}) {
            double expected = siemens * Math.exp(-energy * ELECTRONVOLT * (1 / kelvin - 1 / 300.0));
            assertEquals(expected, warmed(law, siemens, 300, kelvin), 1e-12 * expected);
        }
    }

    @Test
    void atSidrasThrottleTheLeastConductingCellHasGainedThirtySevenPercentAndTheMostConductingNothing() {
        assertEquals(1.367, warmed(SIDRA, G_MIN, 300, 358) / G_MIN, 1e-3);
        assertEquals(G_MAX, warmed(SIDRA, G_MAX, 300, 358));
        assertEquals(0, warmed(SIDRA, 0, 300, 358));
    }

    @Test
    void orderIsKeptSoThatLargerConductancesStayLarger() {
        double last = 0;
        for (double siemens = 1e-7; siemens < 2e-4; siemens *= 1.05) {
            double here = warmed(SIDRA, siemens, 300, 400);
            assertTrue(here > last);
            last = here;
        }
    }

    @Test
    void theLawIsKnownBetweenItsOwnTemperatures() {
        assertTrue(SIDRA.holds(250) && SIDRA.holds(400));
        assertFalse(SIDRA.holds(249.9) || SIDRA.holds(400.1));
        assertEquals("250.0 to 400.0 kelvin", SIDRA.range());
        assertTrue(new NoTemperatureLaw().holds(4)
                && new NoTemperatureLaw().range().isEmpty());
    }

    @Test
    void temperaturesAreWithinALawOnlyIfAllOfThemAre() {
        assertTrue(new Temperature(300, 358, 20).isWithin(SIDRA));
        assertFalse(new Temperature(300, 358, 60).isWithin(SIDRA));
        assertFalse(new Temperature(240, 300, 0).isWithin(SIDRA));
        assertEquals(378, new Temperature(300, 358, 20).atLastTest());
    }

    @Test
    void johnsonNoiseIsThatOfTheTemperatureOfTheReadAndOthersFollowTheConductance() {
        ReadNoise johnson = new JohnsonReadNoise(1e8, 300);
        ReadNoise sum = new SumReadNoise(List.of(new ShotReadNoise(1e8), johnson));
        assertEquals(4 * BOLTZMANN * 358 * 1e8 * 1e-5, variance(johnson.at(358)), 1e-12 * variance(johnson.at(358)));
        assertEquals(variance(new ShotReadNoise(1e8)) + variance(johnson.at(358)), variance(sum.at(358)), 1e-30);
        assertEquals(new ProportionalReadNoise(0.02), new ProportionalReadNoise(0.02).at(358));
        assertTrue(sum.isAt(300) && !sum.isAt(358) && new ShotReadNoise(1e8).isAt(358));
    }

    private static double variance(ReadNoise noise) {
        return noise.terms().stream()
                .mapToDouble(term -> term.variance(1e-5, 0.25))
                .sum();
    }

    @Test
    void nonsenseIsRefused() {
        refused(
                "activationAtGMin must be 0, or of 1 to 11604.52 kelvin (1 electronvolt) in size, but is 0.05; "
                        + "activationAtGMax must be 0, or of 1 to 11604.52 kelvin (1 electronvolt) in size, but is NaN",
                () -> new ArrheniusTemperatureLaw(0.05, Double.NaN));
        refused(
                "lowest must be positive but is 0; highest must be positive but is -1; "
                        + "highest must not be below lowest (0.0) but is -1.0",
                () -> new ArrheniusTemperatureLaw(0, 0, 0, -1).any());
        refused(
                "programming must lie above 0 and up to 1000 but is 0.0; "
                        + "operation must lie above 0 and up to 1000 but is -27.0",
                () -> new Temperature(0, -27, 0));
        refused(
                "riseBeforeTest must lead to a temperature above 0 and up to 1000 but is -300.0",
                () -> new Temperature(300, 300, -300));
        refused("gMin must be positive where conductance is activated by heat", () -> ParametricDeviceModel.ideal(0, 1)
                .with(SIDRA, new NoTelegraphNoise()));
    }
}
