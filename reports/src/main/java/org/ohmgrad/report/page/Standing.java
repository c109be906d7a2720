package org.ohmgrad.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.Results;

/**
 * How one arm stands beside float backpropagation at the values of an axis.
 *
 * @param steps one a value; along an ordered axis from its bad end to its good end
 */
record Standing(List<Step> steps) {
    /**
     * The arm at one value.
     *
     * @param value JSON text of the value
     * @param gap float backpropagation less chip
     * @param belowHalfway the middle between chance and float backpropagation, less chip; without seeds where chance is unknown
     * @param accuracy test accuracy, a fraction
     */
    record Step(String value, PairedGap gap, PairedGap belowHalfway, MeanInterval accuracy) {
        static Step of(String value, Results.Group group) {
            return new Step(
                    value,
                    group.gapBackpropagation(),
                    group.below(group.bySeed(Step::halfway)),
                    group.summary("test_accuracy"));
        }

        static Step missing(String value) {
            var none = MeanInterval.of();
            return new Step(value, new PairedGap(none), new PairedGap(none), none);
        }

        private static OptionalDouble halfway(Results.Row row) {
            var chance = row.record().confusion().chance();
            var reference = row.floatBackpropagation();
            return chance.isPresent() && reference.isPresent()
                    ? OptionalDouble.of((chance.getAsDouble() + reference.getAsDouble()) / 2)
                    : OptionalDouble.empty();
        }

        boolean isWithin() {
            return gap.withinOnePoint();
        }

        boolean isBeyond() {
            return gap.beyondOnePoint();
        }

        boolean isUndecided() {
            return gap.difference().n() > 0 && !gap.decided();
        }

        /** Whether the mean accuracy is shown to lie below the middle between chance and float backpropagation. */
        boolean isCollapsed() {
            return belowHalfway.aboveZero();
        }
    }

    /** What an ordered axis shows. */
    enum Verdict {
        /** From some value on to the good end, it stays within one point. */
        FROM,
        /** It is within one point nowhere, and more than one point below at the good end. */
        NEVER,
        /** It is within one point nowhere, and not decided at the good end. */
        OPEN,
        /** It is within one point somewhere, but not shown to be so at the good end. */
        MIXED
    }

    Verdict verdict() {
        if (first() < steps.size()) {
            return Verdict.FROM;
        }
        if (steps.stream().anyMatch(Step::isWithin)) {
            return Verdict.MIXED;
        }
        return best().isBeyond() ? Verdict.NEVER : Verdict.OPEN;
    }

    /** Index of the first step from which on all are within one point; the number of steps if the last is not. */
    int first() {
        int first = steps.size();
        while (first > 0 && steps.get(first - 1).isWithin()) {
            first--;
        }
        return first;
    }

    Step best() {
        return steps.get(steps.size() - 1);
    }

    /** The step whose gap is smallest by its mean; the best one if there are no results. */
    Step closest() {
        return steps.stream()
                .filter(step -> step.gap().difference().n() > 0)
                .min(Comparator.comparingDouble(
                        step -> step.gap().difference().mean().orElseThrow()))
                .orElse(best());
    }

    /** The steps right before those that stay within one point, as far as none is shown to be beyond. */
    List<String> undecidedBefore(int first) {
        int start = first;
        while (start > 0 && !steps.get(start - 1).isBeyond()) {
            start--;
        }
        return new Standing(steps.subList(start, first)).where(Step::isUndecided);
    }

    /** Whether a value is within one point and one nearer to the good end is not: both shown. */
    boolean isWithinBeforeBeyond() {
        int beyond = steps.size() - 1;
        while (beyond >= 0 && !steps.get(beyond).isBeyond()) {
            beyond--;
        }
        return steps.subList(0, Math.max(0, beyond)).stream().anyMatch(Step::isWithin);
    }

    boolean isDecidedSomewhere() {
        return steps.stream().anyMatch(step -> step.gap().decided());
    }

    /** Values of the steps of which something holds. */
    List<String> where(Predicate<Step> what) {
        return steps.stream().filter(what).map(Step::value).toList();
    }
}
