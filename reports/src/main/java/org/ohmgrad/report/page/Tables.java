package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.result.BitsNeeded;
import org.ohmgrad.report.result.BitsNeeded.Width;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.PointerWords;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.result.SweepAxis;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;

/** The tables of a report. */
final class Tables {
    private static final String UNDEFINED = "–";
    private static final int SCREEN = 40;
    private final Results results;
    private final List<SweepView> views;
    private final Function<Map<String, String>, String> placeWords;

    Tables(Results results) {
        this.results = results;
        this.views = SweepView.of(results.plan());
        this.placeWords = SweepView.words(results.plan());
    }

    /** One arm, chip, update scheme and setting of the other pointers: what one curve of one panel shows. */
    record Line(Results.Arm arm, String others) {}

    /** Groups of a view by line, in the order of the plan. */
    Map<Line, List<Results.Group>> lines(SweepView view) {
        var lines = new LinkedHashMap<Line, List<Results.Group>>();
        for (var group : results.shown()) {
            if (view.holds(group)) {
                var line = new Line(group.arm(), view.othersOf(group, results.plan()));
                lines.computeIfAbsent(line, l -> new ArrayList<>()).add(group);
            }
        }
        return lines;
    }

    /** What a line needs in bits; a width without results counts as one without an interval. */
    static BitsNeeded bitsNeeded(SweepView view, List<Results.Group> groups) {
        return BitsNeeded.of(view.axis().values().stream()
                .map(value -> new Width(
                        SweepAxis.text(value),
                        groups.stream()
                                .filter(group -> view.valueOf(group).equals(value))
                                .findFirst()
                                .map(Results.Group::gapBackpropagation)
                                .orElse(new PairedGap(MeanInterval.of()))))
                .toList());
    }

    /** The first table: gaps and, along bits, how many are needed. */
    TextTable gaps() {
        if (!views.isEmpty() && views.get(0).axis().isBits()) {
            return bits(views.get(0));
        }
        return points();
    }

    /** Where the first table is taken, as the end of its caption; empty if it shows every point. */
    String where() {
        return views.isEmpty() || !views.get(0).axis().isBits()
                ? ""
                : " Bits needed: the smallest width from which on the upper end of the interval to float"
                        + " backpropagation stays at or below 1 point. Accuracies and gaps "
                        + views.get(0).detailWords() + ".";
    }

    private TextTable bits(SweepView view) {
        var header = gapHeader(
                List.of(view.axis().isCellBits() ? "bits needed" : view.axis().label() + " needed"));
        var rows = new ArrayList<List<String>>();
        lines(view).forEach((line, groups) -> groups.stream()
                .filter(group -> view.valueOf(group).equals(view.detail()))
                .findFirst()
                .ifPresent(group -> {
                    var row = identity(group.arm(), settings(view, group));
                    addGaps(
                            row,
                            group,
                            List.of(
                                    group.arm().onChip()
                                            ? bitsNeeded(view, groups).text()
                                            : ""));
                    rows.add(row);
                }));
        return new TextTable(header, rows).without(List.of("update", "at"));
    }

    /** Every arm at every point. */
    TextTable points() {
        var header = gapHeader(List.of());
        var rows = new ArrayList<List<String>>();
        for (var group : results.shown()) {
            var row = identity(group.arm(), point(group.point()));
            addGaps(row, group, List.of());
            rows.add(row);
        }
        return new TextTable(header, rows).without(List.of("update"));
    }

    /** What a reader looks for stands first, where a narrow page shows it. */
    private static List<String> gapHeader(List<String> needed) {
        var header = new ArrayList<>(List.of("arm", "update", "chip", "at", "test accuracy %"));
        header.addAll(needed);
        header.addAll(List.of(
                "gap to float backpropagation (points)",
                "gap to own float (points)",
                "float backpropagation %",
                "own rule in float %",
                "seeds"));
        return header;
    }

    private static List<String> identity(Results.Arm arm, String at) {
        return new ArrayList<>(List.of(arm.arm(), arm.update(), arm.chip(), at));
    }

    private static void addGaps(List<String> row, Results.Group group, List<String> needed) {
        var accuracy = group.percent(r -> r.summary("test_accuracy"));
        row.add(accuracy.n() == 0 ? UNDEFINED : share(accuracy));
        row.addAll(needed);
        row.add(gap(group.gapBackpropagation()));
        row.add(gap(group.gapOwn()));
        row.add(mean(group, Results.Row::floatBackpropagation));
        row.add(mean(group, Results.Row::floatOwn));
        row.add(Integer.toString(accuracy.n()));
    }

