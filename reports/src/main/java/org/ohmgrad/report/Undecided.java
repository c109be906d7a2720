package org.ohmgrad.report;

import java.util.Comparator;
import java.util.List;

/** Why a gap is not decided, in words. */
final class Undecided {
    private static final int MANY = 100;

    private Undecided() {}

    /** A clause that goes on after the name of an arm. */
    static String clause(PairedGap gap) {
        var difference = gap.difference();
        int n = difference.n();
        if (n == 0) {
            return "which has no results there yet";
        }
        var mean = Numbers.points(difference.mean().orElseThrow(), 2) + " points";
        if (n == 1) {
            return "whose gap is " + mean + " with the one seed, and one seed has no interval";
        }
        if (gap.isCoincidence()) {
            return "whose gap is " + mean + " with each of " + n
                    + " seeds, a coincidence of counts that decides nothing";
        }
        return "whose gap of " + mean + " may be anything from " + range(difference) + " with " + n + " seeds ("
                + quantile(n) + more(difference) + ")";
    }

    private static String range(MeanInterval difference) {
        return Numbers.points(difference.lower().orElseThrow(), 2) + " to "
                + Numbers.points(difference.upper().orElseThrow(), 2);
    }

    private static String quantile(int n) {
        return "t = " + Numbers.fixed(MeanInterval.quantile(n), 2);
    }

    private static String more(MeanInterval difference) {
        int seeds = difference.seedsToTellFrom(PairedGap.ONE_POINT, MANY);
        return "; if they go on scattering like this, " + (seeds > MANY ? "more than " + MANY : "about " + seeds)
                + " would decide";
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
                    .append(known.size())
                    .append(" comparisons all seeds give the same gap, a coincidence of counts that decides nothing.");
        }
        wide.stream()
                .map(PairedGap::difference)
                .min(Comparator.comparingDouble(gap -> gap.halfWidth().orElseThrow()))
                .ifPresent(gap -> text.append(" The narrowest interval reaches from ")
                        .append(range(gap))
                        .append(" points, with ")
                        .append(gap.n())
                        .append(" seeds (")
                        .append(quantile(gap.n()))
                        .append(more(gap))
                        .append(")."));
        return text.toString();
    }
}
