package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.result.AxisPhrases;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.Words;

/** Arms at points of a sweep, as they stand in sentences. */
final class PlaceNames {
    private static final int MOST_POINTS = 3;
    private static final int MOST_PARTS = 6;

    private final Plan plan;
    private final List<Results.Group> all;
    private final List<SweepView> views;

    /** Of a report that shows these arms and points. */
    PlaceNames(Plan plan, List<Results.Group> all) {
        this.plan = plan;
        this.all = all;
        this.views = SweepView.of(plan);
    }

    /** An arm and its update scheme at a point; a float run says that it is one. */
    String of(Results.Arm arm, Map<String, String> point) {
        return Words.of(arm.arm(), plan.axes()) + with(arm) + at(List.of(point));
    }

    private String with(Results.Arm arm) {
        return arm.onChip() ? " with " + Words.of(arm.update(), plan.axes()) : " in float";
    }

    /** Arms and points in short: arms of the same points are named together. */
    String of(List<Results.Group> groups) {
        var byArm = new LinkedHashMap<Results.Arm, List<Results.Group>>();
        groups.forEach(group ->
                byArm.computeIfAbsent(group.arm(), arm -> new ArrayList<>()).add(group));
        var names = new LinkedHashMap<String, List<String>>();
        byArm.forEach((arm, own) -> names.computeIfAbsent(with(arm) + points(arm, own), words -> new ArrayList<>())
                .add(Words.of(arm.arm(), plan.axes())));
        var parts = new ArrayList<String>();
        names.forEach((where, own) -> parts.add(Words.listed(own) + where));
        return few(parts, MOST_PARTS);
    }

    private String points(Results.Arm arm, List<Results.Group> own) {
        long tried = all.stream().filter(group -> group.arm().equals(arm)).count();
        if (own.size() == tried && tried > 1) {
            return " at every point of the sweep";
        }
        boolean oneAxis = views.size() == 1 && views.get(0).others().isEmpty();
        if (own.size() > MOST_POINTS && !oneAxis) {
            return " at " + own.size() + " of " + Words.count(tried, "point");
        }
        return at(own.stream().<Map<String, String>>map(Results.Group::point).toList());
    }

    private String at(List<Map<String, String>> points) {
        if (views.size() == 1 && views.get(0).others().isEmpty()) {
            var axis = views.get(0).axis();
            var values = points.stream()
                    .map(point -> point.getOrDefault(axis.pointer(), ""))
                    .filter(axis.values()::contains)
                    .toList();
            return values.isEmpty() ? "" : " at " + new AxisPhrases(axis, true).amounts(values);
        }
        var words = points.stream()
                .map(SweepView.words(plan))
                .filter(point -> !point.isEmpty())
                .collect(Collectors.joining(" and at "));
        return words.isEmpty() ? "" : " at " + words;
    }

    /** The first of some items, and how many more there are. */
    static String few(List<String> items, int most) {
        return items.size() <= most
                ? String.join("; ", items)
                : String.join("; ", items.subList(0, most)) + "; and " + (items.size() - most) + " more";
    }
}
