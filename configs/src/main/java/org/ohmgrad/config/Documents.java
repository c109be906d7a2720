package org.ohmgrad.config;

/** JSON texts that stand in the program, not in a file of the user's. */
final class Documents {
    private Documents() {}

    /** Reads a text that the program itself wrote; a mistake in it is a mistake in the program. */
    static Json trusted(String text, Place place) {
        Problems problems = new Problems();
        Json json = TreeReader.value(text, place, problems);
        if (!problems.none()) {
            throw new IllegalArgumentException("the program's own JSON is broken: " + text);
        }
        return json;
    }
}