    private static String mean(Results.Group group, Function<Results.Row, OptionalDouble> value) {
        var interval = group.percent(value);
        return interval.n() == 0 ? UNDEFINED : NumberText.fixed(interval.mean().orElseThrow(), 2);
    }

    /** A mean with its half width, two decimals. */
    static String plusMinus(MeanInterval interval) {
        var mean = NumberText.fixed(interval.mean().orElseThrow(), 2);
        var half = interval.halfWidth();
        return half.isPresent() ? mean + " ± " + NumberText.fixed(half.getAsDouble(), 2) : mean + " (one seed)";
    }

    /**
     * A share in percent. An interval that would leave 0 to 100, as Student's may with few seeds, is given by its ends, cut off
     * where no share can lie.
     */
    static String share(MeanInterval percent) {
        double low = percent.lower().orElse(0);
        double high = percent.upper().orElse(100);
        return low >= 0 && high <= 100
                ? plusMinus(percent)
                : NumberText.fixed(percent.mean().orElseThrow(), 2) + " (" + NumberText.fixed(Math.max(0, low), 2)
                        + " to " + NumberText.fixed(Math.min(100, high), 2) + ")";
    }

    /** A gap in points: its mean, and from where to where its interval reaches. */
    static String gap(PairedGap gap) {
        var difference = gap.difference();
        if (difference.n() == 0) {
            return UNDEFINED;
        }
        var mean = NumberText.points(difference.mean().orElseThrow(), 2);
        return difference.n() == 1
                ? mean + " (one seed)"
                : mean + " (" + NumberText.points(difference.lower().orElseThrow(), 2) + " to "
                        + NumberText.points(difference.upper().orElseThrow(), 2) + ")";
    }

    /** The first table in short, for a terminal: main chips only, at most as many lines as a screen holds. */
    TextTable brief() {
        boolean bits = !views.isEmpty() && views.get(0).axis().isBits();
        var header = new ArrayList<>(List.of("arm", "update", "at", "accuracy %", "gap own", "gap backprop."));
        header.add(bits ? views.get(0).axis().label() + " needed" : "");
        var rows = new ArrayList<List<String>>();
        for (var group : results.shown()) {
            if (!group.arm().companion() && (!bits || isDetail(group))) {
                rows.add(briefly(group, bits));
            }
        }
        return new TextTable(header, rows.subList(0, Math.min(rows.size(), SCREEN))).without(List.of("update", "at"));
    }

    /** What the terminal's table does not say itself: where it stands, and what of it is left out or means nothing. */
    String briefNote() {
        boolean bits = !views.isEmpty() && views.get(0).axis().isBits();
        var groups = results.shown().stream()
                .filter(group -> !group.arm().companion() && (!bits || isDetail(group)))
                .toList();
        var note = new StringBuilder();
        if (bits) {
            note.append("Accuracies and gaps ")
                    .append(views.get(0).detailWords())
                    .append("; other points are in the report.\n");
        }
        var alike = groups.stream()
                .map(Results.Group::gapBackpropagation)
                .filter(PairedGap::isCoincidence)
                .toList();
        if (!alike.isEmpty()) {
            note.append("A gap ± 0.00 is the same in all seeds, a coincidence of counts that decides nothing")
                    .append(Undecided.reason(alike))
                    .append(".\n");
        }
        if (groups.size() > SCREEN) {
            note.append(groups.size() - SCREEN).append(" more rows are in the report.\n");
        }
        return note.toString();
    }

    private List<String> briefly(Results.Group group, boolean bits) {
        var accuracy = group.percent(row -> row.summary("test_accuracy"));
        var row = new ArrayList<>(List.of(group.arm().arm(), group.arm().update(), point(group.point())));
        row.add(accuracy.n() == 0 ? UNDEFINED : share(accuracy));
        row.add(shortGap(group.gapOwn()));
        row.add(shortGap(group.gapBackpropagation()));
        row.add(bits && group.arm().onChip() ? needed(views.get(0), group) : "");
        return row;
    }

    private String needed(SweepView view, Results.Group group) {
        var line = new Line(group.arm(), view.othersOf(group, results.plan()));
        return bitsNeeded(view, lines(view).getOrDefault(line, List.of(group))).text();
    }

    private static String shortGap(PairedGap gap) {
        var mean = gap.difference().mean();
        var half = gap.difference().halfWidth();
        return mean.isEmpty()
                ? UNDEFINED
                : NumberText.points(mean.getAsDouble(), 2)
                        + (half.isPresent() ? " ± " + NumberText.points(half.getAsDouble(), 2) : "");
    }

