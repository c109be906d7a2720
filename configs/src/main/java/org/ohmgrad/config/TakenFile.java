package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * The file that was taken for a name in a settings file.
 *
 * @param at where the name stands
 * @param name the name as it is written
 * @param file the file that was taken, beside the one that names it or packaged
 * @param hides whether it stands beside that file and a packaged preset has the same name
 */
public record TakenFile(Place at, String name, Path file, boolean hides) implements Comparable<TakenFile> {
    private static final Comparator<TakenFile> READING_ORDER = Comparator.comparing(
                    (TakenFile taken) -> taken.at().problem(""))
            .thenComparing(TakenFile::name)
            .thenComparing(TakenFile::file);

    /** Reading order of the places. */
    @Override
    public int compareTo(TakenFile other) {
        return READING_ORDER.compare(this, other);
    }

    /** What a user should know who may have meant the preset. */
    public String note() {
        String where = at.pointer().isEmpty() ? "" : at.file() + ":" + at.line() + ": ";
        return where + CanonicalJson.quoted(name) + " is the file " + file
                + ", which hides the packaged preset of that name; write "
                + CanonicalJson.quoted("./" + name) + " to say that it is meant";
    }
}
