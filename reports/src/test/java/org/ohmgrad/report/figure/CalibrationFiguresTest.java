package org.ohmgrad.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.chart.Axis;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.result.Results;

class CalibrationFiguresTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path scratch = Path.of("");

    private List<Figure> figures(Fixture fixture) {
        fixture.write(scratch);
        return new CalibrationFigures(Results.of(RecordFolder.read(scratch))).all("");
    }

    @Test
    void whatCalibrationLeavesIsDrawnAgainstTheNumberOfVectors() {
        var figures = figures(Fixture.calibration());
        assertEquals(
                List.of("calibration-gain", "calibration-offset"),
                figures.stream().map(figure -> figure.picture().name()).toList());
        var chart = (LineChart) figures.get(0).picture();
        assertEquals(
                List.of("0", "2", "8", "32", "128"),
                chart.axis().ticks().stream().map(Axis.Tick::text).toList());
        assertEquals(
                List.of("layer 2"),
                chart.panels().stream().map(LineChart.Panel::title).toList());
        assertEquals(
                List.of("as one over the root of the vectors", "gain error 0", "gain error 0.05", "gain error 0.2"),
                chart.panels().get(0).series().stream().map(Series::label).toList());
    }

    @Test
    void theGuideFallsAsOneOverTheRoot() {
        var chart = (LineChart) figures(Fixture.calibration()).get(0).picture();
        var guide = chart.panels().get(0).series().get(0).dots();
        assertEquals(4, guide.size());
        assertEquals(8, guide.get(0).y() / guide.get(3).y(), 1e-12);
    }

    @Test
    void withoutCalibrationThereIsNothingToDraw() {
        assertEquals(List.of(), figures(Fixture.named("plain").sweep(Fixture.BITS, "2", "4")));
    }

    @Test
    void oneNumberOfVectorsMakesNoFigure() {
        assertEquals(List.of(), figures(Fixture.named("one").sweep(Fixture.VECTORS, "8")));
    }

    @Test
    void aLogarithmicScaleHoldsItsValuesBetweenRoundNumbers() {
        var scale = Scale.logarithmic(new double[] {0.013, 0.4, 2.5});
        assertEquals(0.01, scale.low());
        assertEquals(5, scale.high());
        assertEquals(0.5, scale.share(Math.sqrt(0.05)), 1e-12);
        assertEquals(0, scale.share(0));
        assertFalse(scale.stretched());
        assertTrue(scale.ticks().containsAll(List.of(0.01, 0.02, 0.05, 0.1, 1.0, 5.0)));
    }
}
