package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.report.result.AxisPhrases;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/**
 * What a sweep says of its own axis: where arms stay within one point of float backpropagation, where they do not, where it is
 * undecided and why, and where they collapse. The good end of an axis of numbers is the one at which arms are nearer to float
 * backpropagation by their means; of bits, the upper one.
 */
final class AxisFindings {
    private static final String FLOAT = "float backpropagation";

    private final SweepView view;
    private final AxisPhrases words;
    private final Map<Tables.Line, Standing> standings;
    private final boolean upwards;
    private final Map<String, String> spelt;

    /** The main chips' lines along a view, and how names of rules are spelt. */
    AxisFindings(SweepView view, Map<Tables.Line, List<Results.Group>> lines, Map<String, String> spelt) {
        this.view = view;
        this.spelt = spelt;
        this.upwards = view.axis().isBits() || isBetterAtEnd(view, lines.values());
        this.words = new AxisPhrases(view.axis(), upwards);
        this.standings = new LinkedHashMap<>();
        lines.forEach((line, groups) -> standings.put(line, standing(groups)));
    }

    /** Whether gaps are smaller at the last value than at the first, summed over the lines that have both. */
    private static boolean isBetterAtEnd(SweepView view, Collection<List<Results.Group>> lines) {
        var values = view.axis().values();
        double gain = 0;
        for (var groups : lines) {
            var first = gap(view, groups, values.get(0));
            var last = gap(view, groups, values.get(values.size() - 1));
            if (first.mean().isPresent() && last.mean().isPresent()) {
                gain += first.mean().getAsDouble() - last.mean().getAsDouble();
            }
        }
        return gain > 0;
    }

    private static MeanInterval gap(SweepView view, List<Results.Group> groups, String value) {
        return step(view, groups, value).gap().difference();
    }

    private static Standing.Step step(SweepView view, List<Results.Group> groups, String value) {
        return groups.stream()
                .filter(group -> view.valueOf(group).equals(value))
                .findFirst()
                .map(group -> Standing.Step.of(value, group))
                .orElse(Standing.Step.missing(value));
    }

    private Standing standing(List<Results.Group> groups) {
        var steps = new ArrayList<Standing.Step>();
        view.axis().values().forEach(value -> steps.add(step(view, groups, value)));
        if (words.isOrdered() && !upwards) {
            Collections.reverse(steps);
        }
        return new Standing(List.copyOf(steps));
    }

    /** How each line stands, in the order of the lines. */
    Map<Tables.Line, Standing> standings() {
        return standings;
    }

    AxisPhrases words() {
        return words;
    }

    boolean isDecidedSomewhere() {
        return standings.values().stream().anyMatch(Standing::isDecidedSomewhere);
    }

    List<PairedGap> gaps() {
        return standings.values().stream()
                .flatMap(standing -> standing.steps().stream())
                .map(Standing.Step::gap)
                .toList();
    }

    /** Sentences on lines that share a title; what an arm lacks in float already may be said behind its name. */
    List<String> sentences(String title, List<Tables.Line> lines, Map<Tables.Line, String> inFloat) {
        var said = new ArrayList<String>();
        if (words.isOrdered()) {
            addFrom(said, title, with(lines, Standing.Verdict.FROM));
            addNever(said, title, with(lines, Standing.Verdict.NEVER), inFloat);
            with(lines, Standing.Verdict.MIXED).forEach(line -> said.add(values(title, line)));
            with(lines, Standing.Verdict.OPEN).forEach(line -> said.add(open(title, line)));
        } else {
            lines.stream().filter(line -> at(line).isDecidedSomewhere()).forEach(line -> said.add(values(title, line)));
            addUndecided(
                    said,
                    title,
                    lines.stream()
                            .filter(line -> !at(line).isDecidedSomewhere())
                            .toList());
        }
        addCollapsed(said, title, lines);
        return said;
    }

    private Standing at(Tables.Line line) {
        return standings.getOrDefault(line, new Standing(List.of()));
    }

    private List<Tables.Line> with(List<Tables.Line> lines, Standing.Verdict verdict) {
        return lines.stream().filter(line -> at(line).verdict() == verdict).toList();
    }

    private String name(Tables.Line line) {
        return Words.of(line.arm().arm(), spelt);
    }

    private void addFrom(List<String> said, String title, List<Tables.Line> lines) {
        if (!lines.isEmpty()) {
            var items = lines.stream()
                    .map(line -> name(line) + " " + from(at(line)))
                    .toList();
            said.add(title + ", " + (lines.size() == 1 ? "this stays" : "these stay") + " within 1 point of " + FLOAT
                    + ": " + String.join("; ", items) + words.bracket() + ".");
        }
    }

