package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Turns groups of runs into curves: names, looks, points. */
final class Curves {
    private static final String FLOAT_LABEL = "float backpropagation";

    private final Results results;
    private final Map<String, CurveStyle> styles;
    private final boolean chipsDiffer;

    Curves(Results results) {
        this.results = results;
        this.chipsDiffer = chipsDiffer(results.shown());
        this.styles = CurveStyle.assign(results.plan().runs().stream()
                .map(run -> family(Results.Arm.of(run)))
                .distinct()
                .toList());
    }

    /** Whether one arm runs on several main chips at one point, so that its name alone is not enough. */
    private static boolean chipsDiffer(List<Results.Cell> cells) {
        var chips = new LinkedHashMap<List<Object>, String>();
        return cells.stream().filter(cell -> !cell.arm().companion()).anyMatch(cell -> {
            var arm = cell.arm();
            var earlier = chips.putIfAbsent(List.of(arm.arm(), arm.update(), cell.point()), arm.chip());
            return earlier != null && !earlier.equals(arm.chip());
        });
    }

    private String family(Results.Arm arm) {
        return chipsDiffer && !arm.companion() ? arm.arm() + ", " + arm.chip() : arm.arm();
    }

    /** Name of an arm's curve. */
    String label(Results.Arm arm) {
        return arm.companion() ? arm.arm() + " (" + arm.chip() + ")" : family(arm);
    }

    CurveStyle style(Results.Arm arm) {
        return styles.getOrDefault(family(arm), CurveStyle.PROGRAMMED);
    }

    /** Groups that belong to one curve, in the order of the plan, main chips first. */
    Map<String, List<Results.Cell>> byCurve(List<Results.Cell> cells) {
        var curves = new LinkedHashMap<String, List<Results.Cell>>();
        for (boolean companion : new boolean[] {false, true}) {
            cells.stream().filter(cell -> cell.arm().companion() == companion).forEach(cell -> curves.computeIfAbsent(
                            label(cell.arm()), label -> new ArrayList<>())
                    .add(cell));
        }
        return curves;
    }

    /** A curve along a sweep. */
    static Series along(
            SweepView view,
            String label,
            CurveStyle style,
            Series.Kind kind,
            List<Results.Cell> cells,
            Function<Results.Cell, MeanInterval> value,
            int decimals) {
        var dots = new ArrayList<Series.Dot>();
        for (var cell : cells) {
            var interval = value.apply(cell);
            if (interval.n() > 0) {
                var words = PointerWords.with(view.axis().label(), SweepAxis.text(view.valueOf(cell))) + ": "
                        + words(interval, decimals);
                dots.add(dot(view.positionOf(cell), interval, words));
            }
        }
        dots.sort((a, b) -> Double.compare(a.x(), b.x()));
        return new Series(label, style, kind, dots);
    }

    static Series.Dot dot(double position, MeanInterval interval, String words) {
        return new Series.Dot(position, interval.mean().orElseThrow(), interval.lower(), interval.upper(), words);
    }

    static String words(MeanInterval interval, int decimals) {
        var mean = Numbers.fixed(interval.mean().orElseThrow(), decimals);
        var half = interval.halfWidth();
        var seeds = Words.count(interval.n(), "seed");
        return half.isPresent()
                ? mean + " ± " + Numbers.fixed(half.getAsDouble(), decimals) + " (" + seeds + ")"
                : mean + " (" + seeds + ")";
    }

    /** The float backpropagation partners of the runs of a panel, as a band along a sweep; no points if there are none. */
    Series floatBand(SweepView view, List<Results.Cell> cells) {
        var byValue = new LinkedHashMap<String, Results.Cell>();
        for (var cell : cells) {
            byValue.merge(view.valueOf(cell), cell, (a, b) -> partners(a) >= partners(b) ? a : b);
        }
        var band = along(
                view,
                floatLabel(),
                CurveStyle.FLOAT,
                Series.Kind.BAND,
                List.copyOf(byValue.values()),
                cell -> percent(cell, Results.Row::floatBackpropagation),
                2);
        return stretched(band);
    }

    String floatLabel() {
        return results.plan().seeds() > 1 ? FLOAT_LABEL + " (mean, 95 % interval)" : FLOAT_LABEL;
    }

    private static int partners(Results.Cell cell) {
        return cell.mean(Results.Row::floatBackpropagation).n();
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

    /** Mean over seeds of a fraction, in percent. */
    static MeanInterval percent(Results.Cell cell, Function<Results.Row, OptionalDouble> value) {
        return cell.mean(row -> scaled(value.apply(row)));
    }

    static OptionalDouble scaled(OptionalDouble fraction) {
        return fraction.isPresent() ? OptionalDouble.of(fraction.getAsDouble() * 100) : fraction;
    }

    /** A curve along epochs. */
    static Series overEpochs(
            String label,
            CurveStyle style,
            Series.Kind kind,
            Results.Cell cell,
            int[] range,
            Function<Epoch, OptionalDouble> value,
            int decimals) {
        var dots = new ArrayList<Series.Dot>();
        for (int epoch = range[0]; epoch <= range[1]; epoch++) {
            int number = epoch;
            var interval = cell.mean(row -> at(row, number, value));
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
    static int[] epochs(List<Results.Cell> cells) {
        var numbers = cells.stream()
                .flatMap(cell -> cell.rows().stream())
                .flatMap(row -> row.record().epochs().stream())
                .mapToInt(Epoch::epoch)
                .summaryStatistics();
        return numbers.getCount() == 0 ? new int[] {0, 0} : new int[] {numbers.getMin(), numbers.getMax()};
    }

    /** A value of a layer, counted from 0. */
    static OptionalDouble layer(Epoch epoch, int layer, String name) {
        return layer < epoch.layers().size() ? Results.value(epoch.layers().get(layer), name) : OptionalDouble.empty();
    }

    Results results() {
        return results;
    }
}
