package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.SortedMap;

/**
 * How far results stay below their partners of the same seed: mean of (reference - result) over the seeds that both
 * have, with its interval. The interval covers the choice of seeds, not that of test images.
 *
 * @param difference mean difference and interval, in the unit of the results (accuracy: a fraction)
 * @param examples how many test examples one result is a share of; 0 if that is not known
 */
public record PairedGap(MeanInterval difference, long examples) {
    /** One point of accuracy, as a fraction. */
    public static final double ONE_POINT = 0.01;

    private static final double SAME = 1e-8;

    /**
     * A gap of results whose test part is not known.
     *
     * @param difference mean difference and interval
     */
    public PairedGap(MeanInterval difference) {
        this(difference, 0);
    }

    /**
     * The same gap, of results that are shares of so many test examples.
     *
     * @param testExamples how many; 0 if that is not known
     * @return the gap
     */
    public PairedGap over(long testExamples) {
        return new PairedGap(difference, testExamples);
    }

    /**
     * Pairs by seed.
     *
     * @param confidence how sure the interval is
     * @param reference seed to the partner's result
     * @param result seed to the result
     * @return the gap; a seed that only one side has is left out
     */
    public static PairedGap between(
            Confidence confidence, SortedMap<Long, Double> reference, SortedMap<Long, Double> result) {
        var differences = new ArrayList<Double>();
        result.forEach((seed, value) -> {
            var partner = reference.get(seed);
            if (partner != null) {
                differences.add(partner - value);
            }
        });
        return new PairedGap(MeanInterval.of(confidence, differences));
    }

    /**
     * Whether all seeds differ by the same amount, and not by nothing in a fine test: accuracies are counts of a few test
     * examples, so that this is a coincidence, and an interval of no width decides nothing.
     */
    public boolean isCoincidence() {
        double width = difference.halfWidth().orElse(0);
        return difference.n() > 1
                && width < SAME
                && (isCoarse() || Math.abs(difference.mean().orElse(0)) > SAME);
    }

    /** Whether one test example is more than one point. */
    public boolean isCoarse() {
        return examples > 0 && examples * ONE_POINT < 1;
    }

    /**
     * Whether the results are shown to lie at most one point below.
     *
     * @return true if the upper end of the interval is at most one point, and the interval has a width or is zero in a test where one
     *     example is at most one point
     */
    public boolean withinOnePoint() {
        var upper = difference.upper();
        return upper.isPresent() && upper.getAsDouble() <= ONE_POINT && !isCoincidence();
    }

    /**
     * Whether the results are shown to lie more than one point below.
     *
     * @return true if the lower end of the interval is above one point, and the interval has a width
     */
    public boolean beyondOnePoint() {
        var lower = difference.lower();
        return lower.isPresent() && lower.getAsDouble() > ONE_POINT && !isCoincidence();
    }

    /** Whether the results are shown to lie below at all. */
    public boolean aboveZero() {
        var lower = difference.lower();
        return lower.isPresent() && lower.getAsDouble() > 0 && !isCoincidence();
    }

    /**
     * Whether either of the two is shown.
     *
     * @return false while the interval holds one point inside, or there is no interval
     */
    public boolean decided() {
        return withinOnePoint() || beyondOnePoint();
    }
}
