package org.ohmgrad.report.result;

import java.util.List;
import org.ohmgrad.report.text.Words;

/**
 * How many bits per cell an arm needs: the smallest width such that there and at every larger width of the sweep the
 * upper end of the 95 % interval of (float backpropagation - chip) is at most one point. If the largest width itself
 * fails, the answer is "more than" that width when the lower end of its interval is above one point, and "undecided"
 * otherwise.
 *
 * @param verdict which of the three
 * @param width the width found, or the largest of the sweep
 * @param floor whether {@code width} is the smallest of the sweep, so that fewer bits may do
 * @param sharp whether the next smaller width is shown to be too small (its lower end is above one point)
 * @param seeds number of seeds behind the largest width
 */
public record BitsNeeded(Verdict verdict, String width, boolean floor, boolean sharp, int seeds) {
    /** What the sweep shows. */
    public enum Verdict {
        /** This width and all larger ones stay within one point. */
        FROM,
        /** The largest width is more than one point below. */
        MORE_THAN,
        /** The intervals are too wide to tell. */
        UNDECIDED
    }

    /**
     * One width of a sweep.
     *
     * @param width its name, such as {@code 6} or {@code continuous}
     * @param gap float backpropagation less chip
     */
    public record Width(String width, PairedGap gap) {}

    /**
     * Applies the definition.
     *
     * @param widths widths of the sweep, smallest first, at least one
     * @return what they show
     */
    public static BitsNeeded of(List<Width> widths) {
        int first = widths.size();
        while (first > 0 && widths.get(first - 1).gap().withinOnePoint()) {
            first--;
        }
        var largest = widths.get(widths.size() - 1);
        int seeds = largest.gap().difference().n();
        if (first < widths.size()) {
            boolean floor = first == 0;
            boolean sharp = !floor && widths.get(first - 1).gap().beyondOnePoint();
            return new BitsNeeded(Verdict.FROM, widths.get(first).width(), floor, sharp, seeds);
        }
        var verdict = largest.gap().beyondOnePoint() ? Verdict.MORE_THAN : Verdict.UNDECIDED;
        return new BitsNeeded(verdict, largest.width(), false, false, seeds);
    }

    /**
     * Whether the sweep answers the question.
     *
     * @return false only if undecided
     */
    public boolean decided() {
        return verdict != Verdict.UNDECIDED;
    }

    /**
     * The entry of a table.
     *
     * @return such as {@code 5}, {@code 2 or fewer}, {@code 5 (fewer: undecided)}, {@code more than 8}, {@code undecided with 3 seeds}
     */
    public String text() {
        return switch (verdict) {
            case FROM -> width + (floor ? " or fewer" : sharp ? "" : " (fewer: undecided)");
            case MORE_THAN -> "more than " + width;
            case UNDECIDED -> "undecided with " + Words.count(seeds, "seed");
        };
    }
}
