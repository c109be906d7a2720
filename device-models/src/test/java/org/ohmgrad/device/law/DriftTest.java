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

class DriftTest {
    private static final double YEAR = 3.156e7;
    private static final double WRITTEN = 20e-6;
    private static final double[] AGES = {0, 1e-9, 1e-3, 1, 60, 86400, YEAR, 1e12};

    static Stream<Drift> kinds() {
        return Stream.of(
                new NoDrift(),
                new PowerLawDrift(5.82e-4, 0.1, 1),
                new PcmDrift(),
                new NeurramRelaxation(),
                new CmoRelaxation());
    }

    private static double left(Drift drift, double seconds, double z) {
        return drift.aged(WRITTEN, drift.age(seconds), z) / WRITTEN;
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(Drift.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aConductanceStartsWholeFallsAndStaysFinite(Drift drift) {
        assertEquals(1, left(drift, 0, 2.5), 1e-15);
        double last = 1;
        for (double seconds : AGES) {
            double here = left(drift, seconds, 0);
            assertTrue(here <= last && here > 0);
            last = here;
        }
    }

    @Test
    void theYearlyLossOfTheStatedExponentIsOnePercent() {
        assertEquals(0.99, left(new PowerLawDrift(5.82e-4, 0, 1), YEAR, 0), 1e-5);
        assertEquals(5.82e-4, Math.log(1 / 0.99) / Math.log1p(YEAR), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0, 1, 0", "0.05, 0.2, 20, 1.7", "0.001, 0.15, 0.1, -3", "1, 0, 1, 0"})
    void aConductanceFallsAsAPowerOfTime(double exponent, double spread, double t0, double z) {
        Drift drift = new PowerLawDrift(exponent, spread, t0);
        for (double seconds : AGES) {
            double expected = Math.pow(1 + seconds / t0, -exponent * (1 + spread * z));
            assertEquals(expected, left(drift, seconds, z), 1e-13 * expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"5.82e-4, 0.2, 1", "0.1, 0, 20", "1, 0.2, 1e-3", "1e-9, 0.15, 1"})
    void withinTheSteadyTimeNothingMovesByMoreThanOnePartInAMillion(double exponent, double spread, double t0) {
        Drift drift = new PowerLawDrift(exponent, spread, t0);
        double steady = drift.steadySeconds(WRITTEN);
        for (double start : AGES) {
            for (double z = -6.66; z <= 6.66; z += 0.37) {
                double change = (drift.age(start + steady) - drift.age(start)) * exponent * Math.abs(1 + spread * z);
                assertTrue(Math.abs(change) <= 0x1p-14 * (1 + 1e-12) + 1e-14);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withinTheSteadyTimeNothingMovesByMoreThanASixtyFourthOfAnEightBitLevel(Drift drift) {
        double gMax = 40e-6;
        double steady = Math.min(1e3, drift.steadySeconds(gMax));
        for (double written : new double[] {5e-6, 10e-6, 20e-6, gMax}) {
            for (double start : new double[] {0, 0.5, 1, 2, 10, 1e3, 86399}) {
                for (double z = -6.66; z <= 6.66; z += 0.37) {
                    double before = drift.aged(written, drift.age(start), z);
                    double after = drift.aged(written, drift.age(start + steady), z);
                    assertTrue(Math.abs(after - before) <= 0x1p-14 * gMax * (1 + 1e-9), drift + " after " + start);
                }
            }
        }
    }

    @Test
    void noDriftIsSteadyForEver() {
        assertEquals(Double.POSITIVE_INFINITY, new NoDrift().steadySeconds(1));
        assertEquals(Double.POSITIVE_INFINITY, new PowerLawDrift(0, 0, 1).steadySeconds(1));
        assertEquals(1, left(new NoDrift(), YEAR, 5));
    }

    /** The likeliest of growing cells is five standard deviations out, where fewer than one in three million stand. */
    @Test
    void noCellGrowsUnderTheLargestSpread() {
        Drift drift = new PowerLawDrift(0.1, 0.2, 1);
        for (double seconds : AGES) {
            assertTrue(left(drift, seconds, -4.999) <= 1);
        }
        refused(
                "spread must lie in [0, 0.2] but is 0.21: beyond, cells have exponents below 0 and grow without bound (at"
                        + " 1, one in six)",
                () -> new PowerLawDrift(0.1, 0.21, 1));
    }

    @Test
    void nonsenseIsRefused() {
        refused(
                "exponent must lie in [0, 1] but is -0.1; spread must lie in [0, 0.2] but is 1.5: beyond,"
                        + " cells have exponents below 0 and grow without bound (at 1, one in six); t0 must be positive but is 0",
                () -> new PowerLawDrift(-0.1, 1.5, 0));
    }
}
