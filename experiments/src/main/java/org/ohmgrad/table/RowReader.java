package org.ohmgrad.table;

import java.util.Arrays;

/**
 * The rows of a text, one at a time, parted into fields after RFC 4180. Lines that begin with # are comments, and lines without a
 * field that holds something are passed over. It holds one row at a time.
 */
final class RowReader implements AutoCloseable {
    private static final int LONGEST_FIELD = 1 << 16;
    /** A row of as many numbers as a table may hold, written with all their digits, is shorter. */
    private static final int LONGEST_ROW = 1 << 25;

    private final Source source;
    private final Characters in;
    private final Separator separator;
    private char[] text = new char[1 << 10];
    private int length;
    private int[] bounds = new int[128];
    private int fields;
    private int line;
    private int emptyLine;
    private boolean comment;
    private long passed;
    private int markAt;

    RowReader(InputFile file, Separator separator) {
        this.source = file.source();
        this.in = new Characters(file);
        this.separator = separator;
    }

    /** Goes to the next row or comment; false after the last. */
    boolean next() {
        emptyLine = 0;
        do {
            if (in.peek() == Characters.END) {
                return false;
            }
            readRow();
            emptyLine = isBlank() && emptyLine == 0 ? line : emptyLine;
        } while (isBlank());
        return true;
    }

    /** Line on which the row begins, counted from 1. */
    int line() {
        return line;
    }

    /** Line of the first empty row between this row and the one before; 0 if there is none. */
    int emptyLine() {
        return emptyLine;
    }

    /** Characters of all rows so far. */
    long passed() {
        return passed;
    }

    /** Whether this is a comment, not a row. */
    boolean isComment() {
        return comment;
    }

    /** Number of fields, empty ones at the end included. */
    int fields() {
        return fields;
    }

    /** Number of fields up to the last that holds something. */
    int filledFields() {
        int filled = fields;
        while (filled > 0 && isEmpty(filled - 1)) {
            filled--;
        }
        return filled;
    }

    /** Whether a field holds nothing, or is beyond the last. */
    boolean isEmpty(int field) {
        return field >= fields || bounds[2 * field] == bounds[2 * field + 1];
    }

    /** A field without blanks around it; empty beyond the last. */
    String text(int field) {
        return field < fields ? new String(text, bounds[2 * field], bounds[2 * field + 1] - bounds[2 * field]) : "";
    }

    /** The decimal mark of a field that is a number: '.' or ',', and 0 for none; -1 if it is no number. */
    int mark(int field) {
        int to = field < fields ? bounds[2 * field + 1] : 0;
        markAt = field < fields ? Numeral.mark(text, bounds[2 * field], to) : -1;
        return markAt < 0 ? -1 : markAt == to ? 0 : text[markAt];
    }

    /** The value of a field that is a number, of which {@link #mark} was asked last. */
    double value(int field) {
        return Numeral.value(text, bounds[2 * field], bounds[2 * field + 1], markAt);
    }

    private boolean isBlank() {
        return filledFields() == 0;
    }

    private void readRow() {
        line = in.line();
        fields = 0;
        length = 0;
        skipPadding(true);
        comment = in.peek() == '#';
        do {
            readField();
        } while (endsAtSeparator());
        passed += length;
        // Excel names the separator on a line of its own.
        comment |= line == 1 && fields > 0 && text(0).startsWith("sep=");
    }

    /** Passes what ends a field; whether another field follows. */
    private boolean endsAtSeparator() {
        int c = in.next();
        if (separator != Separator.BLANK || c == '\n' || c == Characters.END) {
            return c != '\n' && c != Characters.END;
        }
        skipPadding(true);
        return in.peek() != '\n' && in.peek() != Characters.END;
    }

    private void skipPadding(boolean separators) {
        while (in.peek() != Characters.END && isPadding((char) in.peek(), separators)) {
            in.next();
        }
    }

    private boolean isPadding(char c, boolean separators) {
        return separator.pads(c) || (separators && separator == Separator.BLANK && separator.is(c));
    }

    private void readField() {
        skipPadding(false);
        int from = length;
        if (!comment && in.peek() == '"') {
            readQuoted();
        } else {
            readPlain();
        }
        addField(from);
    }

    private void readPlain() {
        int from = length;
        for (int c = in.peek(); !endsField(c); c = in.peek()) {
            if (c == '"' && !comment) {
                throw source.refuse(line, "a field with a quotation mark inside must stand in quotation marks itself");
            }
            append(from, (char) in.next());
        }
    }

    private void readQuoted() {
        int from = length;
        int opened = in.line();
        in.next();
        for (int c = in.next(); c != '"' || in.peek() == '"'; c = in.next()) {
            if (c == Characters.END) {
                throw source.refuse(opened, "a quotation mark opens here and is never closed");
            }
            append(from, (char) (c == '"' ? in.next() : c));
        }
        skipPadding(false);
        if (!endsField(in.peek())) {
            throw source.refuse(
                    line, "after a closing quotation mark " + separator.word() + " or the line's end must follow");
        }
    }

    private boolean endsField(int c) {
        return c == Characters.END || c == '\n' || separator.is((char) c);
    }

    private void append(int from, char c) {
        if (length - from == LONGEST_FIELD) {
            throw source.refuse(
                    line,
                    "a field is longer than " + LONGEST_FIELD + " characters: \""
                            + Source.shown(new String(text, from, 1000)) + "\"");
        }
        if (length == LONGEST_ROW) {
            throw source.refuse(line, "the line is too long, no table needs as much");
        }
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = c;
    }

    private void addField(int start) {
        int from = start;
        int to = length;
        while (from < to && Character.isWhitespace(text[from])) {
            from++;
        }
        while (from < to && Character.isWhitespace(text[to - 1])) {
            to--;
        }
        if (2 * fields == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * fields);
        }
        bounds[2 * fields] = from;
        bounds[2 * fields + 1] = to;
        fields++;
    }

    @Override
    public void close() {
        in.close();
    }
}
