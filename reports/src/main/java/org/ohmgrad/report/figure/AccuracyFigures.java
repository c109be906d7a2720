package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.chart.Axis;
import org.ohmgrad.report.chart.CurveStyle;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.result.CellWeights;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** Test accuracy along a swept setting and along epochs. */
final class AccuracyFigures {
    static final String ACCURACY = "test accuracy (%)";

    private final Results results;
    private final Curves curves;
    private final Panels parts;

    AccuracyFigures(Results results, Curves curves, Panels parts) {
        this.results = results;
        this.curves = curves;
        this.parts = parts;
    }

    Figure along(SweepView view) {
        var panels = new ArrayList<LineChart.Panel>();
        parts.of(results.shown().stream().filter(view::holds).toList()).forEach((title, groups) -> {
            var series = accuracySeries(view, groups);
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel(title, series));
            }
        });
        var title = "Test accuracy against " + view.axis().label();
        var chart = new LineChart(
                "accuracy" + Panels.suffix(view),
                title,
                title + ", one panel per update scheme, one curve per arm; the numbers are in results.csv.",
                view.axis().axis(),
                ACCURACY,
                Scale.ofAccuracies(Panels.values(panels)),
                List.of(),
                Panels.columns(panels.size()),
                panels);
        return new Figure(chart, accuracyCaption(view, panels) + stretched(chart));
    }

    private static String stretched(LineChart chart) {
        return chart.scale().stretched()
                ? " The vertical scale is logarithmic in the error (100 % - accuracy), so that one point can be seen"
                        + " near the top."
                : "";
    }

    private List<Series> accuracySeries(SweepView view, List<Results.Group> groups) {
        var series = new ArrayList<Series>();
        series.add(curves.floatBand(view, groups));
        curves.byCurve(groups).forEach((label, own) -> {
            var arm = own.get(0).arm();
            var kind = arm.companion() ? Series.Kind.THIN : Series.Kind.WHISKERS;
            series.add(Curves.along(
                    view,
                    label,
                    curves.style(arm),
                    kind,
                    own,
                    group -> group.percent(row -> row.summary("test_accuracy")),
                    2));
            if (!arm.companion()) {
                series.add(Curves.along(
                        view,
                        label + ": programmed, not trained on chip",
                        CurveStyle.PROGRAMMED,
                        Series.Kind.THIN,
                        own,
                        group -> group.percent(row -> row.summary("programmed_accuracy")),
                        2));
            }
        });
        series.removeIf(one -> one.dots().isEmpty());
        return series;
    }

    private String accuracyCaption(SweepView view, List<LineChart.Panel> panels) {
        var text = new StringBuilder("Test accuracy after the last epoch, mean over seeds. ");
        var kinds = panels.stream().flatMap(panel -> panel.series().stream()).toList();
        if (kinds.stream().anyMatch(one -> one.kind() == Series.Kind.BAND)) {
            text.append("Grey band: float backpropagation with the same initial weights, data order and seeds. ");
        }
        if (results.shown().stream().anyMatch(group -> group.arm().companion())) {
            text.append("Thin, open marks: the same arms on the companion chip named in the legend. ");
        }
        var weights = CellWeights.of(results.plan());
        if (view.axis().isCellBits() && weights.known()) {
            text.append(weights.sentence());
        }
        if (view.axis().axis().brk().isPresent()) {
            text.append("The axis is broken where a value has no place on its scale. ");
        }
        return text.append(parts.intervals()).toString();
    }

    Figure byEpoch(List<Results.Group> groups, String where) {
        var all = new ArrayList<>(groups);
        var floats = floatGroups(groups);
        all.addAll(floats);
        int[] range = Curves.epochs(all);
        var panels = new ArrayList<LineChart.Panel>();
        Function<Epoch, OptionalDouble> accuracy =
                epoch -> Results.percent(Results.value(epoch.values(), "test_accuracy"));
        parts.of(groups).forEach((title, own) -> {
            var series = new ArrayList<Series>();
            floats.stream()
                    .limit(1)
                    .forEach(group -> series.add(Curves.overEpochs(
                            curves.floatLabel(), CurveStyle.FLOAT, Series.Kind.BAND, group, range, accuracy, 2)));
            series.addAll(parts.epochSeries(own, range, accuracy, 2));
            series.removeIf(one -> one.dots().isEmpty());
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel(title, series));
            }
        });
        var title = "Test accuracy by epoch" + where;
        var chart = new LineChart(
                "learning-curves",
                title,
                title + ", one curve per arm; the numbers are in curves.csv.",
                Axis.ofWholeNumbers("epoch", range[0], range[1]),
                ACCURACY,
                Scale.ofAccuracies(Panels.values(panels)),
                List.of(),
                Panels.columns(panels.size()),
                panels);
        return new Figure(
                chart,
                "Test accuracy at the end of every epoch" + where + ", each one noisy pass through the chip. "
                        + parts.intervals() + stretched(chart));
    }

    /** The float backpropagation group that is the partner of these groups, if its runs are there. */
    private List<Results.Group> floatGroups(List<Results.Group> groups) {
        var keys = groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(row -> row.planned().floatBackpropagationKey())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        var partners = results.plan().runs().stream()
                .filter(run -> keys.contains(run.key()))
                .map(Results.ArmAndPoint::of)
                .collect(Collectors.toSet());
        boolean onChip = groups.stream().anyMatch(group -> group.arm().onChip());
        return results.groups().stream()
                .filter(group -> onChip && !group.arm().onChip())
                .filter(group -> partners.contains(Results.ArmAndPoint.of(group)))
                .toList();
    }
}
