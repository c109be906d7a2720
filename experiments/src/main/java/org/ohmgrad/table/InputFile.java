package org.ohmgrad.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A file to read, as often as it takes. It must be a regular file, so that reading ends, and neither it nor what it
 * unpacks to may have more bytes than a limit says. Gzip is undone and known by the content: names are often wrong after a
 * download.
 */
public final class InputFile {
    private final Source source;
    private final Opener opener;
    private final long most;

    /** Opens the bytes as they lie on the disk. */
    private interface Opener {
        InputStream open() throws IOException;
    }

    private InputFile(Source source, Opener opener, long most) {
        this.source = source;
        this.opener = opener;
        this.most = most;
    }

    /**
     * Looks at a file without reading it.
     *
     * @param help how to get a sound file, for messages; may be empty
     * @param most bytes that it may have, packed or not
     * @throws TableException if there is no such file, or a folder, a pipe or a device in its place, or it is too large
     */
    public static InputFile of(Path file, String help, long most) {
        Source source = new Source(file.toString(), help);
        if (Files.isDirectory(file)) {
            throw source.refuse("is a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw source.refuse("does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw source.refuse("is a pipe or a device; only a regular file can be read");
        }
        InputFile input = new InputFile(source, () -> Files.newInputStream(file), most);
        try {
            input.requireSize(Files.size(file));
        } catch (IOException e) {
            throw input.unreadable(e);
        }
        return input;
    }

    /** A file that is shipped beside a class. */
    public static InputFile shipped(Class<?> beside, String name) {
        return new InputFile(
                Source.shipped(name),
                () -> Objects.requireNonNull(beside.getResourceAsStream(name), name),
                Integer.MAX_VALUE);
    }

    /** What messages call it, without the help. */
    public Source source() {
        return new Source(source.name(), "");
    }

    /**
     * The content from its beginning, unpacked. Reading throws a {@link TableException} where the file is damaged, cannot
     * be read or grows beyond the limit.
     */
    public InputStream open() {
        try {
            BufferedInputStream raw = new BufferedInputStream(opener.open(), 1 << 16);
            return new LimitedStream(this, isGzip(raw) ? new GZIPInputStream(raw, 1 << 16) : raw);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The whole content, unpacked. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Refuses what is larger than the limit. */
    void requireSize(long bytes) {
        if (bytes > most) {
            throw source.refuse(String.format(
                    Locale.ROOT, "is too large: at most %,d bytes are read, counted without compression", most));
        }
    }

    /** The refusal of a file because reading it failed. */
    TableException unreadable(IOException e) {
        return source.refuse(LimitedStream.words(e), e);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }
}
