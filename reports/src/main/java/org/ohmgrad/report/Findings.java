package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sentences that the numbers carry: from decided entries only, main chips only. */
final class Findings {
    private static final String FLOAT = "float backpropagation";
    private static final String EXACT = "backpropagation";
    private static final Set<String> WITHOUT_TRANSPOSED_READ =
            Set.of("feedback-alignment", "direct-feedback-alignment", "sign-symmetric", "kolen-pollack", "last-layer");

    private final Results results;
    private final Tables tables;
    private final List<String> sentences = new ArrayList<>();

    private Findings(Results results) {
        this.results = results;
        this.tables = new Tables(results);
    }

    static List<String> of(Results results) {
        var findings = new Findings(results);
        findings.effects();
        if (!findings.sentences.isEmpty()) {
            return List.copyOf(findings.sentences);
        }
        var views = SweepView.of(results.plan());
        WireCosts.of(results)
                .ifPresentOrElse(
                        costs -> findings.sentences.addAll(costs.sentences()),
                        () -> views.forEach(findings::alongSweep));
        if (views.isEmpty()) {
            findings.withoutSweep();
        }
        CostFindings.of(results).ifPresent(findings.sentences::add);
        if (findings.sentences.isEmpty()) {
            findings.sentences.add("Nothing is decided by these runs: every interval is too wide, or there is none.");
        }
        return List.copyOf(findings.sentences);
    }

    /** For every arm the effect that costs most alone, and the one whose absence gives most back. */
    private void effects() {
        var costs = new EffectFigures(results, new Curves(results)).costs();
        costs.stream().map(EffectFigures.Cost::arm).distinct().forEach(arm -> {
            var own = costs.stream().filter(cost -> cost.arm().equals(arm)).toList();
            var words = "With " + words(arm.update()) + ", " + words(arm.arm());
            most(own, EffectFigures.Cost::alone)
                    .ifPresent(cost -> sentences.add(words + " loses most to " + cost.effect() + " alone: "
                            + points(cost.alone()) + " points."));
            most(own, EffectFigures.Cost::missing)
                    .ifPresent(cost -> sentences.add(words + ", with all effects on, wins most" + " back without "
                            + cost.effect() + ": " + points(cost.missing()) + " points."));
        });
    }

    /** The effect of the largest mean, if its interval lies above zero. */
    private static Optional<EffectFigures.Cost> most(
            List<EffectFigures.Cost> costs, Function<EffectFigures.Cost, PairedGap> what) {
        return costs.stream()
                .filter(cost -> what.apply(cost).difference().lower().orElse(0) > 0)
                .max(Comparator.comparingDouble(
                        cost -> what.apply(cost).difference().mean().orElseThrow()));
    }

    private static String points(PairedGap gap) {
        var difference = gap.difference();
        return Numbers.points(difference.mean().orElseThrow(), 2) + " ("
                + Numbers.points(difference.lower().orElseThrow(), 2) + " to "
                + Numbers.points(difference.upper().orElseThrow(), 2) + ")";
    }

    private void alongSweep(SweepView view) {
        var panels = new LinkedHashMap<String, Map<Tables.Line, List<Results.Cell>>>();
        tables.lines(view).forEach((line, cells) -> {
            if (!line.arm().companion() && line.arm().onChip()) {
                panels.computeIfAbsent(panel(line), title -> new LinkedHashMap<>())
                        .put(line, cells);
            }
        });
        panels.forEach((title, lines) -> {
            if (view.axis().isBits()) {
                bits(view, title, lines);
            } else {
                lines.forEach((line, cells) -> values(view, title, line, cells));
            }
            transposedRead(
                    view, title, lines.values().stream().flatMap(List::stream).toList());
        });
    }

    private static String panel(Tables.Line line) {
        var with = "With " + words(line.arm().update());
        return line.others().isEmpty() ? with : with + ", " + line.others();
    }

    private static String words(String name) {
        return name.replace('-', ' ').replace("kolen pollack", "Kolen-Pollack");
    }

    private static String name(Results.Cell cell) {
        return words(cell.arm().arm());
    }

    private void bits(SweepView view, String title, Map<Tables.Line, List<Results.Cell>> lines) {
        var from = new ArrayList<String>();
        var more = new ArrayList<String>();
        lines.forEach((line, cells) -> {
            var needed = Tables.bitsNeeded(view, cells);
            switch (needed.verdict()) {
                case FROM -> from.add(words(line.arm().arm()) + " " + from(view, needed));
                case MORE_THAN -> more.add(words(line.arm().arm()) + inFloat(view, cells));
                case UNDECIDED -> {}
            }
        });
        if (!from.isEmpty()) {
            sentences.add(title + ", " + (from.size() == 1 ? "this stays" : "these stay") + " within 1 point of "
                    + FLOAT + ": " + String.join("; ", from) + ".");
        }
        if (!more.isEmpty()) {
            var largest = SweepAxis.text(view.detail());
            sentences.add(
                    title + ", " + listed(more) + (more.size() == 1 ? " is" : " are") + " more than 1 point below "
                            + FLOAT + " even at " + largest + unit(view, largest) + ", the most tried.");
        }
    }

