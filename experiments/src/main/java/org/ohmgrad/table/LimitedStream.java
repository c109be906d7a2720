package org.ohmgrad.table;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends with a refusal where a file is damaged or larger than it may be. */
final class LimitedStream extends FilterInputStream {
    private final InputFile file;
    private long read;

    LimitedStream(InputFile file, InputStream in) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            int got = in.read(bytes, from, length);
            read += Math.max(0, got);
            file.requireSize(read);
            return got;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** What a failure means. */
    static String words(IOException e) {
        if (e instanceof EOFException) {
            return "is cut off: its gzip stream has no end";
        }
        return e instanceof ZipException
                ? "is damaged: its gzip stream cannot be unpacked (" + e.getMessage() + ")"
                : "cannot be read (" + e + ")";
    }
}
