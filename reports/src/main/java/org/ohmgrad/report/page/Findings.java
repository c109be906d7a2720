package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.result.Comparison;
import org.ohmgrad.report.result.EffectCosts;
import org.ohmgrad.report.result.HowItLearned;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/** Sentences that the numbers carry, of main chips only: what is decided, what is not and why, and what went wrong. */
final class Findings {
    private static final String FLOAT = "float backpropagation";

    private final Results results;
    private final Tables tables;
    private final List<String> sentences = new ArrayList<>();
    private final List<PairedGap> gaps = new ArrayList<>();
    private boolean decided;

    private Findings(Results results) {
        this.results = results;
        this.tables = new Tables(results);
    }

    static List<String> of(Results results) {
        var findings = new Findings(results);
        findings.effects();
        boolean answered = !findings.sentences.isEmpty();
        if (!answered) {
            findings.answers();
        }
        findings.sentences.addAll(new Warnings(results).sentences());
        if (!answered) {
            CostFindings.of(results).ifPresent(findings.sentences::add);
        }
        return List.copyOf(findings.sentences);
    }

    private void answers() {
        var views = SweepView.of(results.plan());
        var wires = WireCosts.of(results);
        wires.ifPresent(costs -> costs.sentences().forEach(this::decide));
        views.forEach(view -> alongSweep(view, wires.isEmpty()));
        if (views.isEmpty()) {
            withoutSweep();
        }
        if (!decided) {
            sentences.clear();
            sentences.add("Nothing is decided by these runs: every interval is too wide, or there is none."
                    + Undecided.reasons(gaps));
        }
    }

    /** For every arm the effect that costs most alone, and the one whose absence gives most back. */
    private void effects() {
        var costs = new EffectCosts(results).all();
        costs.stream().map(EffectCosts.Cost::arm).distinct().forEach(arm -> {
            var own = costs.stream().filter(cost -> cost.arm().equals(arm)).toList();
            var words = "With " + Words.of(arm.update(), results.plan().axes()) + ", "
                    + Words.of(arm.arm(), results.plan().axes());
            most(own, EffectCosts.Cost::alone)
                    .ifPresent(cost -> sentences.add(words + " loses most to " + cost.effect() + " alone: "
                            + points(cost.alone()) + " points."));
            most(own, EffectCosts.Cost::missing)
                    .ifPresent(cost -> sentences.add(words + ", with all effects on, wins most" + " back without "
                            + cost.effect() + ": " + points(cost.missing()) + " points."));
        });
    }

    /** The effect of the largest mean, if its interval lies above zero. */
    private static Optional<EffectCosts.Cost> most(
            List<EffectCosts.Cost> costs, Function<EffectCosts.Cost, PairedGap> what) {
        return costs.stream()
                .filter(cost -> what.apply(cost).aboveZero())
                .max(Comparator.comparingDouble(
                        cost -> what.apply(cost).difference().mean().orElseThrow()));
    }

    private static String points(PairedGap gap) {
        var difference = gap.difference();
        return NumberText.points(difference.mean().orElseThrow(), 2) + " ("
                + NumberText.points(difference.lower().orElseThrow(), 2) + " to "
                + NumberText.points(difference.upper().orElseThrow(), 2) + ")";
    }

    private void decide(String sentence) {
        decided = true;
        sentences.add(sentence);
    }

    private void alongSweep(SweepView view, boolean withReads) {
        var lines = new LinkedHashMap<>(tables.lines(view));
        lines.keySet().removeIf(line -> line.arm().companion() || !line.arm().onChip());
        var panels = lines.keySet().stream()
                .collect(Collectors.groupingBy(this::panel, LinkedHashMap::new, Collectors.toList()));
        var axis = new AxisFindings(view, lines, results.plan().axes());
        var inFloat = new LinkedHashMap<Tables.Line, String>();
        lines.forEach((line, groups) -> inFloat.put(line, inFloat(view, groups)));
        gaps.addAll(axis.gaps());
        decided |= axis.isDecidedSomewhere();
        panels.forEach((title, own) -> {
            sentences.addAll(axis.sentences(title, own, inFloat));
            if (withReads) {
                transposedRead(
                        view,
                        title,
                        own.stream()
                                .flatMap(line -> lines.getOrDefault(line, List.of()).stream())
                                .toList());
            }
        });
    }

