package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.chart.CurveStyle;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.result.CellWeights;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PointerWords;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepAxis;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;

/** What errors calibration leaves in the lines of the transposed read, against the number of vectors that it reads. */
final class CalibrationFigures {
    /** Name of the telemetry that tells of calibration. */
    private static final String VECTORS = "calibration_vectors";

    private static final String CALIBRATION = "/transposeCalibration";

    private final Results results;
    private final List<Results.Group> groups;

    CalibrationFigures(Results results) {
        this.results = results;
        groups = results.shown().stream()
                .filter(group -> !group.arm().companion() && !layersOf(group).isEmpty())
                .toList();
    }

    /** Gain and offset; none if fewer than two numbers of vectors were tried. */
    List<Figure> all(String intervals) {
        var numbers =
                groups.stream().map(CalibrationFigures::vectors).distinct().toList();
        if (numbers.size() < 2) {
            return List.of();
        }
        var figures = new ArrayList<Figure>();
        add(figures, "gain", "error of gain (%)", "transposed_gain_error", 100, intervals);
        add(figures, "offset", "offset (fully-on cells)", "transposed_offset_error", 1, intervals);
        return figures;
    }

    private static OptionalDouble last(Results.Row row, int layer, String name) {
        return row.lastEpoch().map(epoch -> Results.layer(epoch, layer, name)).orElse(OptionalDouble.empty());
    }

    /** The layers of which a group tells how it was calibrated, counted from 0. */
    private static List<Integer> layersOf(Results.Group group) {
        var layers = new ArrayList<Integer>();
        int depth = group.rows().stream()
                .flatMap(row -> row.lastEpoch().stream())
                .mapToInt(epoch -> epoch.layers().size())
                .max()
                .orElse(0);
        for (int layer = 0; layer < depth; layer++) {
            if (mean(group, layer, VECTORS, 1).n() > 0) {
                layers.add(layer);
            }
        }
        return layers;
    }

    private static MeanInterval mean(Results.Group group, int layer, String name, double unit) {
        return group.mean(row -> {
            var value = last(row, layer, name);
            return value.isPresent() ? OptionalDouble.of(unit * value.getAsDouble()) : value;
        });
    }

    private static String vectors(Results.Group group) {
        return NumberText.of(
                mean(group, layersOf(group).get(0), VECTORS, 1).mean().orElseThrow());
    }

    private SweepAxis axis() {
        return SweepAxis.of(
                "",
                "vectors read in each calibration (0: none)",
                groups.stream().map(CalibrationFigures::vectors).distinct().toList(),
                CellWeights.UNKNOWN);
    }

    private void add(List<Figure> figures, String what, String scaleLabel, String name, double unit, String intervals) {
        var axis = axis();
        var panels = panels(axis, name, unit);
        if (panels.isEmpty()) {
            return;
        }
        var title = "Errors of " + what + " that calibration leaves in the transposed read";
        var chart = new LineChart(
                "calibration-" + what,
                title,
                title + ", at the last epoch, one panel per layer; the numbers are in curves.csv.",
                axis.axis(),
                scaleLabel,
                Scale.logarithmic(values(panels)),
                List.of(),
                panels.size() == 1 ? 1 : 2,
                panels);
        figures.add(new Figure(chart, caption(what) + intervals));
    }

