package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Accuracy that each effect costs, alone and among all others, for every arm. */
final class EffectFigures {
    private final Results results;
    private final Curves curves;
    private final List<Results.Cell> cells;

    EffectFigures(Results results, Curves curves) {
        this.results = results;
        this.curves = curves;
        cells = results.shown().stream()
                .filter(cell -> cell.arm().onChip() && !cell.arm().companion())
                .filter(cell -> cell.point().containsKey(EffectSetting.POINTER))
                .toList();
    }

    /** What an effect costs an arm: accuracy lost by it alone, and won back where it alone is missing. */
    record Cost(Results.Arm arm, String effect, PairedGap alone, PairedGap missing) {}

    /** The names of the effects, in the experiment's order. */
    List<String> effects() {
        return results.plan().runs().stream()
                .map(run -> run.point().getOrDefault(EffectSetting.POINTER, ""))
                .distinct()
                .flatMap(text -> new EffectSetting(Json.words(text)).alone().stream())
                .toList();
    }

    List<Cost> costs() {
        var costs = new ArrayList<Cost>();
        for (var arm : cells.stream().map(Results.Cell::arm).distinct().toList()) {
            for (var effect : effects()) {
                costs.add(new Cost(
                        arm,
                        effect,
                        gap(arm, EffectSetting.none(), EffectSetting.only(effect)),
                        gap(arm, EffectSetting.without(effect), EffectSetting.all())));
            }
        }
        return costs;
    }

    private PairedGap gap(Results.Arm arm, EffectSetting better, EffectSetting worse) {
        return at(arm, worse)
                .map(cell -> cell.below(accuracies(arm, better)))
                .orElseGet(() -> new PairedGap(MeanInterval.of()));
    }

    private SortedMap<Long, Double> accuracies(Results.Arm arm, EffectSetting setting) {
        return at(arm, setting).map(Results.Cell::accuracies).orElseGet(TreeMap::new);
    }

    private Optional<Results.Cell> at(Results.Arm arm, EffectSetting setting) {
        return cells.stream()
                .filter(cell -> cell.arm().equals(arm))
                .filter(cell ->
                        cell.point().getOrDefault(EffectSetting.POINTER, "").equals(setting.text()))
                .findFirst();
    }

    /** Two charts; none if no effects were switched. */
    List<Figure> all(String intervals) {
        if (effects().isEmpty()) {
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
        for (var cost : costs()) {
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
                cells.stream().map(cell -> cell.arm().update()).distinct().count();
        return curves.label(arm) + (updates > 1 ? ", " + arm.update().replace('-', ' ') : "");
    }
}
