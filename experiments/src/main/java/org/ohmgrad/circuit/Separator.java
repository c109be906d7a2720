package org.ohmgrad.circuit;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How a table parts its numbers, told by its first row: semicolons before tabs before commas before blanks, as no number
 * contains any of them but the comma. Where commas do not part numbers they are decimal commas, as spreadsheets write
 * them in most of Europe.
 */
enum Separator {
    SEMICOLON(';', true),
    TAB('\t', true),
    COMMA(',', false),
    BLANK(' ', false);

    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private final char mark;
    private final boolean decimalComma;

    Separator(char mark, boolean decimalComma) {
        this.mark = mark;
        this.decimalComma = decimalComma;
    }

    /** The one that the first row uses. */
    static Separator of(String row) {
        return Arrays.stream(values())
                .filter(separator -> row.strip().indexOf(separator.mark) >= 0)
                .findFirst()
                .orElse(COMMA);
    }

    /** A row in which one mark stands between two fields. */
    String evened(String row) {
        return this == BLANK ? BLANKS.matcher(row.strip()).replaceAll(" ") : row;
    }

    /** Where the field that begins at an index of an evened row ends. */
    int end(String row, int from) {
        int end = row.indexOf(mark, from);
        return end < 0 ? row.length() : end;
    }

    /** A field as Java spells numbers: without blanks around it, quotation marks around all of it, and decimal comma. */
    String plain(String field) {
        String bare = field.strip();
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        String inside = quoted ? bare.substring(1, bare.length() - 1).strip() : bare;
        return decimalComma ? inside.replace(',', '.') : inside;
    }
}
