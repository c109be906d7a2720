package org.ohmgrad.table;

/**
 * Where a table comes from, as messages name it.
 *
 * @param name the file
 * @param help how to get a sound one; may be empty
 */
public record Source(String name, String help) {
    private static final int LONGEST_QUOTE = 80;

    /** Data that is part of the program. */
    public static Source shipped(String name) {
        return new Source(name + " (part of the program)", "build the program again");
    }

    /** The refusal of the whole file, to be thrown by the caller. */
    public TableException refuse(String problem) {
        return new TableException(sentence(problem));
    }

    /** The refusal of the whole file because of a failure. */
    public TableException refuse(String problem, Exception cause) {
        return new TableException(sentence(problem), cause);
    }

    /** The refusal of one line, counted from 1. */
    public TableException refuse(int line, String problem) {
        return new TableException(name + ":" + line + ": " + problem);
    }

    /** A field as a message may show it: at most 80 characters of it, and none that a terminal obeys. */
    public static String shown(String field) {
        String start = field.substring(0, Math.min(field.length(), LONGEST_QUOTE));
        return start.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?") + (field.length() > LONGEST_QUOTE ? "..." : "");
    }

    private String sentence(String problem) {
        return name + " " + problem + (help.isEmpty() ? "" : "; " + help);
    }
}
