package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.Results;

/** What the test examples of one arm at one point were taken for, over its seeds. */
final class Answers {
    private final Confidence confidence;
    private final List<Confusion> seeds;
    private final List<String> classes;

    private Answers(Confidence confidence, List<Confusion> seeds) {
        this.confidence = confidence;
        this.seeds = seeds;
        this.classes = seeds.isEmpty() ? List.of() : seeds.get(0).classes();
    }

    /** The answers of the seeds that counted them; of seeds whose classes are others, none. */
    static Answers of(Results.Group group) {
        return of(
                group.confidence(),
                group.rows().stream().map(row -> row.record().confusion()).toList());
    }

    static Answers of(Confidence confidence, List<Confusion> runs) {
        var counted = runs.stream().filter(confusion -> !confusion.isEmpty()).toList();
        return new Answers(
                confidence,
                counted.stream()
                        .filter(confusion ->
                                confusion.classes().equals(counted.get(0).classes()))
                        .toList());
    }

    boolean isEmpty() {
        return seeds.isEmpty();
    }

    /** Names of the classes, in order. */
    List<String> classes() {
        return classes;
    }

    /** How many test examples each class has in one run. */
    long[] examples() {
        return seeds.get(0).examples();
    }

    /** Names of the classes that test examples have and that no seed ever answers. */
    List<String> neverAnswered() {
        if (isEmpty()) {
            return List.of();
        }
        var answered = new boolean[classes.size()];
        seeds.forEach(run -> run.counts().forEach(count -> answered[count.answer()] = true));
        long[] examples = examples();
        return IntStream.range(0, classes.size())
                .filter(k -> examples[k] > 0 && !answered[k])
                .mapToObj(classes::get)
                .toList();
    }

    /** The share of a class' test examples that are answered right, over seeds; empty if it has none. */
    Optional<MeanInterval> accuracy(int of) {
        double examples = examples()[of];
        if (examples == 0) {
            return Optional.empty();
        }
        var shares = new ArrayList<Double>();
        for (var run : seeds) {
            long right = run.counts().stream()
                    .filter(count -> count.truth() == of && count.answer() == of)
                    .mapToLong(Confusion.Count::examples)
                    .sum();
            shares.add(right / examples);
        }
        return Optional.of(MeanInterval.of(confidence, shares));
    }

    /** Right classes x answers, a share of the right class' examples, mean over seeds; 0 of a class without any. */
    double[][] shares() {
        int n = classes.size();
        var shares = new double[n][n];
        long[] examples = examples();
        for (var run : seeds) {
            run.counts()
                    .forEach(count -> shares[count.truth()][count.answer()] +=
                            count.examples() / (double) examples[count.truth()] / seeds.size());
        }
        return shares;
    }
}
