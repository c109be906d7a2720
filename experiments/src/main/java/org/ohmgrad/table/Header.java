package org.ohmgrad.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names of a table's columns, as people write them: capital letters, blanks, underscores and hyphens do not matter, and a unit
 * may follow in brackets or after a slash, as in "Conductance (S)" or "I / A".
 *
 * @param names the names, of the fields from 0 on; may be empty texts
 */
public record Header(List<String> names) {
    private static final Pattern WITH_UNIT = Pattern.compile("([^(\\[/]*)[(\\[/]\\s*([^)\\]]*?)\\s*[)\\]]?\\s*");

    /** Copies. */
    public Header(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * The column that has one of some names.
     *
     * @return its field; empty if there is none
     * @throws IllegalArgumentException if several have; its message names them
     */
    public OptionalInt find(String... aliases) {
        Set<String> wanted = Arrays.stream(aliases).map(Header::plain).collect(Collectors.toSet());
        int[] found = IntStream.range(0, names.size())
                .filter(field -> wanted.contains(plain(name(field))))
                .toArray();
        if (found.length > 1) {
            throw new IllegalArgumentException("the columns \"" + Source.shown(names.get(found[0])) + "\" and \""
                    + Source.shown(names.get(found[1])) + "\" mean the same");
        }
        return Arrays.stream(found).findFirst();
    }

    /** A column's name without its unit. */
    public String name(int field) {
        Matcher named = WITH_UNIT.matcher(names.get(field));
        return (named.matches() ? named.group(1) : names.get(field)).strip();
    }

    /** A column's unit as written; empty if the header gives none. */
    public String unit(int field) {
        Matcher named = WITH_UNIT.matcher(names.get(field));
        return named.matches() ? named.group(2).strip() : "";
    }

    /** All names, for a message. */
    public String listed() {
        return names.stream().map(Source::shown).collect(Collectors.joining(", "));
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
