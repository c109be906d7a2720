package org.ohmgrad.data;

import java.util.Arrays;
import org.ohmgrad.random.Draws;

/**
 * Deals examples to the three parts: a seeded permutation, cut at the shares. The test part is cut first, so another
 * validation share leaves it as it was.
 */
record Split(double validation, double test, long seed) {
    /** Which examples are in which part, each part in random order. */
    static final class Rows {
        final int[] train;
        final int[] validation;
        final int[] test;

        private Rows(int[] order, int validationCount, int testCount) {
            test = Arrays.copyOfRange(order, 0, testCount);
            validation = Arrays.copyOfRange(order, testCount, testCount + validationCount);
            train = Arrays.copyOfRange(order, testCount + validationCount, order.length);
        }
    }

    /** The rule that both shares must keep together. */
    static final String SHARES_RULE = "and validation must together be below 1";

    /** Whether something is left to train on. */
    static boolean leavesTraining(double validation, double test) {
        return validation + test < 1;
    }

    /**
     * Deals out examples 0 to count - 1.
     *
     * @param order a permutation of the examples
     * @throws DataException if a part that was asked for would have no examples
     */
    Rows deal(int[] order) {
        int validationCount = share("validation", validation, order.length);
        int testCount = share("test", test, order.length);
        if (validationCount + testCount >= order.length) {
            throw new DataException("of " + order.length + " examples the shares " + validation + " for validation and "
                    + test + " for test leave none to train on; lower one of them");
        }
        return new Rows(order, validationCount, testCount);
    }

    /** The examples of a table or of the training files in random order. */
    int[] order(int count) {
        return new Draws(seed, "data/split").permutation(0, count);
    }

    /** The examples of separate test files in random order. */
    int[] testOrder(int count) {
        return new Draws(seed, "data/split").permutation(1, count);
    }

    private static int share(String part, double share, int count) {
        int taken = (int) Math.rint(share * count);
        if (share > 0 && taken == 0) {
            throw new DataException("of " + count + " examples the share " + share + " for " + part
                    + " is none; raise it or leave it out");
        }
        return taken;
    }
}
