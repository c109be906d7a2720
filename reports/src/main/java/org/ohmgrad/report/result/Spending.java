package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.ohmgrad.report.record.CostNames;

/** What the groups of runs that are shown in detail cost, and what they reached for it. */
public final class Spending {
    private static final double POINT = 0.01;
    private static final double ROUNDING = 1e-9;

    private final Results results;
    private final List<Results.Group> groups;

    /** What the groups of results spent; none whose costs were not counted. */
    public Spending(Results results) {
        this.results = results;
        var views = SweepView.of(results.plan());
        groups = results.shown().stream()
                .filter(group -> !group.arm().companion() && (views.isEmpty() || isDetail(views.get(0), group)))
                .filter(group -> group.rows().stream()
                        .noneMatch(row -> row.record().costs().isEmpty()))
                .toList();
    }

    private static boolean isDetail(SweepView view, Results.Group group) {
        return view.holds(group) && view.valueOf(group).equals(view.detail());
    }

    /** How names of rules and update schemes are spelt. */
    public Map<String, String> spelt() {
        return results.plan().axes();
    }

    /** The groups whose costs were counted; none in records of older programs. */
    public List<Results.Group> groups() {
        return groups;
    }

    /** Where these groups stand in the sweep; empty without one. */
    public String where() {
        var views = SweepView.of(results.plan());
        return views.isEmpty() ? "" : " " + views.get(0).detailWords();
    }

    /** Mean over seeds of something in the bill of whole runs. */
    public static double mean(Results.Group group, ToDoubleFunction<Bill> what) {
        return group.mean(row -> OptionalDouble.of(what.applyAsDouble(Bill.total(row.record()))))
                .mean()
                .orElseThrow();
    }

    /**
     * A moment of training: what was reached, for what.
     *
     * @param epochs epochs on the chip so far; 0 when weights are programmed
     * @param accuracy mean over seeds of the test accuracy, a fraction
     * @param joules mean energy so far, joule
     * @param writes mean number of cells written so far
     */
    public record Moment(int epochs, MeanInterval accuracy, double joules, double writes) {
        boolean reaches(double wanted) {
            return accuracy.n() > 0 && accuracy.mean().orElseThrow() >= wanted - ROUNDING;
        }
    }

    /** The moments of a group at which its accuracy is known, from its start on. */
    public static List<Moment> moments(Results.Group group) {
        int epochs = group.rows().stream()
                .mapToInt(row -> row.record().epochs().size())
                .min()
                .orElse(0);
        var bills = new IdentityHashMap<Results.Row, List<Bill>>();
        group.rows().forEach(row -> bills.put(row, Bill.totals(row.record())));
        var moments = new ArrayList<Moment>();
        for (int done = 0; done <= epochs; done++) {
            var moment = moment(group, done, bills);
            if (moment.accuracy().n() > 0) {
                moments.add(moment);
            }
        }
        return moments;
    }

    private static Moment moment(Results.Group group, int epochs, Map<Results.Row, List<Bill>> bills) {
        return new Moment(
                epochs,
                group.mean(row -> accuracy(row, epochs)),
                mean(group, epochs, bills, Bill::joules),
                mean(group, epochs, bills, bill -> bill.amount(CostNames.CELL_WRITES)));
    }

    private static OptionalDouble accuracy(Results.Row row, int epochs) {
        return epochs == 0
                ? row.summary("programmed_accuracy")
                : Results.value(row.record().epochs().get(epochs - 1).values(), "test_accuracy");
    }

    private static double mean(
            Results.Group group, int epochs, Map<Results.Row, List<Bill>> bills, ToDoubleFunction<Bill> what) {
        return group.mean(row -> OptionalDouble.of(
                        what.applyAsDouble(bills.getOrDefault(row, List.of()).get(epochs))))
                .mean()
                .orElseThrow();
    }

    /** The first moment at which the mean accuracy is as good as wanted. */
    public static Optional<Moment> reached(Results.Group group, double wanted) {
        return moments(group).stream().filter(moment -> moment.reaches(wanted)).findFirst();
    }

    /** One point below the best float backpropagation partner; empty if there is none. */
    public OptionalDouble nearFloat() {
        var best = groups.stream()
                .flatMapToDouble(group -> group.mean(Results.Row::floatBackpropagation).mean().stream())
                .max();
        return best.isPresent() ? OptionalDouble.of(best.getAsDouble() - POINT) : best;
    }

    /** What the worst of the groups reaches in the end, and so all do. */
    public OptionalDouble reachedByAll() {
        return groups.stream()
                .flatMapToDouble(group -> group.summary("test_accuracy").mean().stream())
                .min();
    }

    /** The kinds of energy that the chips do not tell, in words; empty if they tell all. */
    public String unknown() {
        var unknown = new ArrayList<String>();
        addUnknown(unknown, "DACs", CostNames.DAC_EACH);
        addUnknown(unknown, "ADCs", CostNames.ADC_EACH);
        addUnknown(unknown, "writes", CostNames.WRITE_EACH);
        addUnknown(unknown, "digital work", CostNames.MAC_EACH);
        return unknown.isEmpty()
                ? ""
                : " Left out, because no constant of the chip tells it: the energy of " + String.join(", ", unknown)
                        + ".";
    }

    private void addUnknown(List<String> unknown, String words, String part) {
        boolean isKnown = groups.stream()
                .flatMap(group -> group.rows().stream())
                .allMatch(row -> Bill.total(row.record()).knows(part));
        if (!isKnown) {
            unknown.add(words);
        }
    }
}
