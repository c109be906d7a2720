package org.ohmgrad.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PulseChartTest {
    private static String last(String svg, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(svg);
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    private static String line(String svg, String colour) {
        return last(svg, "<polyline fill=\"none\" points=\"([^\"]*)\" stroke=\"" + colour + "\"");
    }

    @Test
    void measuredAndSimulatedPointsStandAtTheirNumberOfPulses() {
        var train = new PulseChart.Train(List.of(0, 1, 2, 3), List.of(1e-6, 2e-6, 3e-6, 4e-6));
        var branch = new PulseChart.Branch("up", 3, List.of(train), List.of(train), pulse -> (1 + pulse) * 1e-6);
        String svg = new PulseChart("fit", List.of(branch)).svg();
        String measured = line(svg, "#0072B2");
        assertEquals(4, measured.split(" ", -1).length, svg);
        assertEquals(line(svg, "#009E73"), measured);
        assertEquals(line(svg, "#D55E00"), measured);
        assertTrue(measured.contains(last(svg, "<text x=\"([0-9.]+)\"[^>]*>2</text>") + ","), svg);
    }
}
