package org.ohmgrad.report.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the test examples of a run were taken for, counted in its last test. Only counts above zero are kept, so that a run of
 * many classes stays small.
 *
 * @param classes names of the classes; none if the answers were not counted, as by programs of before
 * @param counts at most one for each pair of classes, by right class, then by answer
 */
public record Confusion(List<String> classes, List<Count> counts) {
    /** Most classes of which answers are counted. */
    public static final int MOST_CLASSES = 1000;

    /**
     * Test examples of one class that were given one answer.
     *
     * @param truth their class, counted from 0
     * @param answer the class that the network gave them, counted from 0
     * @param examples how many, at least 1
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Count(int truth, int answer, long examples) {}

    /** Equals what is left out of a line: answers that were not counted. */
    static final class Uncounted {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Confusion confusion && confusion.isEmpty();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /**
     * Copies and sorts.
     *
     * @param classes names of the classes; none if the answers were not counted
     * @param counts at most one for each pair of classes
     * @throws IllegalArgumentException if a count is of no class, not above zero, or there twice
     */
    public Confusion {
        classes = List.copyOf(classes);
        counts = sorted(classes.size(), counts);
    }

    /** {@return what stands where the answers were not counted} */
    public static Confusion none() {
        return new Confusion(List.of(), List.of());
    }

    /**
     * The counts of a matrix.
     *
     * @param classes their names, in order
     * @param matrix right classes x answers, row-major; not modified
     * @return the counts
     */
    public static Confusion of(List<String> classes, long[] matrix) {
        var counts = new ArrayList<Count>();
        for (int k = 0; k < matrix.length; k++) {
            if (matrix[k] != 0) {
                counts.add(new Count(k / classes.size(), k % classes.size(), matrix[k]));
            }
        }
        return new Confusion(classes, counts);
    }

    private static List<Count> sorted(int classes, List<Count> counts) {
        var places = new TreeMap<Long, Count>();
        for (var count : counts) {
            boolean isThere = isClass(count.truth(), classes) && isClass(count.answer(), classes);
            if (!isThere || count.examples() < 1) {
                throw new IllegalArgumentException(
                        "a count of the confusion is of no class or not above zero: " + count);
            }
            if (places.put((long) count.truth() * classes + count.answer(), count) != null) {
                throw new IllegalArgumentException("two counts of the confusion are of the same classes: " + count);
            }
        }
        return List.copyOf(places.values());
    }

    private static boolean isClass(int index, int classes) {
        return index >= 0 && index < classes;
    }

    /** Whether the answers were not counted. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Whether another says the same, or one of the two says nothing. */
    boolean agrees(Confusion other) {
        return isEmpty() || other.isEmpty() || equals(other);
    }

    /** How many test examples each class has. */
    public long[] examples() {
        var examples = new long[classes.size()];
        counts.forEach(count -> examples[count.truth()] += count.examples());
        return examples;
    }

    /** How many test examples there are; 0 if answers were not counted. */
    public long total() {
        return counts.stream().mapToLong(Count::examples).sum();
    }

    /** What an answer that never changes gets right at best: the share of the most frequent class. Empty if not counted. */
    public OptionalDouble chance() {
        var most = Arrays.stream(examples()).max();
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(most.orElseThrow() / (double) total());
    }
}
