package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConductanceLevelsTest {
    private static final ConductanceLevels CONTINUOUS = new ContinuousLevels();

    static Stream<ConductanceLevels> kinds() {
        return Stream.of(
                ConductanceLevels.ofBits(1), ConductanceLevels.ofBits(8), ConductanceLevels.ofBits(10), CONTINUOUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bitsGiveTwoToTheBitsLevels(int bits) {
        ConductanceLevels levels = ConductanceLevels.ofBits(bits);
        assertEquals((int) Math.pow(2, bits) - 1, levels.top());
        assertEquals(String.valueOf((int) Math.pow(2, bits)), levels.count());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void theNearestLevelIsRoundedHalfToEven(int bits) {
        ConductanceLevels levels = ConductanceLevels.ofBits(bits);
        for (int sixteenth = -16 * levels.top(); sixteenth <= 16 * levels.top(); sixteenth++) {
            float value = sixteenth / 16f;
            assertTrue((float) Math.rint(value) == levels.nearest(value));
        }
        assertEquals(0, levels.nearest(0.5f));
        assertEquals(2, levels.nearest(1.5f));
        assertEquals(2, levels.nearest(2.5f));
        assertEquals(-2, levels.nearest(-1.5f));
        assertEquals(1, levels.nearest(Math.nextUp(0.5f)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNearestLevelOfALevelIsItself(ConductanceLevels levels) {
        for (int level = -levels.top(); level <= levels.top(); level++) {
            assertEquals(level, levels.nearest(level));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 10})
    void everyLevelIsPickedAsOftenAsAnyOther(int bits) {
        ConductanceLevels levels = ConductanceLevels.ofBits(bits);
        Map<Double, Integer> picks = new TreeMap<>();
        int draws = 1 << 14;
        for (int k = 0; k < draws; k++) {
            picks.merge(levels.pick((double) k / draws), 1, Integer::sum);
        }
        assertEquals(levels.top() + 1, picks.size());
        picks.forEach((share, count) -> {
            assertEquals(Math.rint(share * levels.top()), share * levels.top(), 1e-9);
            assertEquals(draws >> bits, count);
        });
    }

    @Test
    void aLevelPickedByAnythingUpToOneStaysInTheRange() {
        kinds().forEach(levels -> {
            assertEquals(0, levels.pick(0));
            assertTrue(levels.pick(Math.nextDown(1.0)) <= 1);
            assertTrue(levels.pick(1) <= 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 10})
    void oneLevelFewerMakesTheMiddleOfTheRangeALevel(int bits) {
        int top = ConductanceLevels.ofBits(bits).topWithMiddle();
        assertEquals(ConductanceLevels.ofBits(bits).top() - 1, top);
        assertEquals(0, top % 2);
        assertEquals(1, CONTINUOUS.topWithMiddle());
    }

    @Test
    void continuousLevelsRoundNothing() {
        assertEquals(1, CONTINUOUS.top());
        assertEquals(0.123f, CONTINUOUS.nearest(0.123f));
        assertEquals(0.77, CONTINUOUS.pick(0.77));
        assertEquals("continuous", CONTINUOUS.count());
    }

    @Test
    void bitsOutsideOneToTenAreRefused() {
        refused("bits must lie in [1, 10] but is 0", () -> new DiscreteLevels(0));
        refused("bits must lie in [1, 10] but is 11", () -> new DiscreteLevels(11));
    }
}