    private static double[] values(List<LineChart.Panel> panels) {
        return panels.stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.dots().stream())
                .mapToDouble(Series.Dot::y)
                .toArray();
    }

    private static String caption(String what) {
        var weighted = what.equals("gain") ? ", each weighted by its squared weights" : "";
        return "Root mean square over the sensed lines" + weighted + ", in the last epoch, by the lines' errors before"
                + " calibration. What averages out falls as one over the root of the number of vectors (grey); what stays is"
                + " what the chip cannot know: rounding, and cells that are not what they were programmed to be. Both"
                + " scales are logarithmic. ";
    }

    private List<LineChart.Panel> panels(SweepAxis axis, String name, double unit) {
        var panels = new ArrayList<LineChart.Panel>();
        for (int layer : groups.stream()
                .flatMap(group -> layersOf(group).stream())
                .sorted()
                .distinct()
                .toList()) {
            var series = series(axis, layer, name, unit);
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel("layer " + (layer + 1), series));
            }
        }
        return panels;
    }

    private List<Series> series(SweepAxis axis, int layer, String name, double unit) {
        var curves = curves();
        var styles = CurveStyle.assign(List.copyOf(curves.keySet()));
        var series = new ArrayList<Series>();
        curves.forEach((label, own) -> {
            var style = styles.getOrDefault(label, CurveStyle.PROGRAMMED);
            var dots = dots(axis, own, layer, name, unit);
            if (!dots.isEmpty()) {
                series.add(new Series(label, style, Series.Kind.WHISKERS, dots));
            }
        });
        guide(axis, series).ifPresent(line -> series.add(0, line));
        return series;
    }

    private static List<Series.Dot> dots(
            SweepAxis axis, List<Results.Group> groups, int layer, String name, double unit) {
        var dots = new ArrayList<Series.Dot>();
        for (var group : groups) {
            var interval = mean(group, layer, name, unit);
            if (interval.n() > 0 && interval.mean().orElseThrow() > 0) {
                var words = PointerWords.with("vectors", vectors(group)) + ": " + Curves.words(interval, 4);
                dots.add(Curves.dot(axis.positions().getOrDefault(vectors(group), 0.5), interval, words));
            }
        }
        dots.sort((a, b) -> Double.compare(a.x(), b.x()));
        return dots;
    }

    /** The groups by all that tells them apart but calibration. */
    private Map<String, List<Results.Group>> curves() {
        boolean severalArms = distinct(Results.Arm::arm) > 1;
        boolean severalUpdates = distinct(Results.Arm::update) > 1;
        var curves = new LinkedHashMap<String, List<Results.Group>>();
        for (var group : groups) {
            var parts = new ArrayList<String>();
            if (severalArms) {
                parts.add(group.arm().arm());
            }
            if (severalUpdates) {
                parts.add(group.arm().update().replace('-', ' '));
            }
            parts.add(settings(group));
            parts.removeIf(String::isEmpty);
            var label = parts.isEmpty() ? group.arm().arm() : String.join(", ", parts);
            curves.computeIfAbsent(label, l -> new ArrayList<>()).add(group);
        }
        return curves;
    }

    private long distinct(Function<Results.Arm, String> what) {
        return groups.stream().map(group -> what.apply(group.arm())).distinct().count();
    }

    private String settings(Results.Group group) {
        return SweepView.leaders(results.plan()).stream()
                .filter(pointer ->
                        !pointer.contains(CALIBRATION) && group.point().containsKey(pointer))
                .map(pointer -> PointerWords.with(
                        SweepView.label(results.plan(), pointer),
                        SweepAxis.text(group.point().getOrDefault(pointer, ""))))
                .collect(Collectors.joining(", "));
    }

    /** One over the root of the number of vectors, touching the mean of the curves from below. */
    private static Optional<Series> guide(SweepAxis axis, List<Series> series) {
        var numbers = axis.values().stream().filter(value -> !value.equals("0")).toList();
        var touching = numbers.stream()
                .flatMapToDouble(value -> mean(axis, value, series).stream().map(mean -> mean * root(value)))
                .min();
        if (touching.isEmpty() || !isLogarithmic(numbers)) {
            return Optional.empty();
        }
        var dots = numbers.stream()
                .map(value -> bare(axis.positions().getOrDefault(value, 0.5), touching.getAsDouble() / root(value)))
                .toList();
        return Optional.of(new Series("as one over the root of the vectors", CurveStyle.FLOAT, Series.Kind.BAND, dots));
    }

    /** On a linear axis the law is no straight line. */
    private static boolean isLogarithmic(List<String> numbers) {
        return numbers.size() > 1 && root(numbers.get(numbers.size() - 1)) > Math.sqrt(30) * root(numbers.get(0));
    }

    private static double root(String number) {
        return Math.sqrt(JsonText.number(number).orElseThrow());
    }

    private static OptionalDouble mean(SweepAxis axis, String value, List<Series> series) {
        double position = axis.positions().getOrDefault(value, 0.5);
        return series.stream()
                .flatMap(one -> one.dots().stream())
                .filter(dot -> dot.x() == position)
                .mapToDouble(Series.Dot::y)
                .average();
    }

    private static Series.Dot bare(double x, double y) {
        return new Series.Dot(x, y, OptionalDouble.empty(), OptionalDouble.empty(), "");
    }
}
