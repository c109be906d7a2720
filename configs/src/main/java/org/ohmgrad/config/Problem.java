package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Comparator;

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
        return file + ":" + line + ":" + column + ": " + (pointer.isEmpty() ? "" : Pointers.shown(pointer) + ": ") + rule;
    }
}
