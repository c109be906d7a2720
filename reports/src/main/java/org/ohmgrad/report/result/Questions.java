package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the findings of a report ask of every arm at every point on a chip: whether it lies within one point of float
 * backpropagation, and, where it stands beside backpropagation on the same chip, whether it lies within one point of that.
 */
final class Questions {
    private final Results results;
    private final List<SweepView> views;

    Questions(Results results) {
        this.results = results;
        views = SweepView.of(results.plan());
    }

    /** The arms and points of which a question is not decided, though they have results. */
    Set<Results.ArmAndPoint> open() {
        var open = results.groups().stream()
                .filter(group -> group.arm().onChip() && isOpen(group.gapBackpropagation()))
                .map(Results.ArmAndPoint::of)
                .collect(Collectors.toSet());
        comparisons().stream().filter(each -> isOpen(each.gap())).forEach(each -> {
            open.add(Results.ArmAndPoint.of(each.exact()));
            open.add(Results.ArmAndPoint.of(each.other()));
        });
        return open;
    }

    /** More seeds answer nothing where none has a result. */
    private static boolean isOpen(PairedGap gap) {
        return gap.difference().n() > 0 && !gap.decided();
    }

    private List<Comparison> comparisons() {
        var all = new ArrayList<Comparison>();
        if (views.isEmpty()) {
            all.addAll(Comparison.among(main()));
        } else if (!views.get(0).isOfWires()) {
            views.forEach(view -> all.addAll(comparisons(view)));
        }
        return all;
    }

    private List<Comparison> comparisons(SweepView view) {
        return main().stream()
                .filter(group -> view.holds(group) && view.valueOf(group).equals(view.detail()))
                .collect(Collectors.groupingBy(
                        group -> view.othersOf(group, results.plan()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(groups -> Comparison.among(groups).stream())
                .toList();
    }

    private List<Results.Group> main() {
        return results.shown().stream()
                .filter(group -> group.arm().onChip() && !group.arm().companion())
                .toList();
    }
}
