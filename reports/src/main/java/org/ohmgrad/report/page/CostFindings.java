package org.ohmgrad.report.page;

import java.util.Optional;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.result.Bill;
import org.ohmgrad.report.result.HowItLearned;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;
import org.ohmgrad.report.text.Words;

/** What doing without the transposed read saves, in a sentence. */
final class CostFindings {
    private CostFindings() {}

    /** The sentence on the first pair of rules that differ in nothing else; empty if there is none. */
    static Optional<String> of(Results results) {
        var spending = new Spending(results);
        var groups =
                spending.groups().stream().filter(group -> group.arm().onChip()).toList();
        var exact = groups.stream().filter(group -> group.arm().isExact()).toList();
        return groups.stream()
                .filter(group -> !HowItLearned.readsTransposed(group) && !HowItLearned.onlyItsLastLayer(group))
                .flatMap(other -> exact.stream()
                        .filter(HowItLearned::readsTransposed)
                        .filter(twin -> differInNothingElse(other, twin))
                        .map(twin -> sentence(twin, other, spending)))
                .findFirst();
    }

    private static boolean differInNothingElse(Results.Group one, Results.Group other) {
        return one.arm().chip().equals(other.arm().chip())
                && one.arm().update().equals(other.arm().update())
                && one.point().equals(other.point());
    }

    private static String sentence(Results.Group exact, Results.Group other, Spending spending) {
        double whole = Spending.mean(exact, Bill::joules);
        double transposed = Spending.mean(exact, bill -> bill.readJoules("transposed"));
        double without = Spending.mean(other, Bill::joules);
        double digital = Spending.mean(exact, bill -> bill.digitalJoules().orElse(0));
        return "With " + Words.of(exact.arm().update(), spending.spelt()) + spending.where()
                + ", the transposed read takes "
                + Quantities.of(transposed, "J") + " of the " + Quantities.of(whole, "J") + " that "
                + Words.of(exact.arm().arm(), spending.spelt()) + " spends on training (" + percent(transposed / whole)
                + (digital > 0 ? ", digital work " + percent(digital / whole) : "") + "); "
                + Words.of(other.arm().arm(), spending.spelt()) + ", which does without it, spends "
                + Quantities.of(without, "J") + ", " + percent(Math.abs(1 - without / whole))
                + (without <= whole ? " less" : " more") + ", and writes " + times(other, exact, CostNames.CELL_WRITES)
                + " as many cells." + spending.unknown();
    }

    private static String times(Results.Group other, Results.Group exact, String name) {
        double ratio =
                Spending.mean(other, bill -> bill.amount(name)) / Spending.mean(exact, bill -> bill.amount(name));
        return NumberText.fixed(ratio, 2) + " times";
    }

    private static String percent(double share) {
        return NumberText.points(share, 1) + " %";
    }
}
