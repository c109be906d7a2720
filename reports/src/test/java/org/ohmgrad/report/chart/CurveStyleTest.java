package org.ohmgrad.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveStyleTest {
    @Test
    void sixtyFourArmsOfOneFigureAllLookDifferent() {
        var labels = IntStream.range(0, 64).mapToObj(k -> "rule-" + k).toList();
        var styles = CurveStyle.assign(labels);
        assertEquals(labels, List.copyOf(styles.keySet()));
        assertEquals(64, new HashSet<>(styles.values()).size());
    }

    @Test
    void aNameThatNobodyHasSeenKeepsItsLookInEveryReport() {
        var alone = CurveStyle.assign(List.of("some-new-rule")).values();
        var others = CurveStyle.assign(List.of("some-new-rule", "backpropagation", "other"))
                .values();
        assertEquals(List.copyOf(alone), List.copyOf(others).subList(0, 1));
    }
}
