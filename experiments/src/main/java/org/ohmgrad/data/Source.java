package org.ohmgrad.data;

/**
 * Where data comes from, as messages name it.
 *
 * @param name the file
 * @param help how to get a sound one; may be empty
 */
record Source(String name, String help) {
    /** Data that is part of the program. */
    static Source shipped(String name) {
        return new Source(name + " (part of the program)", "build the program again");
    }

    /** The refusal of the whole file, to be thrown by the caller. */
    DataException refuse(String problem) {
        return new DataException(sentence(problem));
    }

    /** The refusal of the whole file because of a failure. */
    DataException refuse(String problem, Exception cause) {
        return new DataException(sentence(problem), cause);
    }

    /** The refusal of one line, counted from 1. */
    DataException refuse(int line, String problem) {
        return new DataException(name + ":" + line + ": " + problem);
    }

    private String sentence(String problem) {
        return name + " " + problem + (help.isEmpty() ? "" : "; " + help);
    }
}
