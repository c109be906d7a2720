package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.report.chart.DotChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.result.EffectCosts;
import org.ohmgrad.report.result.Results;

/** Accuracy that each effect costs, alone and among all others, for every arm. */
final class EffectFigures {
    private final Curves curves;
    private final EffectCosts costs;

    EffectFigures(Results results, Curves curves) {
        this.curves = curves;
        this.costs = new EffectCosts(results);
    }

    /** Two charts; none if no effects were switched. */
    List<Figure> all(String intervals) {
        if (costs.effects().isEmpty()) {
            return List.of();
        }
        return List.of(
                figure(
                        "effects-alone",
                        "Accuracy that each effect costs alone",
                        "Accuracy on the chip with no effect less accuracy with this one alone, paired over seeds. ",
                        true,
                        intervals),
                figure(
                        "effects-missing",
                        "Accuracy won back where one effect alone is missing",
                        "Accuracy on the chip without this effect less accuracy with all of them, paired over seeds. What"
                                + " costs much alone and gives little back is hidden behind others. ",
                        false,
                        intervals));
    }

    private Figure figure(String name, String title, String caption, boolean alone, String intervals) {
        var rows = rows(alone);
        var marks = rows.stream().flatMap(row -> row.marks().stream()).toList();
        double[] values = marks.stream()
                .flatMap(mark -> mark.dots().stream())
                .flatMapToDouble(Series.Dot::extent)
                .toArray();
        double[] withZero = Arrays.copyOf(values, values.length + 1);
        var chart = new DotChart(
                name,
                title,
                title + ", one row an effect, one mark an arm.",
                alone ? "accuracy lost (points)" : "accuracy won back (points)",
                Scale.around(withZero, -100, 100),
                rows,
                legend(marks));
        return new Figure(chart, caption + intervals);
    }

    private static List<Series> legend(List<Series> marks) {
        var byLabel = new LinkedHashMap<String, Series>();
        marks.forEach(mark -> byLabel.putIfAbsent(mark.label(), mark));
        return List.copyOf(byLabel.values());
    }

    private List<DotChart.Row> rows(boolean alone) {
        Map<String, List<Series>> rows = new LinkedHashMap<>();
        for (var cost : costs.all()) {
            var interval = (alone ? cost.alone() : cost.missing()).difference().times(100);
            if (interval.n() > 0) {
                var dot = Curves.dot(0, interval, Curves.words(interval, 2) + " points");
                rows.computeIfAbsent(cost.effect(), effect -> new ArrayList<>())
                        .add(new Series(
                                label(cost.arm()), curves.style(cost.arm()), Series.Kind.WHISKERS, List.of(dot)));
            }
        }
        return rows.entrySet().stream()
                .map(row -> new DotChart.Row(row.getKey(), row.getValue()))
                .toList();
    }

    private String label(Results.Arm arm) {
        long updates =
                costs.all().stream().map(cost -> cost.arm().update()).distinct().count();
        return curves.label(arm) + (updates > 1 ? ", " + arm.update().replace('-', ' ') : "");
    }
}
