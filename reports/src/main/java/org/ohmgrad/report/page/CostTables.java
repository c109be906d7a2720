package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.result.Bill;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;

/** The tables of what learning costs. */
final class CostTables {
    private static final String UNKNOWN = "unknown";

    private final Spending spending;
    private final Function<Results.Group, List<String>> identity;

    /**
     * @param identity arm, update scheme, chip and point of a group
     */
    CostTables(Spending spending, Function<Results.Group, List<String>> identity) {
        this.spending = spending;
        this.identity = identity;
    }

    /** Energy by parts. */
    TextTable energies() {
        var header = header("energy", "crossbars", "DACs", "ADCs", "writes", "digital");
        header.add("of it transposed reads");
        return table(
                header,
                group -> List.of(
                        joules(group, bill -> OptionalDouble.of(bill.joules())),
                        joules(group, bill -> OptionalDouble.of(bill.crossbarJoules())),
                        joules(group, Bill::dacJoules),
                        joules(group, Bill::adcJoules),
                        joules(group, Bill::writeJoules),
                        joules(group, Bill::digitalJoules),
                        joules(group, bill -> OptionalDouble.of(bill.readJoules("transposed")))));
    }

    /** Counts, wear, time and memory. */
    TextTable counts() {
        var header = header(
                "forward reads",
                "transposed reads",
                "cells written",
                "pulses",
                "verify reads",
                "failed writes",
                "wear a cell (writes)",
                "worst cell (writes)",
                "worst cell (% of its endurance)",
                "dead cells",
                "digital multiply-adds",
                "chip time",
                "digital memory");
        return table(
                header,
                group -> List.of(
                        count(group, CostNames.FORWARD_READS),
                        count(group, CostNames.TRANSPOSED_READS),
                        count(group, CostNames.CELL_WRITES),
                        count(group, CostNames.PULSES),
                        count(group, CostNames.VERIFY_READS),
                        count(group, CostNames.FAILED_WRITES),
                        NumberText.fixed(
                                Spending.mean(group, bill -> bill.meanWrites().orElse(0)), 1),
                        count(group, CostNames.MOST_WRITES),
                        orNothing(group, CostNames.WORST_SHARE, share -> NumberText.points(share, 0)),
                        orNothing(group, CostNames.WORN_OUT, Quantities::count),
                        Quantities.of(Spending.mean(group, bill -> bill.amount(CostNames.MULTIPLY_ADDS)), "")
                                .strip(),
                        Quantities.of(Spending.mean(group, bill -> bill.amount(CostNames.SECONDS)), "s"),
                        Quantities.of(Spending.mean(group, Bill::bytes), "B")));
    }

    /** What it takes to reach an accuracy. */
    TextTable toReach() {
        var wanted = new ArrayList<Double>();
        spending.reachedByAll().ifPresent(wanted::add);
        spending.nearFloat().ifPresent(wanted::add);
        var header = header();
        for (var accuracy : wanted) {
            var words = " to " + NumberText.points(accuracy, 2) + " %";
            header.addAll(List.of("epochs" + words, "energy" + words, "cells written" + words));
        }
        return table(header, group -> wanted.stream()
                .flatMap(accuracy -> toReach(group, accuracy).stream())
                .toList());
    }

    private static List<String> toReach(Results.Group group, double accuracy) {
        return Spending.reached(group, accuracy)
                .map(moment -> List.of(
                        Integer.toString(moment.epochs()),
                        Quantities.of(moment.joules(), "J"),
                        Quantities.count(moment.writes())))
                .orElse(List.of("not reached", "", ""));
    }

    private TextTable table(List<String> header, Function<Results.Group, List<String>> entries) {
        var rows = new ArrayList<List<String>>();
        for (var group : spending.groups()) {
            var row = new ArrayList<>(identity.apply(group));
            row.addAll(entries.apply(group));
            rows.add(row);
        }
        return new TextTable(header, rows).without(List.of("update", "chip", "at", "verify reads", "failed writes"));
    }

    private static List<String> header(String... names) {
        var header = new ArrayList<>(List.of("arm", "update", "chip", "at"));
        header.addAll(List.of(names));
        return header;
    }

    private static String joules(Results.Group group, Function<Bill, OptionalDouble> what) {
        var mean = group.mean(row -> what.apply(Bill.total(row.record()))).mean();
        return mean.isPresent() ? Quantities.of(mean.getAsDouble(), "J") : UNKNOWN;
    }

    private static String orNothing(Results.Group group, String name, DoubleFunction<String> words) {
        double mean = Spending.mean(group, bill -> bill.amount(name));
        return mean == 0 ? "" : words.apply(mean);
    }

    private static String count(Results.Group group, String name) {
        return Quantities.count(Spending.mean(group, bill -> bill.amount(name)));
    }
}
