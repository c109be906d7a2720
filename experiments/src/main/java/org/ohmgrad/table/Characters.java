package org.ohmgrad.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The characters of a text in UTF-8, one after the other, without its byte-order mark and with LF for any end of a line. */
final class Characters implements AutoCloseable {
    /** After the last character. */
    static final int END = -1;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputFile file;
    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private int line = 1;

    /** A text that is read to its end. */
    Characters(InputFile file) {
        // This decoder refuses what is not UTF-8, where one made from a charset would guess.
        this.in = new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder());
        this.file = file;
        if (peek() == BYTE_ORDER_MARK) {
            at++;
        }
    }

    /** Number of the line of the next character, counted from 1. */
    int line() {
        return line;
    }

    /** The next character, which stays the next; {@link #END} at the end. */
    int peek() {
        if (at == filled && !fill()) {
            return END;
        }
        return buffer[at] == '\r' ? '\n' : buffer[at];
    }

    /** The next character, which is then past. */
    int next() {
        int c = peek();
        if (c == END) {
            return END;
        }
        if (buffer[at++] == '\r' && (at < filled || fill()) && buffer[at] == '\n') {
            at++;
        }
        line += c == '\n' ? 1 : 0;
        return c;
    }

    private boolean fill() {
        try {
            at = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            return filled > 0;
        } catch (CharacterCodingException e) {
            throw file.source().refuse("is not text in UTF-8", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
