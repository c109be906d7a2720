package org.ohmgrad.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;

class StuckFaultsTest {
    private static final int CELLS = 1 << 16;
    private static final double G_MIN = 1e-6;
    private static final double G_MAX = 1e-4;

    static Stream<StuckFaults> kinds() {
        return Stream.of(new NoStuckFaults(), new RandomStuckFaults(0.03, 0.05, 0.1, 0.02));
    }

    private static OptionalDouble stuck(StuckFaults faults, double u, int bits) {
        return faults.stuckAt(u, ConductanceLevels.ofBits(bits), G_MIN, G_MAX);
    }

    private static Map<Double, Integer> census(StuckFaults faults) {
        Map<Double, Integer> census = new TreeMap<>();
        for (int cell = 0; cell < CELLS; cell++) {
            stuck(faults, (double) cell / CELLS, 2).ifPresent(g -> census.merge(g, 1, Integer::sum));
        }
        return census;
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(StuckFaults.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStuckCellIsOpenOrWithinTheRange(StuckFaults faults) {
        for (int cell = 0; cell < CELLS; cell++) {
            stuck(faults, (double) cell / CELLS, 8)
                    .ifPresent(g -> assertTrue(g == 0 || (g >= G_MIN && g <= G_MAX * (1 + 1e-15))));
        }
    }

    @Test
    void eachFaultTakesItsShareOfTheCells() {
        Map<Double, Integer> census = census(new RandomStuckFaults(0.125, 0.25, 0, 0.0625));
        assertEquals(Map.of(0.0, CELLS / 16, G_MIN, CELLS / 8, G_MAX, CELLS / 4), census);
    }

    @Test
    void aCellStuckAtAnyLevelIsAsLikelyAtEachOfThem() {
        Map<Double, Integer> census = census(new RandomStuckFaults(0, 0, 0.5, 0));
        assertEquals(4, census.size());
        census.forEach((conductance, count) -> {
            double level = (conductance - G_MIN) / (G_MAX - G_MIN) * 3;
            assertEquals(Math.rint(level), level, 1e-12);
            assertEquals(CELLS / 8, count);
        });
    }

    @Test
    void aCellStuckAtAnyContinuousLevelMayBeAnywhereInTheRange() {
        StuckFaults faults = new RandomStuckFaults(0, 0, 1, 0);
        double conductance =
                faults.stuckAt(0.25, new ContinuousLevels(), G_MIN, G_MAX).orElseThrow();
        assertEquals(G_MIN + 0.25 * (G_MAX - G_MIN), conductance, 1e-18);
    }

    @Test
    void sharesThatFillTheChipLeaveNoCellHealthy() {
        int faulty = census(new RandomStuckFaults(0.25, 0.25, 0.25, 0.25)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertEquals(CELLS, faulty);
    }

    @Test
    void withoutFaultsEveryCellIsHealthy() {
        assertTrue(census(new NoStuckFaults()).isEmpty());
        assertTrue(census(new RandomStuckFaults(0, 0, 0, 0)).isEmpty());
    }

    @Test
    void nonsenseIsRefused() {
        refused(
                "atGMin must lie in [0, 1] but is -0.1; open must lie in [0, 1] but is 2;"
                        + " open and the other shares must not add up to more than 1",
                () -> new RandomStuckFaults(-0.1, 0, 0, 2));
        refused(
                "open and the other shares must not add up to more than 1",
                () -> new RandomStuckFaults(0.5, 0.3, 0.2, 0.1));
        refused(
                "atGMax must lie in [0, 1] but is 3; atAnyLevel must lie in [0, 1] but is NaN",
                () -> new RandomStuckFaults(0, 3, Double.NaN, 0));
    }
}
