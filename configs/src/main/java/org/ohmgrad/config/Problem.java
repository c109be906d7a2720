package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * One mistake in a settings file.
 *
 * @param file the file that holds the mistake, as the user would name it
 * @param line its line, from 1
 * @param column its column in characters, from 1
 * @param pointer JSON pointer of the value inside that file; empty for the whole file
 * @param rule the rule it breaks, in words
 */
public record Problem(Path file, int line, int column, String pointer, String rule) implements Comparable<Problem> {
    private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::pointer)
            .thenComparing(Problem::rule);

    private static final String ONE = "with this value of ";
    private static final String SEVERAL = "with these values of ";

    /**
     * A problem of values that were put in elsewhere and do not fit together with what is there.
     *
     * @param at the value to be blamed
     * @param pointers where values were put in; at least one
     * @param broken the problem as it would be without them
     * @return the problem of the value
     */
    public static Problem together(Place at, List<String> pointers, Problem broken) {
        return at.problem((pointers.size() == 1 ? ONE : SEVERAL) + String.join(" and ", pointers) + ", " + broken);
    }

    /** Whether another problem is one of the same value. */
    public boolean isAtSamePlace(Problem other) {
        return file.equals(other.file) && line == other.line && column == other.column && pointer.equals(other.pointer);
    }

    /** Whether several values were put in, of which not all may have to do with it. */
    public boolean isOfSeveralValues() {
        return rule.startsWith(SEVERAL);
    }

    /**
     * Whether this is what another problem says, of one of its values alone.
     *
     * @param other a problem of several values
     * @return true if this names one value and the same broken rule
     */
    public boolean says(Problem other) {
        int end = rule.indexOf(", ");
        return rule.startsWith(ONE) && end >= 0 && other.rule.contains(rule.substring(end));
    }

    /** Reading order: by file, then line, then column. */
    @Override
    public int compareTo(Problem other) {
        return READING_ORDER.compare(this, other);
    }

    /**
     * For example {@code configs/x.json:12:5: /chip/cell/bits: must lie in [2, 10] but is 11}. A key that is a pointer
     * itself stands in quotes, as in the file: {@code /sweep/"/chip/cell/bits"/2}.
     */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (pointer.isEmpty() ? "" : Pointers.shown(pointer) + ": ")
                + rule;
    }
}