    private String panel(Tables.Line line) {
        var with = "With " + Words.of(line.arm().update(), results.plan().axes());
        return line.others().isEmpty() ? with : with + ", " + line.others();
    }

    private String name(Results.Group group) {
        return Words.of(group.arm().arm(), results.plan().axes());
    }

    /** Of a rule that falls short without any hardware: by how much. */
    private static String inFloat(SweepView view, List<Results.Group> groups) {
        return groups.stream()
                .filter(group -> view.valueOf(group).equals(view.detail()))
                .map(group -> PairedGap.between(
                                group.confidence(),
                                group.bySeed(Results.Row::floatBackpropagation),
                                group.bySeed(Results.Row::floatOwn))
                        .over(group.testExamples()))
                .filter(PairedGap::beyondOnePoint)
                .findFirst()
                .map(gap -> " (in float already " + apart(gap) + " it)")
                .orElse("");
    }

    /** Arms beside exact backpropagation on the same chip, same update scheme, same seeds, where shown in detail. */
    private void transposedRead(SweepView view, String title, List<Results.Group> groups) {
        var detailed = groups.stream()
                .filter(group -> view.valueOf(group).equals(view.detail()))
                .toList();
        compare(title, " " + view.detailWords(), detailed);
    }

    private void compare(String title, String where, List<Results.Group> groups) {
        Comparison.among(groups).forEach(comparison -> compare(title + where, comparison));
    }

    private void compare(String where, Comparison comparison) {
        var gap = comparison.gap();
        if (gap.decided()) {
            decide(where + ", " + name(comparison.other()) + ", which does without the transposed read, lies "
                    + apart(gap) + " " + name(comparison.exact()) + " on the same chip: "
                    + meaning(HowItLearned.onlyItsLastLayerAfterFloat(comparison.other()), gap));
        }
    }

    private static String meaning(boolean pretrained, PairedGap gap) {
        if (gap.withinOnePoint()) {
            return pretrained
                    ? "not more than 1 point worse, with all layers trained in float first."
                    : "not more than 1 point worse, so learning does not need that read there.";
        }
        return pretrained
                ? "more than 1 point, so training the last layer alone is not enough there."
                : "more than 1 point, so that read is worth having there.";
    }

    /** A gap in words: so many points below, or above. */
    private static String apart(PairedGap gap) {
        double mean = gap.difference().mean().orElseThrow();
        double sign = mean < 0 ? -1 : 1;
        double low = sign * gap.difference().lower().orElseThrow();
        double high = sign * gap.difference().upper().orElseThrow();
        return NumberText.points(sign * mean, 2) + " (" + NumberText.points(Math.min(low, high), 2) + " to "
                + NumberText.points(Math.max(low, high), 2) + ") points " + (sign < 0 ? "above" : "below");
    }

    private void withoutSweep() {
        var groups = results.shown().stream()
                .filter(group -> !group.arm().companion() && group.arm().onChip())
                .toList();
        groups.forEach(this::beside);
        groups.stream()
                .collect(Collectors.groupingBy(group -> group.arm().update(), LinkedHashMap::new, Collectors.toList()))
                .forEach((update, own) ->
                        compare("With " + Words.of(update, results.plan().axes()), "", own));
        groups.forEach(this::undecided);
    }

    private void beside(Results.Group group) {
        var gap = group.gapBackpropagation();
        gaps.add(gap);
        if (gap.decided()) {
            decide("With " + Words.of(group.arm().update(), results.plan().axes()) + ", " + name(group) + " lies "
                    + apart(gap) + " " + FLOAT + ": " + (gap.withinOnePoint() ? "within 1 point." : collapse(group)));
        }
    }

    private static String collapse(Results.Group group) {
        return Standing.Step.of("", group).isCollapsed()
                ? "a collapse, below halfway between chance and it."
                : "more than 1 point.";
    }

    private void undecided(Results.Group group) {
        var gap = group.gapBackpropagation();
        if (!gap.decided()) {
            sentences.add("With "
                    + Words.of(group.arm().update(), results.plan().axes()) + ", it is undecided whether " + name(group)
                    + " lies within 1 point of " + FLOAT + "; " + Undecided.clause("", gap) + ".");
        }
    }
}
