package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values after RFC 4180; a line ends with CR LF, LF or CR, and empty lines at the end do not count. */
final class Csv {
    /** The fields of one row and the line on which it begins, counted from 1. */
    record Row(int line, List<String> fields) {}

    private final Source source;
    private final String text;
    private int at;
    private int line = 1;

    private Csv(Source source, String text) {
        this.source = source;
        this.text = text;
    }

    /** All rows, the header among them. */
    static List<Row> rows(Source source, String text) {
        var csv = new Csv(source, withoutLastBreaks(text));
        var rows = new ArrayList<Row>();
        while (!csv.atEnd()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private static String withoutLastBreaks(String text) {
        int end = text.length();
        while (end > 0 && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private Row row() {
        int first = line;
        var fields = new ArrayList<String>();
        do {
            fields.add(next('"') ? quoted() : plain());
        } while (skip(','));
        endRow();
        return new Row(first, fields);
    }

    private void endRow() {
        boolean carriageReturn = skip('\r');
        boolean ended = skip('\n') || carriageReturn || atEnd();
        if (!ended) {
            throw source.refuse(line, "after a closing quotation mark a comma or the line's end must follow");
        }
        line++;
    }

    private String plain() {
        int from = at;
        while (!atEnd() && !next(',') && !isBreak(text.charAt(at))) {
            if (next('"')) {
                throw source.refuse(line, "a field with a quotation mark inside must stand in quotation marks itself");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int opened = line;
        var field = new StringBuilder();
        at++;
        while (!atEnd()) {
            char c = text.charAt(at++);
            if (c == '"' && !skip('"')) {
                return field.toString();
            }
            line += c == '\n' ? 1 : 0;
            field.append(c);
        }
        throw source.refuse(opened, "a quotation mark opens here and is never closed");
    }

    private boolean skip(char c) {
        boolean found = next(c);
        at += found ? 1 : 0;
        return found;
    }

    private boolean next(char c) {
        return !atEnd() && text.charAt(at) == c;
    }

    private boolean atEnd() {
        return at == text.length();
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
