package org.ohmgrad.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ohmgrad.random.Draws;
import org.ohmgrad.report.text.Words;

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

        /** The same parts, each in the order of a permutation. */
        private Rows inOrderOf(int[] permutation) {
            int[] place = new int[permutation.length];
            for (int k = 0; k < permutation.length; k++) {
                place[permutation[k]] = k;
            }
            for (int[] part : List.of(train, validation, test)) {
                int[] places =
                        Arrays.stream(part).map(row -> place[row]).sorted().toArray();
                Arrays.setAll(part, k -> permutation[places[k]]);
            }
            return this;
        }
    }

    /** The rule that both shares must keep together. */
    static final String SHARES_RULE = "must be below 1 together with validation";

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
            throw new DataException("of " + Words.count(order.length, "example") + " the shares " + validation
                    + " for validation and " + test + " for test leave none to train on; lower one of them");
        }
        return new Rows(order, validationCount, testCount);
    }

    /**
     * Deals out examples so that every part has its share of every class, as near as whole examples come to it, and every class
     * has an example to train on if that is possible.
     *
     * @param order a permutation of the examples
     * @param labels classes of the examples, by number of the example
     * @throws DataException if a part that was asked for would have no examples
     */
    Rows dealEvenly(int[] order, int... labels) {
        double[] ways = ways(order, labels);
        int[] even = Arrays.stream(order)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> ways[row]))
                .mapToInt(row -> row)
                .toArray();
        return deal(even).inOrderOf(order);
    }

    /** How far every example stands on the way through its class: cut anywhere, all classes are cut at the same share. */
    private static double[] ways(int[] order, int... labels) {
        int[] sizes = new int[Arrays.stream(labels).max().orElse(0) + 1];
        Arrays.stream(labels).forEach(label -> sizes[label]++);
        int[] passed = new int[sizes.length];
        double[] ways = new double[order.length];
        for (int row : order) {
            int size = sizes[labels[row]];
            int rank = passed[labels[row]]++;
            ways[row] = rank + 1 == size ? 1 : (rank + 0.5) / size;
        }
        return ways;
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
            throw new DataException("of " + Words.count(count, "example") + " the share " + share + " for " + part
                    + " is none; raise it or leave it out");
        }
        return taken;
    }
}
