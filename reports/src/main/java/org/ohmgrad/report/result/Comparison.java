package org.ohmgrad.report.result;

import java.util.List;

/**
 * An arm that does without the transposed read beside exact backpropagation, which makes it: at the same point, on the same
 * chip, with the same update scheme and seeds.
 *
 * @param exact the arm of backpropagation
 * @param other the one beside it
 */
public record Comparison(Results.Group exact, Results.Group other) {
    /** All that can be made among arms at one point, in order. */
    public static List<Comparison> among(List<Results.Group> groups) {
        return groups.stream()
                .filter(Comparison::isStandard)
                .flatMap(exact -> groups.stream()
                        .filter(other -> other.arm().chip().equals(exact.arm().chip()))
                        .filter(other -> other.arm().update().equals(exact.arm().update()))
                        .filter(other -> !HowItLearned.readsTransposed(other))
                        .map(other -> new Comparison(exact, other)))
                .toList();
    }

    private static boolean isStandard(Results.Group group) {
        return group.arm().isExact() && learnsAsAll(group) && HowItLearned.readsTransposed(group);
    }

    /** Whether an arm of backpropagation has the common training settings: its two float partners are then one. */
    private static boolean learnsAsAll(Results.Group exact) {
        return exact.rows().stream().map(Results.Row::planned).allMatch(run -> run.floatOwnKey()
                .equals(run.floatBackpropagationKey()));
    }

    /** How far the arm stays below backpropagation. */
    public PairedGap gap() {
        return other.below(exact.accuracies());
    }
}
