package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.result.Bill;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;

/** What each rule asks of the chip, beside what it reached and spent; where a report compares rules. */
final class RuleTable {
    private final Spending spending;
    private final Results results;
    private final Function<Results.Group, List<String>> identity;

    /**
     * @param identity arm, update scheme, chip and point of a group
     */
    RuleTable(Results results, Spending spending, Function<Results.Group, List<String>> identity) {
        this.results = results;
        this.spending = spending;
        this.identity = identity;
    }

    /** Heading and table; nothing with one rule, and in records of older programs, which do not say what rules need. */
    List<PageElement> elements() {
        var needs = results.plan().needs();
        long rules = spending.groups().stream()
                .map(group -> needs.getOrDefault(group.arm().arm(), ""))
                .filter(each -> !each.isEmpty())
                .distinct()
                .count();
        return rules < 2
                ? List.of()
                : List.of(
                        new PageElement.Heading(2, "What each rule asks of the chip"),
                        new PageElement.Tabular(
                                "What a rule needs for every example that it learns from, and what came of it"
                                        + spending.where()
                                        + ", mean over seeds. Gradient angle: of the first layer in the last epoch, between the chip's"
                                        + " gradient and the exact one. Reads: one for each vector and tile. Wear: what a cell has taken"
                                        + " since it was new, pulses counted in writes.",
                                table()));
    }

    private TextTable table() {
        var rows = new ArrayList<List<String>>();
        for (var group : spending.groups()) {
            var row = new ArrayList<>(identity.apply(group));
            row.add(results.plan().needs().getOrDefault(group.arm().arm(), ""));
            row.addAll(outcome(group));
            row.addAll(costs(group));
            rows.add(row);
        }
        return new TextTable(
                        List.of(
                                "arm",
                                "update",
                                "chip",
                                "at",
                                "needs",
                                "test accuracy %",
                                "gap to float backpropagation (points)",
                                "gradient angle °",
                                "forward reads",
                                "transposed reads",
                                "pulses",
                                "energy",
                                "wear a cell (writes)",
                                "chip time"),
                        rows)
                .without(List.of("update", "chip", "at", "gradient angle °"));
    }

    private static List<String> outcome(Results.Group group) {
        var accuracy = group.percent(row -> row.summary("test_accuracy"));
        OptionalDouble angle = Tables.layerMean(group, 0, "gradient_angle_degrees");
        return List.of(
                accuracy.n() == 0 ? "" : Tables.share(accuracy),
                Tables.gap(group.gapBackpropagation()),
                angle.isPresent() ? NumberText.fixed(angle.getAsDouble(), 1) : "");
    }

    private static List<String> costs(Results.Group group) {
        return List.of(
                count(group, CostNames.FORWARD_READS),
                count(group, CostNames.TRANSPOSED_READS),
                count(group, CostNames.PULSES),
                Quantities.of(Spending.mean(group, Bill::joules), "J"),
                NumberText.fixed(Spending.mean(group, bill -> bill.meanWrites().orElse(0)), 1),
                Quantities.of(Spending.mean(group, bill -> bill.amount(CostNames.SECONDS)), "s"));
    }

    private static String count(Results.Group group, String name) {
        return Quantities.count(Spending.mean(group, bill -> bill.amount(name)));
    }
}
