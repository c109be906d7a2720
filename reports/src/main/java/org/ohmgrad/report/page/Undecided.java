package org.ohmgrad.report.page;

import java.util.Comparator;
import java.util.List;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/** Why a gap is not decided, in words. */
final class Undecided {
    private static final int MANY = 100;

    private Undecided() {}

    /** A clause on a gap that is measured at some place. */
    static String clause(String place, PairedGap gap) {
        var difference = gap.difference();
        int n = difference.n();
        var at = place.isEmpty() ? "" : " at " + place;
        if (n == 0) {
            return "there are no results" + at + " yet";
        }
        var mean = "the gap" + at + " is " + NumberText.points(difference.mean().orElseThrow(), 2) + " points";
        if (n == 1) {
            return mean + " with one seed, which has no interval";
        }
        return gap.isCoincidence()
                ? mean + " with each of " + n + " seeds, " + coincidence(gap)
                : mean + ", anything from " + range(difference) + " with " + n + " seeds (" + quantile(difference)
                        + more(difference) + ")";
    }

    /** Why an interval of no width decides nothing. */
    private static String coincidence(PairedGap gap) {
        return gap.isCoarse()
                ? "which decides nothing: " + coarse(gap.examples())
                : "a coincidence of counts that decides nothing";
    }

    /** What one example of a small test part is worth. */
    static String coarse(long examples) {
        return "the test part has " + Words.count(examples, "example") + ", so that one example is "
                + NumberText.points(1.0 / examples, 1) + " points";
    }

    private static String range(MeanInterval difference) {
        return NumberText.points(difference.lower().orElseThrow(), 2) + " to "
                + NumberText.points(difference.upper().orElseThrow(), 2);
    }

    private static String quantile(MeanInterval difference) {
        return "t = " + NumberText.fixed(difference.quantile(), 2);
    }

    private static String more(MeanInterval difference) {
        int seeds = difference.seedsToTellFrom(PairedGap.ONE_POINT, MANY);
        return "; " + (seeds > MANY ? "more than " + MANY : "about " + seeds) + " seeds of this scatter would decide";
    }

    /** What follows in such a sentence; empty if one test example is at most a point. */
    static String reason(List<PairedGap> alike) {
        return alike.stream()
                .filter(PairedGap::isCoarse)
                .min(Comparator.comparingLong(PairedGap::examples))
                .map(gap -> ": " + coarse(gap.examples()))
                .orElse("");
    }

    /** Why none of some gaps is decided, in sentences with a space before each. */
    static String reasons(List<PairedGap> gaps) {
        var known = gaps.stream().filter(gap -> gap.difference().n() > 0).toList();
        var alike = known.stream().filter(PairedGap::isCoincidence).toList();
        var wide = known.stream()
                .filter(gap -> gap.difference().n() > 1 && !gap.isCoincidence())
                .toList();
        var text = new StringBuilder();
        if (known.stream().anyMatch(gap -> gap.difference().n() == 1)) {
            text.append(" One seed has no interval: run more, with --seeds 5 for example.");
        }
        if (!alike.isEmpty()) {
            text.append(" In ")
                    .append(alike.size())
                    .append(" of ")
                    .append(Words.count(known.size(), "comparison"))
                    .append(" all seeds give the same gap, a coincidence of counts that decides nothing")
                    .append(reason(alike))
                    .append('.');
        }
        wide.stream()
                .map(PairedGap::difference)
                .min(Comparator.comparingDouble(gap -> gap.halfWidth().orElseThrow()))
                .ifPresent(gap -> text.append(" The narrowest interval reaches from ")
                        .append(range(gap))
                        .append(" points, with ")
                        .append(Words.count(gap.n(), "seed"))
                        .append(" (")
                        .append(quantile(gap))
                        .append(more(gap))
                        .append(")."));
        return text.toString();
    }
}
