package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.record.JsonText;

/** Accuracy that each effect costs every arm, alone and among all others. */
public final class EffectCosts {
    private final Results results;
    private final List<Results.Cell> cells;

    /** The costs in results; none where no effects were switched. */
    public EffectCosts(Results results) {
        this.results = results;
        this.cells = results.shown().stream()
                .filter(cell -> cell.arm().onChip() && !cell.arm().companion())
                .filter(cell -> cell.point().containsKey(EffectSetting.POINTER))
                .toList();
    }

    /** What an effect costs an arm: accuracy lost by it alone, and won back where it alone is missing. */
    public record Cost(Results.Arm arm, String effect, PairedGap alone, PairedGap missing) {}

    /** The names of the effects, in the experiment's order. */
    public List<String> effects() {
        return results.plan().runs().stream()
                .map(run -> run.point().getOrDefault(EffectSetting.POINTER, ""))
                .distinct()
                .flatMap(text -> new EffectSetting(JsonText.words(text)).alone().stream())
                .toList();
    }

    /** The costs of every arm and effect, arm by arm. */
    public List<Cost> all() {
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
}
