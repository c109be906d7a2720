package org.ohmgrad.report.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ohmgrad.report.chart.HeatChart;
import org.ohmgrad.report.chart.HeatMap;
import org.ohmgrad.report.record.CellBlocks;
import org.ohmgrad.report.record.CellMap;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;

/** What wires do to the cells of one array: where they keep voltage, and what that does to the weights. */
final class WireFigures {
    private static final String LOST = "voltage_lost_share";
    private static final String ERROR = "weight_error";

    private final Results results;

    WireFigures(Results results) {
        this.results = results;
    }

    /** Two maps of the run whose wires keep most voltage; none if no run has maps. */
    List<Figure> all() {
        return results.shown().stream()
                .filter(group -> !group.arm().companion())
                .flatMap(group -> group.rows().stream())
                .filter(row -> map(row, LOST).isPresent() && map(row, ERROR).isPresent())
                .max(Comparator.comparingDouble(
                        row -> map(row, LOST).orElseThrow().mean()))
                .map(row -> List.of(lost(row), error(row)))
                .orElse(List.of());
    }

    private static Optional<CellMap> map(Results.Row row, String name) {
        return row.record().maps().stream()
                .filter(map -> map.name().equals(name))
                .findFirst();
    }

    private Figure lost(Results.Row row) {
        var map = map(row, LOST).orElseThrow();
        var labels = new HeatMap.Labels("IR drop: voltage that the wires keep from the cells", "voltage lost", "%", "");
        return new Figure(
                new HeatChart("wires-voltage-lost", labels, percent(map)),
                "Voltage applied less voltage across the cell, all word lines fully on, in percent of the read voltage: "
                        + NumberText.fixed(100 * map.mean(), 2) + " % in the mean, "
                        + NumberText.fixed(100 * map.most(), 2)
                        + " % in the block where it is most. Word lines are driven at the left, bit lines sensed below. "
                        + where(row));
    }

    private Figure error(Results.Row row) {
        var map = map(row, ERROR).orElseThrow();
        var labels = new HeatMap.Labels(
                "What the drop does to the weights: |effective - programmed|", "error of a weight", "", "");
        return new Figure(
                new HeatChart("wires-weight-error", labels, map.blocks()),
                "Weight that the forward read sees less the weight that the cells would give without wires and"
                        + " pre-distortion, magnitude; "
                        + String.format(Locale.ROOT, "%.3g", map.mean()) + " in the mean. " + where(row));
    }

    private static CellBlocks percent(CellMap map) {
        double[] means = map.means().stream().mapToDouble(mean -> 100 * mean).toArray();
        return CellBlocks.ofMeans(map.rows(), map.cols(), CellMap.MOST, means);
    }

    /** Which of all runs it is. */
    private String where(Results.Row row) {
        var run = row.planned();
        var point = SweepView.words(results.plan()).apply(run.point());
        return "First tile of layer 1 after the last epoch, the plane of positive weights; of all runs the one whose wires"
                + " keep most voltage: " + run.arm() + (point.isEmpty() ? "" : ", " + point) + ", seed " + run.seed()
                + ".";
    }
}
