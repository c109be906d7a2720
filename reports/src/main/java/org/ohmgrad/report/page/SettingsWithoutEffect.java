package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.result.EffectCosts;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** Settings that were varied and changed no result at all: they are not in use, or not where one thinks. */
final class SettingsWithoutEffect {
    private final Results results;

    private SettingsWithoutEffect(Results results) {
        this.results = results;
    }

    /** One sentence for each arm and setting; empty if every setting changed something. */
    static List<String> of(Results results) {
        var unchanged = new SettingsWithoutEffect(results);
        var sentences = new ArrayList<String>();
        for (var arm : unchanged.arms()) {
            var names = new ArrayList<String>();
            SweepView.leaders(results.plan()).stream()
                    .filter(pointer -> !pointer.equals(EffectSetting.POINTER))
                    .filter(pointer -> unchanged.isWithoutEffect(arm, pointer))
                    .forEach(pointer -> names.add(SweepView.label(results.plan(), pointer)));
            new EffectCosts(results)
                    .effects().stream()
                            .filter(effect -> unchanged.isEffectWithoutEffect(arm, effect))
                            .forEach(names::add);
            names.forEach(name -> sentences.add("\"" + name + "\" changed no result of " + words(arm)
                    + ", not in one digit: it is not in use there."));
        }
        return sentences;
    }

    private static String words(Results.Arm arm) {
        return (arm.arm() + " with " + arm.update()).replace('-', ' ');
    }

    private List<Results.Arm> arms() {
        return results.shown().stream()
                .map(Results.Group::arm)
                .filter(arm -> arm.onChip() && !arm.companion())
                .distinct()
                .toList();
    }

    private List<Results.Group> groups(Results.Arm arm) {
        return results.shown().stream().filter(group -> group.arm().equals(arm)).toList();
    }

    private boolean isWithoutEffect(Results.Arm arm, String pointer) {
        var together = SweepView.together(results.plan(), pointer);
        return areAlike(grouped(arm, point -> {
            var others = new TreeMap<>(point);
            together.forEach(others::remove);
            return others;
        }));
    }

    private boolean isEffectWithoutEffect(Results.Arm arm, String effect) {
        return areAlike(grouped(arm, point -> {
            var others = new TreeMap<>(point);
            others.computeIfPresent(EffectSetting.POINTER, (pointer, text) -> pair(text, effect));
            return others;
        }));
    }

    /** The same text for the two settings that differ by one effect alone. */
    private static String pair(String text, String effect) {
        if (text.equals(EffectSetting.without(effect).text())) {
            return EffectSetting.all().text();
        }
        return text.equals(EffectSetting.only(effect).text())
                ? EffectSetting.none().text()
                : text;
    }

    @FunctionalInterface
    private interface Other {
        SortedMap<String, String> than(SortedMap<String, String> point);
    }

    private Collection<List<Results.Group>> grouped(Results.Arm arm, Other other) {
        Map<SortedMap<String, String>, List<Results.Group>> comparable = new LinkedHashMap<>();
        for (var group : groups(arm)) {
            comparable
                    .computeIfAbsent(other.than(group.point()), point -> new ArrayList<>())
                    .add(group);
        }
        return comparable.values();
    }

    /** Whether there is something to compare, and all of it is the same. */
    private static boolean areAlike(Collection<List<Results.Group>> comparable) {
        return comparable.stream().anyMatch(alike -> alike.size() > 1)
                && comparable.stream()
                        .allMatch(alike -> alike.stream().allMatch(group -> areAlike(alike.get(0), group)));
    }

    private static boolean areAlike(Results.Group one, Results.Group other) {
        if (one.rows().isEmpty() || one.rows().size() != other.rows().size()) {
            return false;
        }
        for (int k = 0; k < one.rows().size(); k++) {
            if (!one.rows().get(k).record().sameResults(other.rows().get(k).record())) {
                return false;
            }
        }
        return true;
    }
}
