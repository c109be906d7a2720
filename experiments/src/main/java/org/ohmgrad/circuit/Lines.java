package org.ohmgrad.circuit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a text file, none of them longer than memory bears; they end with CR LF, LF or CR. */
final class Lines implements AutoCloseable {
    /** A line of as many numbers as a table may hold, written with all their digits, is shorter. */
    private static final int LONGEST = 1 << 25;

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Path file;
    private final BufferedReader in;
    private int number;

    private Lines(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    static Lines of(Path file) {
        if (Files.isDirectory(file)) {
            throw new CircuitException(file + " is a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw new CircuitException(file + " does not exist");
        }
        try {
            // This decoder refuses what is not UTF-8, where one made from a charset would guess.
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new Lines(file, new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The next line without its end; empty after the last. */
    Optional<String> next() {
        try {
            number++;
            return line();
        } catch (CharacterCodingException e) {
            throw new CircuitException(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Number of the last line, counted from 1. */
    int number() {
        return number;
    }

    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        if (number == 1 && c == BYTE_ORDER_MARK) {
            c = in.read();
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
            if (line.length() == LONGEST) {
                throw new CircuitException(file + ":" + number + ": the line is too long, no table needs as much");
            }
            line.append((char) c);
        }
        if (c == '\r') {
            skipLineFeed();
        }
        return Optional.of(line.toString());
    }

    private void skipLineFeed() throws IOException {
        in.mark(1);
        if (in.read() != '\n') {
            in.reset();
        }
    }

    private static CircuitException unreadable(Path file, IOException e) {
        return new CircuitException(file + " cannot be read (" + e + ")", e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