    /** Such as {@code from 4 bits per cell on (undecided at 3)}. */
    private String from(Standing standing) {
        int first = standing.first();
        var asides = new ArrayList<String>();
        addAside(asides, "undecided at ", standing.undecidedBefore(first));
        if (!view.axis().isBits()) {
            addAside(asides, "more than 1 point below at ", standing.where(Standing.Step::isBeyond));
        }
        if (standing.isWithinBeforeBeyond()) {
            var before = new Standing(standing.steps().subList(0, first));
            asides.add("not monotone, for it is within at " + words.plain(before.where(Standing.Step::isWithin))
                    + " too, and more than 1 point below at " + words.plain(before.where(Standing.Step::isBeyond)));
        }
        var values = standing.steps().stream().map(Standing.Step::value).toList();
        return words.from(values, first) + (asides.isEmpty() ? "" : " (" + String.join("; ", asides) + ")");
    }

    private void addAside(List<String> asides, String what, List<String> values) {
        if (!values.isEmpty()) {
            asides.add(what + words.plain(values));
        }
    }

    private void addNever(List<String> said, String title, List<Tables.Line> lines, Map<Tables.Line, String> inFloat) {
        if (!lines.isEmpty()) {
            var items = lines.stream()
                    .map(line -> name(line) + inFloat.getOrDefault(line, ""))
                    .toList();
            said.add(title + ", " + Words.listed(items) + (items.size() == 1 ? " is" : " are")
                    + " more than 1 point below " + FLOAT + " even at " + words.best() + words.most() + words.bracket()
                    + ".");
        }
    }

    /** Of an arm whose values do not divide into a good and a bad part. */
    private String values(String title, Tables.Line line) {
        var standing = at(line);
        var parts = new ArrayList<String>();
        var within = standing.where(Standing.Step::isWithin);
        addAside(parts, "within 1 point of " + FLOAT + " at ", within);
        addAside(
                parts,
                "more than 1 point below " + (within.isEmpty() ? FLOAT : "it") + " at ",
                standing.where(Standing.Step::isBeyond));
        var undecided = standing.where(Standing.Step::isUndecided);
        boolean turns = words.isOrdered() && standing.isWithinBeforeBeyond();
        return title + ", " + name(line) + " lies " + String.join(", and ", parts)
                + (undecided.isEmpty() ? "" : "; undecided at " + words.plain(undecided)) + words.fullBracket()
                + (turns ? ": it is not monotone." : ".");
    }

    /** Of an arm that is within one point nowhere, and not decided at the good end. */
    private String open(String title, Tables.Line line) {
        var standing = at(line);
        var beyond = standing.where(Standing.Step::isBeyond);
        var undecided = standing.where(Standing.Step::isUndecided);
        var text = title + ", " + name(line)
                + (beyond.isEmpty()
                        ? " is undecided at every value"
                        : " is more than 1 point below " + FLOAT + " at " + words.full(beyond));
        if (!beyond.isEmpty() && !undecided.isEmpty()) {
            text += ", and undecided at " + words.plain(undecided);
        }
        var told = view.axis().isBits() ? standing.best() : standing.closest();
        return text + words.bracket() + "; " + Undecided.clause(words.amount(told.value()), told.gap()) + ".";
    }

    private void addUndecided(List<String> said, String title, List<Tables.Line> lines) {
        if (!lines.isEmpty()) {
            var gaps = lines.stream()
                    .flatMap(line -> at(line).steps().stream())
                    .map(Standing.Step::gap)
                    .toList();
            said.add(title + ", nothing is decided of "
                    + Words.listed(lines.stream().map(this::name).toList()) + "." + Undecided.reasons(gaps));
        }
    }

    private void addCollapsed(List<String> said, String title, List<Tables.Line> lines) {
        var items = lines.stream()
                .filter(line -> at(line).steps().stream().anyMatch(Standing.Step::isCollapsed))
                .map(line -> name(line) + " " + collapsed(at(line)))
                .toList();
        if (!items.isEmpty()) {
            said.add(title + ", accuracy collapses, below halfway between chance and " + FLOAT + ": "
                    + String.join("; ", items) + words.bracket() + ".");
        }
    }

    private String collapsed(Standing standing) {
        var steps = standing.steps().stream().filter(Standing.Step::isCollapsed).toList();
        double highest = steps.stream()
                .flatMapToDouble(step -> step.accuracy().mean().stream())
                .max()
                .orElseThrow();
        var where = steps.size() == standing.steps().size()
                ? "at every value tried"
                : "at " + words.full(steps.stream().map(Standing.Step::value).toList());
        return where + " (" + NumberText.percent(highest, 2) + (steps.size() > 1 ? " at best" : "") + ")";
    }
}
