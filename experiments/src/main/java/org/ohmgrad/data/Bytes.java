package org.ohmgrad.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads whole files and undoes gzip, which it knows by the content: names are often wrong after a download. */
final class Bytes {
    private Bytes() {}

    /** The absolute path that a setting means. */
    static Path locate(Path base, String component, String path) {
        try {
            return base.resolve(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DataException("the dataset's " + component + " \"" + path + "\" is not a path on this system", e);
        }
    }

    /** The decoded content of a file. */
    static byte[] of(Path file, Source source) {
        if (Files.isDirectory(file)) {
            throw source.refuse("is a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw source.refuse("does not exist");
        }
        try {
            return decoded(Files.readAllBytes(file), source);
        } catch (IOException e) {
            throw source.refuse("cannot be read (" + e + ")", e);
        }
    }

    /** The decoded content of a file that is shipped beside this class. */
    static byte[] shipped(String name) {
        var source = Source.shipped(name);
        try (InputStream in = Objects.requireNonNull(Bytes.class.getResourceAsStream(name), name)) {
            return decoded(in.readAllBytes(), source);
        } catch (IOException e) {
            throw source.refuse("cannot be read (" + e + ")", e);
        }
    }

    /** The bytes as text, without a byte-order mark. */
    static String text(byte[] bytes, Source source) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw source.refuse("is not text in UTF-8", e);
        }
    }

    private static byte[] decoded(byte[] bytes, Source source) throws IOException {
        if (!isGzip(bytes)) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return in.readAllBytes();
        } catch (EOFException e) {
            throw source.refuse("is cut off: its gzip stream has no end", e);
        } catch (ZipException e) {
            throw source.refuse("is damaged: its gzip stream cannot be unpacked (" + e.getMessage() + ")", e);
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }
}