    /** Of a rule that falls short without any hardware: by how much. */
    private static String inFloat(SweepView view, List<Results.Cell> cells) {
        return cells.stream()
                .filter(cell -> view.valueOf(cell).equals(view.detail()))
                .map(cell -> PairedGap.between(
                        cell.bySeed(Results.Row::floatBackpropagation), cell.bySeed(Results.Row::floatOwn)))
                .filter(PairedGap::beyondOnePoint)
                .findFirst()
                .map(gap -> " (in float already " + apart(gap) + " it)")
                .orElse("");
    }

    private static String from(SweepView view, BitsNeeded needed) {
        var width = needed.width() + unit(view, needed.width());
        if (needed.floor()) {
            return "from " + width + " on, the fewest tried";
        }
        return needed.width().equals(SweepAxis.text(view.detail()))
                ? "at " + width + ", the most tried"
                : "from " + width + " on";
    }

    private static String unit(SweepView view, String width) {
        boolean number = !width.isEmpty() && Character.isDigit(width.charAt(0));
        return !number
                ? ""
                : view.axis().isCellBits()
                        ? " bits per cell"
                        : " (" + view.axis().label() + ")";
    }

    private void values(SweepView view, String title, Tables.Line line, List<Results.Cell> cells) {
        var within = new ArrayList<String>();
        var beyond = new ArrayList<String>();
        for (var value : view.axis().values()) {
            cells.stream()
                    .filter(cell -> view.valueOf(cell).equals(value))
                    .findFirst()
                    .ifPresent(cell -> {
                        var gap = cell.gapBackpropagation();
                        if (gap.decided()) {
                            (gap.withinOnePoint() ? within : beyond).add(SweepAxis.text(value));
                        }
                    });
        }
        var parts = new ArrayList<String>();
        if (!within.isEmpty()) {
            parts.add("within 1 point of " + FLOAT + " at " + listed(within));
        }
        if (!beyond.isEmpty()) {
            parts.add("more than 1 point below " + (within.isEmpty() ? FLOAT : "it") + " at " + listed(beyond));
        }
        if (!parts.isEmpty()) {
            sentences.add(title + ", " + words(line.arm().arm()) + " lies " + String.join(", and ", parts) + " ("
                    + view.axis().label() + ").");
        }
    }

    /** Arms beside exact backpropagation on the same chip, same update scheme, same seeds, where shown in detail. */
    private void transposedRead(SweepView view, String title, List<Results.Cell> cells) {
        var detailed = cells.stream()
                .filter(cell -> view.valueOf(cell).equals(view.detail()))
                .toList();
        compare(title, " " + view.detailWords(), detailed);
    }

    private void compare(String title, String where, List<Results.Cell> cells) {
        for (var exact : cells) {
            if (exact.arm().rule().equals(EXACT) && learnsAsAll(exact)) {
                cells.stream()
                        .filter(cell ->
                                WITHOUT_TRANSPOSED_READ.contains(cell.arm().rule()))
                        .filter(cell -> cell.arm().chip().equals(exact.arm().chip()))
                        .filter(cell -> cell.arm().update().equals(exact.arm().update()))
                        .forEach(cell -> compare(title, where, exact, cell));
            }
        }
    }

    /** Whether an arm of backpropagation has the common training settings: its two float partners are then one. */
    private static boolean learnsAsAll(Results.Cell exact) {
        return exact.rows().stream().map(Results.Row::planned).allMatch(run -> run.floatOwnKey()
                .equals(run.floatBackpropagationKey()));
    }

    private void compare(String title, String where, Results.Cell exact, Results.Cell other) {
        var gap = PairedGap.between(
                exact.bySeed(row -> row.summary("test_accuracy")), other.bySeed(row -> row.summary("test_accuracy")));
        if (!gap.decided()) {
            return;
        }
        sentences.add(title + where + ", " + name(other) + ", which does without the transposed read, lies "
                + apart(gap) + " " + name(exact) + " on the same chip: "
                + meaning(other.arm().rule(), gap));
    }

    private static String meaning(String rule, PairedGap gap) {
        boolean pretrained = rule.equals("last-layer");
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
        return Numbers.points(sign * mean, 2) + " (" + Numbers.points(Math.min(low, high), 2) + " to "
                + Numbers.points(Math.max(low, high), 2) + ") points " + (sign < 0 ? "above" : "below");
    }

    private void withoutSweep() {
        var cells =
                results.shown().stream().filter(cell -> !cell.arm().companion()).toList();
        for (var cell : cells) {
            var gap = cell.gapBackpropagation();
            if (gap.decided() && cell.arm().onChip()) {
                sentences.add("With " + words(cell.arm().update()) + ", " + name(cell) + " lies " + apart(gap) + " "
                        + FLOAT + ": " + (gap.withinOnePoint() ? "within 1 point." : "more than 1 point."));
            }
        }
        cells.stream()
                .filter(cell -> cell.arm().onChip())
                .collect(Collectors.groupingBy(cell -> cell.arm().update(), LinkedHashMap::new, Collectors.toList()))
                .forEach((update, own) -> compare("With " + words(update), "", own));
    }

    private static String listed(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
