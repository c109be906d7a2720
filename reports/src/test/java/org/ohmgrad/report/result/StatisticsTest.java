package org.ohmgrad.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ohmgrad.report.result.BitsNeeded.Verdict;

class StatisticsTest {
    @Test
    void theIntervalIsThatOfStudent() {
        // 1, 2, 3: mean 2, deviation 1, t(0.975, 2) = 4.30265273, half width 4.30265273 / sqrt 3 = 2.48413771
        var interval = MeanInterval.of(1, 2, 3);
        assertEquals(3, interval.n());
        assertEquals(2, interval.mean().orElseThrow());
        assertEquals(2.48413771, interval.halfWidth().orElseThrow(), 1e-8);
        assertEquals(-0.48413771, interval.lower().orElseThrow(), 1e-8);
        assertEquals(4.48413771, interval.upper().orElseThrow(), 1e-8);
    }

    @Test
    void oneValueHasNoIntervalAndNoneHasNoMean() {
        assertEquals(7, MeanInterval.of(7).mean().orElseThrow());
        assertTrue(MeanInterval.of(7).halfWidth().isEmpty());
        assertTrue(MeanInterval.of(7).upper().isEmpty());
        assertTrue(MeanInterval.of().mean().isEmpty());
    }

    @Test
    void gapsArePairedBySeed() {
        // differences 0.01, 0.02, 0.03; seed 4 has no partner
        var reference = new TreeMap<>(Map.of(1L, 0.90, 2L, 0.95, 3L, 0.80));
        var result = new TreeMap<>(Map.of(1L, 0.89, 2L, 0.93, 3L, 0.77, 4L, 0.1));
        var gap = PairedGap.between(Confidence.SINGLE, reference, result).difference();
        assertEquals(3, gap.n());
        assertEquals(0.02, gap.mean().orElseThrow(), 1e-15);
        assertEquals(0.0248413771, gap.halfWidth().orElseThrow(), 1e-9);
    }

    @Test
    void aGapOfExactlyOnePointIsWithinOnePoint() {
        var exactly = new PairedGap(new MeanInterval(3, OptionalDouble.of(0.0075), OptionalDouble.of(0.0025)));
        assertTrue(exactly.withinOnePoint());
        assertFalse(exactly.beyondOnePoint());
    }

    @Test
    void oneSeedDecidesNothing() {
        var gap = new PairedGap(MeanInterval.of(-0.5));
        assertFalse(gap.decided());
        assertEquals(
                "undecided with 1 seed", BitsNeeded.of(List.of(width("8", 0.0))).text());
    }

    private static BitsNeeded.Width width(String name, double... differences) {
        return new BitsNeeded.Width(name, new PairedGap(MeanInterval.of(differences)));
    }

    /** Widths 2, 4, 6, 8, each with three seeds about a mean gap: w within, b beyond, u undecided one point. */
    private static BitsNeeded needed(String pattern) {
        var names = List.of("2", "4", "6", "8");
        return BitsNeeded.of(IntStream.range(0, pattern.length())
                .mapToObj(i -> switch (pattern.charAt(i)) {
                    case 'w' -> width(names.get(i), 0.002, 0.0021, 0.0022);
                    case 'b' -> width(names.get(i), 0.05, 0.0501, 0.0502);
                    case 'u' -> width(names.get(i), -0.01, 0.01, 0.03);
                    default -> width(names.get(i));
                })
                .toList());
    }

    @Test
    void bitsNeededAreThoseFromWhichOnAllLargerWidthsStayWithinOnePoint() {
        assertEquals("6", needed("bbww").text());
        assertEquals("2 or fewer", needed("wwww").text());
        assertEquals("8", needed("wwbw").text());
        assertEquals("6 (fewer: undecided)", needed("buww").text());
        assertEquals("8 (fewer: undecided)", needed("ww-w").text());
    }

    @Test
    void theLargestWidthDecidesBetweenMoreAndUndecided() {
        assertEquals("more than 8", needed("wwwb").text());
        assertEquals("undecided with 3 seeds", needed("wwwu").text());
        assertEquals("undecided with 0 seeds", needed("www-").text());
        assertEquals(Verdict.MORE_THAN, needed("bbbb").verdict());
        assertFalse(needed("wwwu").decided());
    }

    @Test
    void continuousMayBeTheOnlyWidthThatDoes() {
        var found = BitsNeeded.of(List.of(width("8", 0.05, 0.0501), width("continuous", 0.0, 0.0)));
        assertEquals("continuous", found.text());
    }

    @Test
    void meansDoNotDependOnTheOrderOfRecords() {
        double[] values = {0.1, 0.2, 0.3};
        assertEquals(
                MeanInterval.of(values),
                MeanInterval.of(Confidence.SINGLE, Arrays.stream(values).boxed().toList()));
    }
}
