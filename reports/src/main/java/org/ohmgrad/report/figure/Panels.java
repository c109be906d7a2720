package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** Divides groups of runs into the panels of a figure, and draws their curves over epochs. */
final class Panels {
    private final Results results;
    private final Curves curves;
    private final List<SweepView> views;

    Panels(Results results, Curves curves, List<SweepView> views) {
        this.results = results;
        this.curves = curves;
        this.views = views;
    }

    /** What every caption says of intervals. */
    String intervals() {
        return results.plan().seeds() > 1
                ? "Bars and bands are " + results.confidence().words()
                        + " t intervals over seeds; they do not cover the choice of test images, and are cut off where no value can lie."
                : "One seed, so there are no intervals.";
    }

    /** Groups that figures show large. */
    List<Results.Group> mainGroups() {
        return results.shown().stream()
                .filter(group -> !group.arm().companion())
                .toList();
    }

    /** Groups by panel: update scheme and the other pointers. */
    Map<String, List<Results.Group>> of(List<Results.Group> groups) {
        var panels = new LinkedHashMap<String, List<Results.Group>>();
        for (var group : groups) {
            panels.computeIfAbsent(panel(group), title -> new ArrayList<>()).add(group);
        }
        return panels;
    }

    private String panel(Results.Group group) {
        var update = group.arm().onChip() ? group.arm().update().replace('-', ' ') : "";
        var others = views.isEmpty() ? "" : views.get(0).othersOf(group, results.plan());
        return update.isEmpty() || others.isEmpty() ? update + others : update + ", " + others;
    }

    static int columns(int panels) {
        return panels == 2 || panels == 4 ? 2 : 3;
    }

    static double[] values(List<LineChart.Panel> panels) {
        return panels.stream().flatMapToDouble(LineChart.Panel::extents).toArray();
    }

    /** Values without their intervals. */
    static double[] means(List<LineChart.Panel> panels) {
        return panels.stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.dots().stream())
                .mapToDouble(Series.Dot::y)
                .toArray();
    }

    static String suffix(SweepView view) {
        if (view.axis().isCellBits()) {
            return "-vs-bits";
        }
        return "-vs-"
                + view.axis()
                        .pointer()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }

    List<Series> epochSeries(
            List<Results.Group> groups, int[] range, Function<Epoch, OptionalDouble> value, int decimals) {
        var series = new ArrayList<Series>();
        curves.byCurve(groups)
                .forEach((label, own) -> series.add(Curves.overEpochs(
                        label,
                        curves.style(own.get(0).arm()),
                        Series.Kind.RIBBON,
                        own.get(0),
                        range,
                        value,
                        decimals)));
        return series;
    }
}
