package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;

class SweepTest {
    private static final Place HERE = Place.top(Path.of("sweep.json"));

    private static Json number(int value) {
        return new Json.Decimal(HERE, String.valueOf(value));
    }

    private static Json list(int... values) {
        return new Json.Array(
                HERE, IntStream.of(values).mapToObj(SweepTest::number).toList());
    }

    private static String words(Map<String, Json> point) {
        StringBuilder words = new StringBuilder();
        point.forEach((pointer, value) ->
                words.append(pointer).append('=').append(value.canonical()).append(' '));
        return words.toString().strip();
    }

    private static List<String> points(Map<String, List<Json>> sweep) {
        return Sweep.points(sweep).stream().map(SweepTest::words).toList();
    }

    @Test
    void nothingSweptIsOnePoint() {
        assertEquals(List.of(""), points(Map.of()));
    }

    @Test
    void severalPointersFormAProductWithTheLastFastest() {
        Map<String, List<Json>> sweep = new LinkedHashMap<>();
        sweep.put("/a", List.of(number(1), number(2)));
        sweep.put("/b", List.of(number(3), number(4), number(5)));
        assertEquals(
                List.of("/a=1 /b=3", "/a=1 /b=4", "/a=1 /b=5", "/a=2 /b=3", "/a=2 /b=4", "/a=2 /b=5"), points(sweep));
    }

    @Test
    void pointersOfOneKeyMoveTogether() {
        Map<String, List<Json>> sweep = Map.of("/a /b", List.of(list(1, 3), list(2, 4)));
        assertEquals(List.of("/a=1 /b=3", "/a=2 /b=4"), points(sweep));
        assertEquals(List.of("/a", "/b"), Sweep.pointers(sweep));
    }

    @Test
    void valuesThatMoveTogetherAreAsManyAsTheirPointers() {
        assertEquals("", Sweep.problem("/a", number(1)));
        assertEquals("", Sweep.problem("/a /b", list(1, 2)));
        String rule = "must be a list of 2 values, one for each pointer of its key, as in {\"/chip/cell/bits"
                + " /training/batch\": [[4, 16], [8, 32]]}, which makes two points";
        assertEquals(rule, Sweep.problem("/a /b", list(1, 2, 3)));
        assertEquals(rule, Sweep.problem("/a /b", number(1)));
    }

    @ParameterizedTest
    @CsvSource({"/a,/a,true", "/a,/a/b,true", "/a/b,/a,true", "/a,/ab,false", "/a/b,/a/c,false", "'',/a,false"})
    void aPointerOverlapsItselfAndItsParts(String one, String other, boolean overlap) {
        assertEquals(overlap, Sweep.overlap(one, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chip", "/chip/cell/bits", "/network/hidden/0", "/training/epochs", "/arms/0/rule/decay"})
    void partsOfARunMayVary(String pointer) {
        assertEquals(true, Sweep.mayVary(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/seeds", "/name", "/dataset/test", "/arms", "/arms/0", "/arms/0/label", "/sweep", "/chips"})
    void whatAllRunsShareMayNotVary(String pointer) {
        assertEquals(false, Sweep.mayVary(pointer));
    }
}
