package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ohmgrad.report.chart.CurveStyle;
import org.ohmgrad.report.chart.DotChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.result.Results;

/** The arms of an experiment without a sweep, beside their float partners. */
final class ArmFigure {
    private final Results results;
    private final Curves curves;
    private final Panels parts;

    ArmFigure(Results results, Curves curves, Panels parts) {
        this.results = results;
        this.curves = curves;
        this.parts = parts;
    }

    Figure figure() {
        var rows = new ArrayList<DotChart.Row>();
        for (var group : results.shown()) {
            var marks = armMarks(group);
            if (!marks.isEmpty()) {
                var update = group.arm().onChip() ? ", " + group.arm().update().replace('-', ' ') : "";
                rows.add(new DotChart.Row(curves.label(group.arm()) + update, marks));
            }
        }
        var legend = rows.stream().flatMap(row -> row.marks().stream()).toList();
        var values = legend.stream()
                .flatMap(mark -> mark.dots().stream())
                .flatMapToDouble(Series.Dot::extent)
                .toArray();
        var title = "Test accuracy of the arms";
        var chart = new DotChart(
                "accuracy",
                title,
                title + ", each beside its float partners; the numbers are in results.csv.",
                AccuracyFigures.ACCURACY,
                Scale.around(values, 0, 100),
                rows,
                legend);
        return new Figure(
                chart,
                "Test accuracy after the last epoch, mean over seeds, of every arm and of the float networks with the"
                        + " same initial weights, data order and seeds. " + parts.intervals());
    }

    private List<Series> armMarks(Results.Group group) {
        boolean onChip = group.arm().onChip();
        var marks = new ArrayList<Series>();
        var own = new CurveStyle("#0072B2", CurveStyle.Marker.CIRCLE, List.of());
        var twin = new CurveStyle("#D55E00", CurveStyle.Marker.SQUARE, List.of(7.0, 3.0));
        addMark(marks, onChip ? "on the chip" : "float", own, group, row -> row.summary("test_accuracy"));
        addMark(
                marks,
                "programmed, not trained on chip",
                CurveStyle.PROGRAMMED,
                group,
                row -> row.summary("programmed_accuracy"));
        if (onChip && !group.arm().isExact()) {
            addMark(marks, "float, same rule", twin, group, Results.Row::floatOwn);
        }
        if (onChip) {
            addMark(
                    marks,
                    "float backpropagation",
                    new CurveStyle("#555555", CurveStyle.Marker.DIAMOND, List.of(2.0, 2.0)),
                    group,
                    Results.Row::floatBackpropagation);
        }
        return marks;
    }

    private static void addMark(
            List<Series> marks,
            String label,
            CurveStyle style,
            Results.Group group,
            Function<Results.Row, OptionalDouble> value) {
        var interval = group.percent(value);
        if (interval.n() > 0) {
            marks.add(new Series(
                    label, style, Series.Kind.WHISKERS, List.of(Curves.dot(0, interval, Curves.words(interval, 2)))));
        }
    }
}