    private String settings(SweepView view, Results.Group group) {
        var own = PointerWords.with(view.axis().label(), SweepAxis.text(view.valueOf(group)));
        var others = view.othersOf(group, results.plan());
        return others.isEmpty() ? own : own + ", " + others;
    }

    private String point(Map<String, String> point) {
        return placeWords.apply(point);
    }

    /** Arms that were trained in float first: how long, what the chip could do at once, and after training on it. */
    TextTable programmed() {
        var rows = new ArrayList<List<String>>();
        for (var group : results.shown()) {
            if (!group.arm().companion() && group.summary("programmed_accuracy").n() > 0) {
                var row = identity(group.arm(), point(group.point()));
                row.add(percent(group, "test_accuracy"));
                row.add(percent(group, "programmed_accuracy"));
                row.add(whole(group.summary("float_epochs")));
                row.add(whole(group.summary("chip_epochs")));
                rows.add(row);
            }
        }
        return new TextTable(
                        List.of(
                                "arm",
                                "update",
                                "chip",
                                "at",
                                "trained on chip %",
                                "programmed, not trained on chip %",
                                "float epochs",
                                "on-chip epochs"),
                        rows)
                .without(List.of("update"));
    }

    private static String whole(MeanInterval interval) {
        return interval.n() == 0 ? UNDEFINED : NumberText.of(interval.mean().orElseThrow());
    }

    private static String percent(Results.Group group, String name) {
        var interval = group.percent(row -> row.summary(name));
        return interval.n() == 0 ? UNDEFINED : share(interval);
    }

    /** What the chip counted in the last epoch, at the point shown in detail. */
    TextTable telemetry() {
        var header = new ArrayList<>(List.of("arm", "update", "chip", "at", "layer"));
        CountedColumn.ALL.forEach(counted -> header.add(counted.header()));
        var rows = new ArrayList<List<String>>();
        for (var group : results.shown()) {
            if (!group.arm().companion() && isShownInDetail(group)) {
                addTelemetry(rows, group);
            }
        }
        return new TextTable(header, rows).without(List.of("update", "chip", "at"));
    }

    /** What each rule asks of the chip, at the point shown in detail. */
    RuleTable rules(Spending spending) {
        return new RuleTable(results, spending, group -> identity(group.arm(), point(group.point())));
    }

    /** What learning cost, at the point shown in detail. */
    CostTables costs(Spending spending) {
        return new CostTables(spending, group -> identity(group.arm(), point(group.point())));
    }

    /** Whether a group is at the point of the sweep that is shown in detail, or there is no sweep. */
    boolean isShownInDetail(Results.Group group) {
        return views.isEmpty() || isDetail(group);
    }

    private boolean isDetail(Results.Group group) {
        var view = views.get(0);
        return view.holds(group) && view.valueOf(group).equals(view.detail());
    }

    private void addTelemetry(List<List<String>> rows, Results.Group group) {
        int depth = depth(group);
        for (int layer = 0; layer < depth; layer++) {
            var row = identity(group.arm(), point(group.point()));
            row.add(Integer.toString(layer + 1));
            for (var counted : CountedColumn.ALL) {
                row.add(counted.entry(layerMean(group, layer, counted.name())));
            }
            rows.add(row);
        }
    }

    /** Layers of which something was measured in the last epoch. */
    static int depth(Results.Group group) {
        return group.rows().stream()
                .flatMap(row -> row.lastEpoch().stream())
                .mapToInt(epoch -> epoch.layers().size())
                .max()
                .orElse(0);
    }

    /** Mean over seeds of what was measured of a layer, counted from 0, in the last epoch. */
    static OptionalDouble layerMean(Results.Group group, int layer, String name) {
        return group.mean(row -> row.lastEpoch()
                        .map(epoch -> Results.layer(epoch, layer, name))
                        .orElse(OptionalDouble.empty()))
                .mean();
    }

    /** What tuning chose. */
    TextTable choices() {
        var rows = new ArrayList<List<String>>();
        for (var choice : results.choices()) {
            var row = identity(choice.arm(), point(choice.point()));
            row.add(choice.tuned().entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + JsonText.words(entry.getValue()))
                    .collect(Collectors.joining(", ")));
            var mean = choice.validation();
            row.add(mean.isPresent() ? NumberText.points(mean.getAsDouble(), 2) : UNDEFINED);
            row.add(choice.candidates() + (choice.provisional() ? ", not all run yet" : ""));
            rows.add(row);
        }
        return new TextTable(
                        List.of("arm", "update", "chip", "at", "chosen", "mean validation accuracy %", "candidates"),
                        rows)
                .without(List.of());
    }
}
