package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepAxis;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;

/** What resistance costs along a sweep of it: accuracy beside the least resistance, and at far terminals beside near ones. */
final class WireCosts {
    private static final String TERMINALS = SweepView.WIRES + "transposedTerminals";
    private static final String SAME = "\"same\"";
    private static final String FAR = "\"far\"";

    private final SweepView view;
    private final Map<Tables.Line, List<Results.Group>> lines;
    private final Confidence confidence;

    private WireCosts(Results results, SweepView view) {
        this.view = view;
        confidence = results.confidence();
        lines = new Tables(results).lines(view);
        lines.keySet().removeIf(line -> line.arm().companion() || !line.arm().onChip());
    }

    /** Costs, if the report's first axis is one of resistance. */
    static Optional<WireCosts> of(Results results) {
        return SweepView.of(results.plan()).stream()
                .findFirst()
                .filter(SweepView::isOfWires)
                .map(view -> new WireCosts(results, view));
    }

    private static SortedMap<Long, Double> accuracies(Optional<Results.Group> group) {
        return group.map(Results.Group::accuracies).orElseGet(TreeMap::new);
    }

    private Optional<Results.Group> at(List<Results.Group> groups, String value) {
        return groups.stream()
                .filter(group -> view.valueOf(group).equals(value))
                .findFirst();
    }

    private String least() {
        return view.axis().values().get(0);
    }

    private List<String> others() {
        return view.axis().values().subList(1, view.axis().values().size());
    }

    /** What a line loses at a value, beside what it reaches at the least. */
    private PairedGap lost(List<Results.Group> groups, String value) {
        return below(accuracies(at(groups, least())), at(groups, value));
    }

    private static PairedGap below(SortedMap<Long, Double> reference, Optional<Results.Group> group) {
        return group.map(found -> found.below(reference)).orElseGet(() -> new PairedGap(MeanInterval.of()));
    }

    private static boolean isFar(List<Results.Group> groups) {
        return groups.get(0).point().getOrDefault(TERMINALS, SAME).equals(FAR);
    }

    /** What a line with far terminals loses at a value, beside the same with near ones. */
    private PairedGap lostByFar(List<Results.Group> groups, String value) {
        return below(accuracies(at(near(groups), value)), at(groups, value));
    }

    private List<Results.Group> near(List<Results.Group> far) {
        var point = new TreeMap<>(far.get(0).point());
        point.put(TERMINALS, SAME);
        return lines.values().stream()
                .filter(groups -> groups.get(0).arm().equals(far.get(0).arm()))
                .filter(groups ->
                        groups.stream().anyMatch(group -> group.point().equals(point)))
                .findFirst()
                .orElse(List.of());
    }

    /** Whether far terminals change nothing because the rule does not read backward. */
    private boolean isIndifferent(List<Results.Group> far) {
        return isFar(far)
                && view.axis().values().stream()
                        .allMatch(value -> accuracies(at(near(far), value)).equals(accuracies(at(far, value))));
    }

    /** Points lost beside the least resistance, one row a line. */
    TextTable beside() {
        var header = new ArrayList<>(List.of("arm", "update", "with"));
        others().forEach(value -> header.add("lost at " + SweepAxis.text(value)));
        var rows = new ArrayList<List<String>>();
        lines.forEach((line, groups) -> {
            if (!isIndifferent(groups)) {
                var row = new ArrayList<>(List.of(line.arm().arm(), line.arm().update(), line.others()));
                others().forEach(value -> row.add(Tables.gap(lost(groups, value))));
                rows.add(row);
            }
        });
        return new TextTable(header, rows).without(List.of("update"));
    }

    /** Points lost by far terminals beside near ones, one row a line. */
    TextTable far() {
        var header = new ArrayList<>(List.of("arm", "update", "with"));
        view.axis().values().forEach(value -> header.add("at " + SweepAxis.text(value)));
        var rows = new ArrayList<List<String>>();
        lines.forEach((line, groups) -> {
            if (isFar(groups) && !isIndifferent(groups) && !near(groups).isEmpty()) {
                var row = new ArrayList<>(List.of(line.arm().arm(), line.arm().update(), line.others()));
                view.axis().values().forEach(value -> row.add(Tables.gap(lostByFar(groups, value))));
                rows.add(row);
            }
        });
        return new TextTable(header, rows).without(List.of("update"));
    }

    /** The tables with their headings. */
    List<PageElement> elements() {
        var elements = new ArrayList<PageElement>();
        elements.add(new PageElement.Heading(2, "What wires cost"));
        elements.add(new PageElement.Tabular(
                "Points of accuracy lost beside the same arm at " + SweepAxis.text(least()) + " ("
                        + view.axis().label()
                        + "), paired over seeds, with " + confidence.words()
                        + " intervals. Lines of rules that do not read backward are left out"
                        + " where only the terminals of that read differ.",
                beside()));
        if (!far().rows().isEmpty()) {
            elements.add(new PageElement.Tabular(
                    "Points of accuracy lost with the transposed read's terminals at the far ends of the lines, beside the"
                            + " same with near ones.",
                    far()));
        }
        var strayed = strayed();
        if (!strayed.isEmpty()) {
            elements.add(new PageElement.Text(strayed, false));
        }
        return elements;
    }

    /** How far training reads were off between two solves of the wires, the most in any epoch and layer. */
    private String strayed() {
        var parts = new ArrayList<String>();
        for (var value : view.axis().values()) {
            lines.values().stream()
                    .flatMap(List::stream)
                    .filter(group -> view.valueOf(group).equals(value))
                    .flatMap(group -> group.rows().stream())
                    .flatMap(row -> row.record().epochs().stream())
                    .flatMap(epoch -> epoch.layers().stream())
                    .mapToDouble(layer -> layer.getOrDefault("wires_strayed_share", 0.0))
                    .max()
                    .stream()
                    .filter(most -> most > 0)
                    .forEach(most -> parts.add(NumberText.percent(most, 2) + " at " + SweepAxis.text(value)));
        }
        return parts.isEmpty()
                ? ""
                : "Between two solves of the wires the matrices of training reads follow writes to first order. Before a solve"
                        + " they were off, root mean square beside the matrix's own, in any epoch and layer by at most "
                        + String.join(", ", parts) + " (" + view.axis().label() + "); reads of evaluations never are.";
    }

    /** What is decided, in words. */
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        lines.forEach((line, groups) -> {
            if (!isIndifferent(groups)) {
                say(line, groups).ifPresent(sentences::add);
            }
        });
        return sentences;
    }

    private Optional<String> say(Tables.Line line, List<Results.Group> groups) {
        var parts = new ArrayList<String>();
        add(parts, "at most 1 point at ", values(groups, PairedGap::withinOnePoint));
        add(parts, "more than 1 point at ", values(groups, PairedGap::beyondOnePoint));
        if (!parts.isEmpty()) {
            add(parts, "undecided at ", values(groups, gap -> !gap.decided()));
        }
        var with = line.others().isEmpty() ? "" : " (" + line.others() + ")";
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("Beside " + SweepAxis.text(least()) + " ohm a segment, "
                        + line.arm().arm().replace('-', ' ') + " with "
                        + line.arm().update().replace('-', ' ') + with
                        + " loses " + String.join("; ", parts) + ".");
    }

    private static void add(List<String> parts, String words, String values) {
        if (!values.isEmpty()) {
            parts.add(words + values);
        }
    }

    private String values(List<Results.Group> groups, Predicate<PairedGap> which) {
        return others().stream()
                .filter(value -> which.test(lost(groups, value)))
                .map(SweepAxis::text)
                .collect(Collectors.joining(", "));
    }
}
