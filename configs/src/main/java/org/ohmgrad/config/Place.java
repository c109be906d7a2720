package org.ohmgrad.config;

import java.nio.file.Path;

/**
 * Where a value stands.
 *
 * @param file the file
 * @param line line from 1
 * @param column column in characters, from 1
 * @param pointer JSON pointer inside the file, empty for its root
 */
public record Place(Path file, int line, int column, String pointer) {
    /** The beginning of a file. */
    public static Place top(Path file) {
        return new Place(file, 1, 1, "");
    }

    /** The pointer for people: keys with a slash stand in quotes as in the file. */
    public String shown() {
        return pointer.isEmpty() ? "" : Pointers.shown(pointer);
    }

    /** Whether this is a place inside a value. */
    boolean isIn(Place value) {
        return file.equals(value.file) && Pointers.isAtOrUnder(pointer, value.pointer);
    }

    /** The same line and column, for a value that would stand under this one. */
    Place child(String name) {
        return new Place(file, line, column, Pointers.child(pointer, name));
    }

    /**
     * A problem at this place.
     *
     * @param rule the broken rule in words
     * @return the problem
     */
    public Problem problem(String rule) {
        return new Problem(file, line, column, pointer, rule);
    }
}
