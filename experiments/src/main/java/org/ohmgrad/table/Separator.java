package org.ohmgrad.table;

/** What parts the fields of a row. */
public enum Separator {
    /** No number contains one. */
    SEMICOLON(';', "a semicolon"),
    /** No number contains one. */
    TAB('\t', "a tab"),
    /** Numbers then have decimal points. */
    COMMA(',', "a comma"),
    /** Any number of blanks and tabs. */
    BLANK(' ', "a blank"),
    /** The table has one column. */
    NONE('\0', "nothing");

    private final char mark;
    private final String word;

    Separator(char mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    /** Whether a character parts two fields. */
    boolean is(char c) {
        return this == BLANK ? c == ' ' || c == '\t' : c == mark && this != NONE;
    }

    /** Whether a character around a field is no part of it. */
    boolean pads(char c) {
        return c != '\n' && c != '\r' && !is(c) && Character.isWhitespace(c);
    }

    /** As messages call it. */
    String word() {
        return word;
    }
}
