package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.result.ArmNames;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;

/** How well single classes are told apart: accuracy by class, and what each is taken for, of every arm at one point. */
final class ClassTables {
    private static final int MOST_ROWS = 20;
    private static final int MOST_ARMS = 12;
    private static final String FLOAT = "float backpropagation";

    private final Map<String, Answers> arms = new LinkedHashMap<>();
    private final String where;
    private final Confidence confidence;

    ClassTables(Results results) {
        var names = new ArmNames(results);
        confidence = results.confidence();
        var groups = bestPoint(results);
        boolean schemes =
                groups.stream().map(group -> group.arm().update()).distinct().count() > 1;
        groups.stream()
                .filter(group -> group.arm().onChip())
                .findFirst()
                .ifPresent(group -> add(FLOAT, Answers.of(confidence, partners(results, group))));
        for (var group : groups) {
            if (arms.size() <= MOST_ARMS) {
                add(names.label(group.arm()) + (schemes ? ", " + group.arm().update() : ""), Answers.of(group));
            }
        }
        where = groups.isEmpty() || groups.get(0).point().isEmpty()
                ? ""
                : " at " + SweepView.words(results.plan()).apply(groups.get(0).point());
    }

    /** The groups at the point where arms are best by their mean: along bits, of the points shown in detail. */
    private static List<Results.Group> bestPoint(Results results) {
        var tables = new Tables(results);
        var views = SweepView.of(results.plan());
        boolean bits = !views.isEmpty() && views.get(0).axis().isBits();
        var points = results.shown().stream()
                .filter(group -> !group.arm().companion() && (!bits || tables.isShownInDetail(group)))
                .filter(group -> !Answers.of(group).isEmpty())
                .collect(Collectors.groupingBy(Results.Group::point, LinkedHashMap::new, Collectors.toList()));
        var best = List.<Results.Group>of();
        for (var groups : points.values()) {
            if (best.isEmpty() || mean(groups) > mean(best)) {
                best = groups;
            }
        }
        return best;
    }

    private static double mean(List<Results.Group> groups) {
        return groups.stream()
                .flatMapToDouble(group -> group.summary("test_accuracy").mean().stream())
                .average()
                .orElse(0);
    }

    private void add(String label, Answers answers) {
        boolean alike = arms.values().stream().allMatch(other -> other.classes().equals(answers.classes()));
        if (!answers.isEmpty() && alike) {
            arms.put(label, answers);
        }
    }

    private static List<Confusion> partners(Results results, Results.Group group) {
        var keys = group.rows().stream()
                .map(row -> row.planned().floatBackpropagationKey())
                .collect(Collectors.toSet());
        return results.rows().stream()
                .filter(row -> keys.contains(row.record().key()))
                .map(row -> row.record().confusion())
                .toList();
    }

    /** The tables with their heading; none if no answers were counted. */
    List<PageElement> elements() {
        if (arms.isEmpty()) {
            return List.of();
        }
        var elements = new ArrayList<PageElement>();
        elements.add(new PageElement.Heading(2, "Class by class"));
        elements.add(new PageElement.Tabular(
                "How many of every 100 test examples of a class are answered right after the last epoch" + where
                        + ": mean over seeds and its " + confidence.words()
                        + " interval, which is cut off at 0 and 100."
                        + (where.isEmpty()
                                ? ""
                                : " At this point of the sweep the mean accuracy of all arms is highest.")
                        + sorted(),
                accuracies()));
        arms.forEach((label, answers) ->
                elements.add(new PageElement.Folded("What each class is taken for: " + label, taken(label, answers))));
        return elements;
    }

    private PageElement taken(String label, Answers answers) {
        return answers.classes().size() <= MOST_ROWS
                ? new PageElement.Tabular(
                        "Confusion of " + label + where
                                + ": of every 100 test examples of a class (row), how many get which answer (column),"
                                + " mean over seeds. Nothing stands for none.",
                        confusion(answers))
                : new PageElement.Tabular(
                        "Confusion of " + label + where + ": the " + MOST_ROWS
                                + " wrong answers that are given most often, of every 100 test examples of their class,"
                                + " mean over seeds.",
                        mistakes(answers));
    }

    private Answers first() {
        return arms.values().iterator().next();
    }

    private String sorted() {
        int classes = first().classes().size();
        return classes <= MOST_ROWS
                ? ""
                : " Of " + classes + " classes, the " + MOST_ROWS
                        + " with the lowest mean over all columns stand here, the lowest first.";
    }

    TextTable accuracies() {
        var header = new ArrayList<>(List.of("class", "test examples"));
        header.addAll(arms.keySet());
        var rows = new ArrayList<List<String>>();
        for (int k : chosen()) {
            var row = new ArrayList<>(
                    List.of(first().classes().get(k), Quantities.count((double) first().examples()[k])));
            for (var answers : arms.values()) {
                row.add(answers.accuracy(k)
                        .map(mean -> Tables.share(mean.times(100)))
                        .orElse("–"));
            }
            rows.add(row);
        }
        return new TextTable(header, rows);
    }

    /** All classes in order, or the worst of too many. */
    private List<Integer> chosen() {
        var all = IntStream.range(0, first().classes().size()).boxed().toList();
        return all.size() <= MOST_ROWS
                ? all
                : all.stream()
                        .filter(k -> first().examples()[k] > 0)
                        .sorted(Comparator.comparingDouble(this::meanOverArms))
                        .limit(MOST_ROWS)
                        .toList();
    }

    private double meanOverArms(int k) {
        return arms.values().stream()
                .flatMap(answers -> answers.accuracy(k).stream())
                .mapToDouble(mean -> mean.mean().orElse(0))
                .average()
                .orElse(1);
    }

    static TextTable confusion(Answers answers) {
        var header = new ArrayList<>(List.of("class"));
        header.addAll(answers.classes());
        var shares = answers.shares();
        var rows = new ArrayList<List<String>>();
        for (int truth = 0; truth < shares.length; truth++) {
            var row = new ArrayList<>(List.of(answers.classes().get(truth)));
            for (double share : shares[truth]) {
                row.add(share == 0 ? "" : NumberText.points(share, 1));
            }
            rows.add(row);
        }
        return new TextTable(header, rows);
    }

    /** Of many classes, the wrong answers that take the largest share of a class. */
    static TextTable mistakes(Answers answers) {
        var shares = answers.shares();
        int n = shares.length;
        var rows = IntStream.range(0, n * n)
                .filter(k -> k / n != k % n && shares[k / n][k % n] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -shares[k / n][k % n]))
                .limit(MOST_ROWS)
                .map(k -> List.of(
                        answers.classes().get(k / n),
                        answers.classes().get(k % n),
                        NumberText.points(shares[k / n][k % n], 1)))
                .toList();
        return new TextTable(List.of("class", "taken for", "of 100"), rows);
    }
}
