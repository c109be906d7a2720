package org.ohmgrad.report.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream as bytes, parted by line feeds, by carriage returns, or by both together. */
final class ByteLines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private boolean afterReturn;
    private boolean ended = true;
    private long position;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; empty at the end of the stream, where no line follows the last line's end. */
    Optional<byte[]> next() throws IOException {
        var line = new ByteArrayOutputStream();
        ended = false;
        while (more()) {
            int start = at;
            while (at < filled && !isEnd(buffer[at])) {
                at++;
            }
            line.write(buffer, start, at - start);
            position += at - start;
            if (at < filled) {
                takeEnd();
                return Optional.of(line.toByteArray());
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    private static boolean isEnd(byte value) {
        return value == '\n' || value == '\r';
    }

    /** A line feed after a carriage return is part of the same end, and is taken when the next line is asked for. */
    private boolean more() throws IOException {
        if (at == filled && !fill()) {
            return false;
        }
        if (afterReturn && buffer[at] == '\n') {
            at++;
            position++;
            afterReturn = false;
            return more();
        }
        afterReturn = false;
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private void takeEnd() {
        afterReturn = buffer[at] == '\r';
        at++;
        position++;
        ended = true;
    }

    /** Whether the line just returned had an end. */
    boolean ended() {
        return ended;
    }

    /** Bytes from the start of the stream to the end of what was taken. */
    long position() {
        return position;
    }
}
