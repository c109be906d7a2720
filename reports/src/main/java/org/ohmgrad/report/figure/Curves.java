package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ohmgrad.report.chart.Axis;
import org.ohmgrad.report.chart.CurveStyle;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.result.ArmNames;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PointerWords;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepAxis;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/** Turns groups of runs into curves: names, looks, points. */
final class Curves {
    private static final String FLOAT_LABEL = "float backpropagation";

    private final Results results;
    private final Map<String, CurveStyle> styles;
    private final ArmNames names;

    Curves(Results results) {
        this.results = results;
        this.names = new ArmNames(results);
        this.styles = CurveStyle.assign(results.plan().runs().stream()
                .map(run -> names.family(Results.Arm.of(run)))
                .distinct()
                .toList());
    }

    /** Name of an arm's curve. */
    String label(Results.Arm arm) {
        return names.label(arm);
    }

    CurveStyle style(Results.Arm arm) {
        return styles.getOrDefault(names.family(arm), CurveStyle.PROGRAMMED);
    }

    /** Groups that belong to one curve, in the order of the plan, main chips first. */
    Map<String, List<Results.Group>> byCurve(List<Results.Group> groups) {
        var curves = new LinkedHashMap<String, List<Results.Group>>();
        for (boolean companion : new boolean[] {false, true}) {
            groups.stream()
                    .filter(group -> group.arm().companion() == companion)
                    .forEach(group -> curves.computeIfAbsent(label(group.arm()), label -> new ArrayList<>())
                            .add(group));
        }
        return curves;
    }

    /** A curve along a sweep. */
    static Series along(
            SweepView view,
            String label,
            CurveStyle style,
            Series.Kind kind,
            List<Results.Group> groups,
            Function<Results.Group, MeanInterval> value,
            int decimals) {
        var dots = new ArrayList<Series.Dot>();
        for (var group : groups) {
            var interval = value.apply(group);
            if (interval.n() > 0) {
                var words = PointerWords.with(view.axis().label(), SweepAxis.text(view.valueOf(group))) + ": "
                        + words(interval, decimals);
                dots.add(dot(view.positionOf(group), interval, words));
            }
        }
        dots.sort((a, b) -> Double.compare(a.x(), b.x()));
        return new Series(label, style, kind, dots);
    }

    static Series.Dot dot(double position, MeanInterval interval, String words) {
        return new Series.Dot(position, interval.mean().orElseThrow(), interval.lower(), interval.upper(), words);
    }

    static String words(MeanInterval interval, int decimals) {
        var mean = NumberText.fixed(interval.mean().orElseThrow(), decimals);
        var half = interval.halfWidth();
        var seeds = Words.count(interval.n(), "seed");
        return half.isPresent()
                ? mean + " ± " + NumberText.fixed(half.getAsDouble(), decimals) + " (" + seeds + ")"
                : mean + " (" + seeds + ")";
    }

    /** The float backpropagation partners of the runs of a panel, as a band along a sweep; no points if there are none. */
    Series floatBand(SweepView view, List<Results.Group> groups) {
        var byValue = new LinkedHashMap<String, Results.Group>();
        for (var group : groups) {
            byValue.merge(view.valueOf(group), group, (a, b) -> partners(a) >= partners(b) ? a : b);
        }
        var band = along(
                view,
                floatLabel(),
                CurveStyle.FLOAT,
                Series.Kind.BAND,
                List.copyOf(byValue.values()),
                group -> group.percent(Results.Row::floatBackpropagation),
                2);
        return stretched(band);
    }

    String floatLabel() {
        return results.plan().seeds() > 1
                ? FLOAT_LABEL + " (mean, " + results.confidence().words() + " interval)"
                : FLOAT_LABEL;
    }

    private static int partners(Results.Group group) {
        return group.mean(Results.Row::floatBackpropagation).n();
    }

    /** A band with one point, or with ends inside the plot, reaches across the plot. */
    private static Series stretched(Series band) {
        if (band.dots().isEmpty()) {
            return band;
        }
        var dots = new ArrayList<>(band.dots());
        dots.add(0, dots.get(0).at(0));
        dots.add(dots.get(dots.size() - 1).at(1));
        return new Series(band.label(), band.style(), band.kind(), dots);
    }

    /** A curve along epochs. */
    static Series overEpochs(
            String label,
            CurveStyle style,
            Series.Kind kind,
            Results.Group group,
            int[] range,
            Function<Epoch, OptionalDouble> value,
            int decimals) {
        var dots = new ArrayList<Series.Dot>();
        for (int epoch = range[0]; epoch <= range[1]; epoch++) {
            int number = epoch;
            var interval = group.mean(row -> at(row, number, value));
            if (interval.n() > 0) {
                dots.add(dot(
                        Axis.whole(epoch, range[0], range[1]),
                        interval,
                        "epoch " + epoch + ": " + words(interval, decimals)));
            }
        }
        return new Series(label, style, kind, dots);
    }

    private static OptionalDouble at(Results.Row row, int number, Function<Epoch, OptionalDouble> value) {
        return row.record().epochs().stream()
                .filter(epoch -> epoch.epoch() == number)
                .findFirst()
                .map(value)
                .orElse(OptionalDouble.empty());
    }

    /** First and last epoch of any of the groups. */
    static int[] epochs(List<Results.Group> groups) {
        var numbers = groups.stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.record().epochs().stream())
                .mapToInt(Epoch::epoch)
                .summaryStatistics();
        return numbers.getCount() == 0 ? new int[] {0, 0} : new int[] {numbers.getMin(), numbers.getMax()};
    }

    Results results() {
        return results;
    }
}
