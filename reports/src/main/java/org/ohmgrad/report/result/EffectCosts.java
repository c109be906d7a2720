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
    private final List<Results.Group> groups;

    /** The costs in results; none where no effects were switched. */
    public EffectCosts(Results results) {
        this.results = results;
        this.groups = results.shown().stream()
                .filter(group -> group.arm().onChip() && !group.arm().companion())
                .filter(group -> group.point().containsKey(EffectSetting.POINTER))
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
        for (var arm : groups.stream().map(Results.Group::arm).distinct().toList()) {
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
                .map(group -> group.below(accuracies(arm, better)))
                .orElseGet(() -> new PairedGap(MeanInterval.of()));
    }

    private SortedMap<Long, Double> accuracies(Results.Arm arm, EffectSetting setting) {
        return at(arm, setting).map(Results.Group::accuracies).orElseGet(TreeMap::new);
    }

    private Optional<Results.Group> at(Results.Arm arm, EffectSetting setting) {
        return groups.stream()
                .filter(group -> group.arm().equals(arm))
                .filter(group ->
                        group.point().getOrDefault(EffectSetting.POINTER, "").equals(setting.text()))
                .findFirst();
    }
}
