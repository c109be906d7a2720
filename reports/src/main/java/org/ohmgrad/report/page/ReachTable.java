package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** Along each axis, where arms stay within one point of float backpropagation, where not, and where they collapse. */
final class ReachTable {
    private static final String COLLAPSED =
            " Collapsed: accuracy is shown to lie below halfway between chance (the share of"
                    + " the most frequent class in the test part) and float backpropagation.";

    private final Tables tables;
    private final Confidence confidence;
    private final List<SweepView> views;

    ReachTable(Results results) {
        this.tables = new Tables(results);
        confidence = results.confidence();
        this.views = SweepView.of(results.plan()).stream()
                .filter(view -> !view.axis().pointer().equals(EffectSetting.POINTER))
                .toList();
    }

    /** One table an axis; none where nothing is on a chip. */
    List<PageElement> elements() {
        var elements = new ArrayList<PageElement>();
        for (var view : views) {
            var table = along(view);
            if (!table.rows().isEmpty()) {
                elements.add(new PageElement.Tabular(
                        "Along " + view.axis().label() + ": at which values the " + confidence.words()
                                + " interval of the gap to float"
                                + " backpropagation lies wholly at or below 1 point, wholly above it, or neither."
                                + Page.said(table, "collapsed", COLLAPSED),
                        table));
            }
        }
        return elements;
    }

    private TextTable along(SweepView view) {
        var lines = tables.lines(view);
        lines.keySet().removeIf(line -> line.arm().companion() || !line.arm().onChip());
        var axis = new AxisFindings(view, lines, Map.of());
        var rows = new ArrayList<List<String>>();
        axis.standings().forEach((line, standing) -> {
            var row = new ArrayList<>(List.of(line.arm().arm(), line.arm().update(), line.others()));
            for (var what : List.<Predicate<Standing.Step>>of(
                    Standing.Step::isWithin,
                    Standing.Step::isUndecided,
                    Standing.Step::isBeyond,
                    Standing.Step::isCollapsed)) {
                var values = standing.where(what);
                row.add(values.isEmpty() ? "" : axis.words().bare(values));
            }
            rows.add(row);
        });
        return new TextTable(
                        List.of("arm", "update", "with", "within 1 point", "undecided", "beyond 1 point", "collapsed"),
                        rows)
                .without(List.of("update"));
    }
}
