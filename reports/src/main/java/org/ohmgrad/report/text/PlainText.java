package org.ohmgrad.report.text;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Text that only says something. Titles, labels and names of files may hold characters that command whatever shows them: escape
 * sequences move a terminal's cursor, marks of direction let words trade places, and some characters no XML may hold.
 */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The text for a file: a replacement character stands for each such character; lines end with line feeds. */
    public static String of(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return withEach(lines, c -> Character.toString(REPLACEMENT));
    }

    /** The same on one line. */
    public static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    /**
     * The text for a terminal: each such character is named, as in {@code \u005cu001b}, so that a reader sees what is there. Line
     * feeds and tabs stay.
     */
    public static String named(String text) {
        return withEach(text, c -> String.format(Locale.ROOT, "\\u%04x", c)).replace("\\u000d\n", "\r\n");
    }

    private static String withEach(String text, IntFunction<String> instead) {
        if (text.codePoints().noneMatch(PlainText::commands)) {
            return text;
        }
        var plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.append(commands(c) ? instead.apply(c) : Character.toString(c)));
        return plain.toString();
    }

    private static boolean commands(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean direction = isWithin(c, 0x202A, 0x202E) || isWithin(c, 0x2066, 0x2069);
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || isWithin(c, 0xFDD0, 0xFDEF);
        return control || direction || noCharacter || isWithin(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    private static boolean isWithin(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
