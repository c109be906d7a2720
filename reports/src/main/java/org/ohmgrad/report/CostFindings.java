package org.ohmgrad.report;

import java.util.List;
import java.util.Optional;

/** What doing without the transposed read saves, in a sentence. */
final class CostFindings {
    private static final String EXACT = "backpropagation";
    private static final List<String> OTHERS =
            List.of("feedback-alignment", "direct-feedback-alignment", "kolen-pollack", "sign-symmetric");

    private CostFindings() {}

    /** The sentence on the first pair of rules that differ in nothing else; empty if there is none. */
    static Optional<String> of(Results results) {
        var spending = new Spending(results);
        var cells =
                spending.cells().stream().filter(cell -> cell.arm().onChip()).toList();
        for (var other : OTHERS) {
            for (var exact : cells) {
                var twin = cells.stream()
                        .filter(cell -> cell.arm().rule().equals(other)
                                && exact.arm().rule().equals(EXACT))
                        .filter(cell -> cell.arm().chip().equals(exact.arm().chip())
                                && cell.arm().update().equals(exact.arm().update())
                                && cell.point().equals(exact.point()))
                        .findFirst();
                if (twin.isPresent()) {
                    return Optional.of(sentence(exact, twin.get(), spending));
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(Results.Cell exact, Results.Cell other, Spending spending) {
        double whole = Spending.mean(exact, Bill::joules);
        double transposed = Spending.mean(exact, bill -> bill.readJoules("transposed"));
        double without = Spending.mean(other, Bill::joules);
        double digital = Spending.mean(exact, bill -> bill.digitalJoules().orElse(0));
        double saved = Spending.mean(other, bill -> bill.readJoules("transposed"));
        return "With " + Words.of(exact.arm().update()) + spending.where() + ", the transposed read takes "
                + Quantities.of(transposed, "J") + " of the " + Quantities.of(whole, "J") + " that "
                + Words.of(exact.arm().arm()) + " spends on training (" + percent(transposed / whole)
                + (digital > 0 ? ", digital work " + percent(digital / whole) : "") + "); "
                + Words.of(other.arm().arm()) + (saved == 0 ? ", which does without it," : "") + " spends "
                + Quantities.of(without, "J") + ", " + percent(Math.abs(1 - without / whole))
                + (without <= whole ? " less" : " more") + ", and writes " + times(other, exact, Costs.CELL_WRITES)
                + " as many cells." + spending.unknown();
    }

    private static String times(Results.Cell other, Results.Cell exact, String name) {
        double ratio =
                Spending.mean(other, bill -> bill.amount(name)) / Spending.mean(exact, bill -> bill.amount(name));
        return Numbers.fixed(ratio, 2) + " times";
    }

    private static String percent(double share) {
        return Numbers.points(share, 1) + " %";
    }
}
