package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.ShortForm;

/**
 * How many seeds an arm gets at a point: as many as its questions need. Whether it lies within 1 point of float backpropagation is
 * one; another, where the report compares it with backpropagation on the same chip, whether it lies within 1 point of that.
 *
 * @param least number of seeds at the first look at the results, which also chooses tuned values; the next looks are after half as
 *     many more each, rounded up, and the last after {@code most}: after 3, 5, 8, 12 and 20 of at most 20. A look is left out where
 *     {@code most} is less than a quarter more
 * @param most number of seeds at the last look, after which a question stays undecided
 * @param until what ends an arm at a point before the last look: that all its questions are answered in one look, or that all its runs
 *     diverged. The looks share the 5 % of error equally (of five looks, each has intervals of 99 %), so that all together are
 *     wrong about a question no more often than one look would be
 */
public record Seeds(int least, int most, Until until) {
    /** What ends an arm at a point. */
    public enum Until {
        /** All its questions are answered. */
        DECIDED
    }

    private static final int MOST = 1000;

    /** Refuses numbers that leave nothing to decide by. */
    public Seeds {
        Check.that()
                .inRange("least", least, 1, MOST)
                .inRange("most", most, 1, MOST)
                .rule("most", most >= least, "must be at least as large as least (" + least + ") but is " + most)
                .rule(
                        "least",
                        least > 1 || most == 1,
                        "must be at least 2, as one seed has no interval, but is " + least)
                .holds();
    }

    /** The same number for all: one look. */
    @ShortForm(from = 1, to = MOST)
    public Seeds(int number) {
        this(number, number, Until.DECIDED);
    }

    /** After how many seeds it is looked, rising; empty if all runs are wanted before the only look. */
    List<Integer> looks() {
        List<Integer> looks = new ArrayList<>();
        for (int seeds = least; 4 * most >= 5 * seeds; seeds += (seeds + 1) / 2) {
            looks.add(seeds);
        }
        looks.add(most);
        return looks.size() > 1 ? looks : List.of();
    }
}
