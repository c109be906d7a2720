package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.text.Words;

/**
 * One way to look at a sweep: one pointer along the axis, the points that it holds, and the other pointers that tell
 * panels apart. A product of pointers gives one view, along bits if there are any, else along the first pointer;
 * a sweep of each pointer alone around one base point gives a view for each. Pointers that move together count as one.
 *
 * @param axis the pointer along the axis
 * @param others pointers that tell panels apart
 * @param points the points it holds
 */
public record SweepView(SweepAxis axis, List<String> others, Set<SortedMap<String, String>> points) {
    /** Where the settings of a chip's wires stand. */
    public static final String WIRES = "/chip/wires/";

    /** The views of a plan; none if nothing is swept. */
    public static List<SweepView> of(Plan plan) {
        return new Finder(plan).views();
    }

    /** Pointers of a plan that are swept, without those that move together with an earlier one. */
    public static List<String> leaders(Plan plan) {
        return List.copyOf(new Finder(plan).leaders);
    }

    /** Says where a point lies: what is swept, but for what moves together with something named before. */
    public static Function<Map<String, String>, String> words(Plan plan) {
        var leaders = leaders(plan);
        var named = leaders.isEmpty() ? plan.pointers() : leaders;
        return point -> named.stream()
                .filter(point::containsKey)
                .map(pointer -> with(plan, pointer, point))
                .collect(Collectors.joining(", "));
    }

    private static String with(Plan plan, String pointer, Map<String, String> point) {
        return PointerWords.with(label(plan, pointer), SweepAxis.text(point.getOrDefault(pointer, "")));
    }

    /** A pointer and all that move together with it. */
    public static List<String> together(Plan plan, String pointer) {
        var finder = new Finder(plan);
        return plan.pointers().stream()
                .filter(other -> other.equals(pointer) || finder.follows(other, pointer))
                .toList();
    }

    /** Whether it is along a resistance of the wires, at more than one value. */
    public boolean isOfWires() {
        return axis.pointer().matches(WIRES + "(word|bit)LineOhms")
                && axis.values().size() > 1;
    }

    /** Whether a group is one of its points. */
    public boolean holds(Results.Group group) {
        return points.contains(group.point());
    }

    /** JSON text of the value that a group has along the axis. */
    public String valueOf(Results.Group group) {
        return group.point().getOrDefault(axis.pointer(), "");
    }

    /** Where a group stands on the axis, from 0 to 1. */
    public double positionOf(Results.Group group) {
        return axis.positions().getOrDefault(valueOf(group), 0.5);
    }

    /** What the other pointers are at a point, in words; empty if there are none. */
    public String othersOf(Results.Group group, Plan plan) {
        return others.stream()
                .map(pointer -> with(plan, pointer, group.point()))
                .collect(Collectors.joining(", "));
    }

    /** The value at which learning is shown in detail: the widest of bits, else the leftmost. */
    public String detail() {
        var values = axis.values();
        return axis.isBits() ? values.get(values.size() - 1) : values.get(0);
    }

    /** Where learning is shown in detail, such as {@code at 8 bits per cell}. */
    public String detailWords() {
        var value = SweepAxis.text(detail());
        if (axis.isCellBits()) {
            var bits = JsonText.number(detail());
            return bits.isEmpty()
                    ? "with " + value + " cells"
                    : "at " + Words.count((long) bits.getAsDouble(), "bit") + " per cell";
        }
        return axis.label().startsWith("bits")
                ? "at " + new AxisPhrases(axis, true).amount(detail())
                : "at " + PointerWords.with(axis.label(), value);
    }

    /** Words for a pointer: the plan's own, or its keys as they stand in the experiment file. */
    public static String label(Plan plan, String pointer) {
        var given = plan.axes().get(pointer);
        if (given != null) {
            return given;
        }
        return PointerWords.of(pointer);
    }

    private static final class Finder {
        private final Plan plan;
        private final List<SortedMap<String, String>> points;
        private final List<String> leaders = new ArrayList<>();

        Finder(Plan plan) {
            this.plan = plan;
            boolean onChip = plan.runs().stream().anyMatch(PlannedRun::onChip);
            this.points = plan.runs().stream()
                    .filter(run -> run.onChip() == onChip)
                    .map(PlannedRun::point)
                    .distinct()
                    .toList();
            for (var pointer : plan.pointers()) {
                if (values(pointer).size() > 1 && leaders.stream().noneMatch(leader -> follows(pointer, leader))) {
                    leaders.add(pointer);
                }
            }
        }

        private static String at(SortedMap<String, String> point, String pointer) {
            return point.getOrDefault(pointer, "");
        }

        private List<String> values(String pointer) {
            return points.stream().map(point -> at(point, pointer)).distinct().toList();
        }

        private boolean follows(String pointer, String leader) {
            Map<String, String> seen = new LinkedHashMap<>();
            return points.stream().allMatch(point -> {
                var value = at(point, pointer);
                var earlier = seen.putIfAbsent(at(point, leader), value);
                return earlier == null || earlier.equals(value);
            });
        }

        List<SweepView> views() {
            if (leaders.isEmpty()) {
                return List.of();
            }
            var base = base();
            if (leaders.size() > 1 && points.stream().allMatch(point -> differences(point, base) <= 1)) {
                return leaders.stream().map(pointer -> alone(pointer, base)).toList();
            }
            var first = leaders.stream()
                    .filter(pointer -> pointer.endsWith("cell/bits"))
                    .findFirst()
                    .or(() -> leaders.stream().filter(SweepAxis::isBits).findFirst())
                    .orElse(leaders.get(0));
            var others =
                    leaders.stream().filter(pointer -> !pointer.equals(first)).toList();
            return List.of(new SweepView(axis(first, values(first)), others, Set.copyOf(points)));
        }

        /** The most usual value of every pointer. */
        private SortedMap<String, String> base() {
            var base = new TreeMap<String, String>();
            for (var pointer : leaders) {
                var counts = new LinkedHashMap<String, Integer>();
                points.forEach(point -> counts.merge(at(point, pointer), 1, Integer::sum));
                int most = Collections.max(counts.values());
                base.put(
                        pointer,
                        values(pointer).stream()
                                .filter(value -> counts.getOrDefault(value, 0) == most)
                                .findFirst()
                                .orElseThrow());
            }
            return base;
        }

        private long differences(SortedMap<String, String> point, SortedMap<String, String> base) {
            return leaders.stream()
                    .filter(pointer -> !at(point, pointer).equals(base.get(pointer)))
                    .count();
        }

        private SweepView alone(String pointer, SortedMap<String, String> base) {
            var own = new HashSet<SortedMap<String, String>>();
            var values = new LinkedHashSet<String>();
            for (var point : points) {
                boolean moved = !at(point, pointer).equals(base.get(pointer));
                if (moved || differences(point, base) == 0) {
                    own.add(point);
                    values.add(at(point, pointer));
                }
            }
            return new SweepView(axis(pointer, List.copyOf(values)), List.of(), own);
        }

        private SweepAxis axis(String pointer, List<String> values) {
            return SweepAxis.of(pointer, label(plan, pointer), values, CellWeights.of(plan));
        }
    }
}
