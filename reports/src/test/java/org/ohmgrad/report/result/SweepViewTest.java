package org.ohmgrad.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;

class SweepViewTest {
    private static Plan plan(List<String> pointers, List<Map<String, String>> points) {
        var runs = new ArrayList<PlannedRun>();
        for (var point : points) {
            runs.add(new PlannedRun(
                    "" + point, "a", "a", "u", "c", true, new TreeMap<>(point), 1, "", "", new TreeMap<>(), false));
        }
        return new Plan("x", "", "", 1, "{}", pointers, new TreeMap<>(), List.of(), runs);
    }

    @Test
    void pointersThatMoveTogetherAreOneAxis() {
        var views = SweepView.of(plan(
                List.of("/dac/bits", "/adc/bits"),
                List.of(Map.of("/dac/bits", "4", "/adc/bits", "5"), Map.of("/dac/bits", "8", "/adc/bits", "9"))));
        assertEquals(1, views.size());
        assertEquals("/dac/bits", views.get(0).axis().pointer());
        assertEquals(List.of(), views.get(0).others());
    }

    @Test
    void aProductRunsAlongBitsWithTheOthersInPanels() {
        var points = new ArrayList<Map<String, String>>();
        for (var range : List.of("1", "2", "4")) {
            for (var bits : List.of("8", "4", "2")) {
                points.add(Map.of("/chip/range", range, "/chip/cell/bits", bits));
            }
        }
        var views = SweepView.of(plan(List.of("/chip/range", "/chip/cell/bits"), points));
        assertEquals(1, views.size());
        assertEquals(List.of("2", "4", "8"), views.get(0).axis().values());
        assertEquals(List.of("/chip/range"), views.get(0).others());
        assertEquals("8", views.get(0).detail());
    }

    @Test
    void filesAreCalledByTheirNames() {
        assertEquals("fefet", SweepAxis.text("\"../devices/fefet.json\""));
        assertEquals("nearest", SweepAxis.text("\"nearest\""));
    }

    @Test
    void pointersEachAloneAroundABaseGiveAViewEach() {
        var views = SweepView.of(plan(
                List.of("/adc/range", "/dac/bits"),
                List.of(
                        Map.of("/adc/range", "12", "/dac/bits", "8"),
                        Map.of("/adc/range", "2", "/dac/bits", "8"),
                        Map.of("/adc/range", "0.4", "/dac/bits", "8"),
                        Map.of("/adc/range", "12", "/dac/bits", "4"),
                        Map.of("/adc/range", "12", "/dac/bits", "2"))));
        assertEquals(2, views.size());
        assertEquals(List.of("0.4", "2", "12"), views.get(0).axis().values());
        assertEquals(List.of("2", "4", "8"), views.get(1).axis().values());
        assertEquals(3, views.get(1).points().size());
    }

    @Test
    void nothingSweptGivesNoView() {
        assertEquals(List.of(), SweepView.of(plan(List.of(), List.of(Map.of()))));
        assertEquals(List.of(), SweepView.of(plan(List.of("/a"), List.of(Map.of("/a", "1")))));
    }

    private static double at(SweepAxis axis, String value) {
        return axis.positions().getOrDefault(value, Double.NaN);
    }

    @Test
    void wideNumbersStandOnALogarithmicAxisWithZeroBehindABreak() {
        var axis = SweepAxis.of("/seconds", "time", List.of("0", "1", "10", "100"), CellWeights.UNKNOWN);
        double zero = at(axis, "0");
        double one = at(axis, "1");
        assertTrue(axis.axis().brk().isPresent());
        assertEquals(at(axis, "10") - one, at(axis, "100") - at(axis, "10"), 1e-12);
        double brk = axis.axis().brk().getAsDouble();
        assertTrue(zero < brk && brk < one);
    }

    @Test
    void continuousStandsAtTheRightEndOfBits() {
        var axis = SweepAxis.of(
                Fixture.BITS, "bits per cell", List.of("\"continuous\"", "8", "2"), CellWeights.DIFFERENTIAL_PAIR);
        assertEquals(List.of("2", "8", "\"continuous\""), axis.values());
        assertEquals("7", axis.axis().ticks().get(0).below());
        assertEquals("511", axis.axis().ticks().get(1).below());
        assertTrue(axis.axis().brk().isPresent());
        assertFalse(axis.axis().named());
    }

    @Test
    void weightsAreCountedByTheMappingOfTheChip() {
        var axis = SweepAxis.of(Fixture.BITS, "bits per cell", List.of("2", "8"), CellWeights.REFERENCE_COLUMN);
        assertEquals("255", axis.axis().ticks().get(1).below());
        assertTrue(axis.axis().label().contains("a cell beside a reference column"));
        var unknown = SweepAxis.of(Fixture.BITS, "bits per cell", List.of("2", "8"), CellWeights.UNKNOWN);
        assertEquals("", unknown.axis().ticks().get(1).below());
        assertEquals("bits per cell", unknown.axis().label());
        assertEquals(CellWeights.UNKNOWN, CellWeights.of(plan(List.of("/chip/mapping"), List.of(Map.of()))));
    }

    @Test
    void wordsAreCategoriesInTheOrderOfThePlan() {
        var axis = SweepAxis.of("/activation", "activation", List.of("\"tanh\"", "\"relu\""), CellWeights.UNKNOWN);
        assertEquals(List.of("\"tanh\"", "\"relu\""), axis.values());
        assertTrue(axis.axis().named());
    }

    @ParameterizedTest
    @CsvSource({
        "/arms/0/rule/settings, settings of arm 1's rule",
        "/arms/0/rule/settings/onChip, on chip of arm 1's rule",
        "/arms/1/rule, rule of arm 2",
        "/arms/0/training/learningRate, learning rate of arm 1's training",
        "/chip/cell/device, device",
        "/chip/cell/device/gMax, device gMax",
        "/chip/forward/adc/range, forward adc range",
        "/chip, chip",
        "/chip/driftCompensation, drift compensation",
        "/chip/cell/bits, bits per cell"
    })
    void pointersAreCalledAsAPersonWould(String pointer, String words) {
        assertEquals(words, SweepView.label(plan(List.of(), List.of()), pointer));
    }

    @Test
    void aPlanSaysWhatItsSettingsAreCalled() {
        var named = plan(List.of(), List.of()).withAxes(new TreeMap<>(Map.of("/chip/tile/rows", "rows of a tile")));
        assertEquals("rows of a tile", SweepView.label(named, "/chip/tile/rows"));
        assertEquals("tile rows", SweepView.label(named.withAxes(new TreeMap<>()), "/chip/tile/rows"));
    }

    @Test
    void unitsStandBehindTheirValues() {
        assertEquals("device pcmo", PointerWords.with("device", "pcmo"));
        assertEquals("wire resistance 2 ohm a segment", PointerWords.with("wire resistance (ohm a segment)", "2"));
        assertEquals("read noise 0.1 (share of current)", PointerWords.with("read noise (share of current)", "0.1"));
    }

    @Test
    void valuesAreShownShort() {
        assertEquals("3.16e7", SweepAxis.text("31557600"));
        assertEquals("0.05", SweepAxis.text("0.05"));
        assertEquals("1e-6", SweepAxis.text("0.000001"));
        assertEquals("normal (deviation 0.1)", SweepAxis.text("{\"deviation\":0.1,\"type\":\"normal\"}"));
        assertEquals("unchanged", SweepAxis.text(""));
    }
}
