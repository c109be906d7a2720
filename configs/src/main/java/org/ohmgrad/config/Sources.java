package org.ohmgrad.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the texts come from: the file system, or the packaged catalogue under the path {@code (packaged)}. */
final class Sources {
    static final int LARGEST = 5_000_000;

    private Sources() {}

    /** Reads one file into a tree; what is wrong with it goes to the problems. */
    static Json read(Path file, Problems problems) {
        Place top = Place.top(file);
        try {
            Optional<byte[]> bytes = bytes(file);
            if (bytes.isEmpty()) {
                return refuse(top, missing(file), problems);
            }
            return decode(bytes.get(), top, problems);
        } catch (IOException e) {
            return refuse(top, "cannot be read: " + e, problems);
        }
    }

    private static Json refuse(Place top, String rule, Problems problems) {
        problems.add(top.problem(rule));
        return new Json.Unreadable(top);
    }

    private static String missing(Path file) {
        if (Files.isDirectory(file)) {
            return "is a folder, not a file";
        }
        boolean elsewhere = file.isAbsolute();
        Path named = Catalogue.isPackaged(file) ? Catalogue.nameOf(file) : file;
        List<String> near = elsewhere
                ? Names.nearest(String.valueOf(file.getFileName()), jsonNames(file.resolveSibling(""), ""), 3)
                : new Lookup(named.toString(), Path.of(""), List.of()).near();
        return (elsewhere ? "no such file" : "no such file or preset")
                + (near.isEmpty() ? "" : "; nearest" + (elsewhere ? " in its folder" : "") + ": ")
                + String.join(", ", near);
    }

    private static Optional<byte[]> bytes(Path file) throws IOException {
        if (Catalogue.isPackaged(file)) {
            return Catalogue.bytes(file);
        } else if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(LARGEST + 1));
        }
    }

    private static Json decode(byte[] bytes, Place top, Problems problems) {
        if (bytes.length > LARGEST) {
            return refuse(top, "is larger than " + LARGEST / 1_000_000 + " MB", problems);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF")
                    ? refuse(top, "begins with a byte order mark: save it as UTF-8 without one", problems)
                    : TreeReader.file(text, top, problems);
        } catch (CharacterCodingException e) {
            return refuse(top, "is not UTF-8 text", problems);
        }
    }

    /** Names of the JSON files in a folder, each behind a prefix. */
    static List<String> jsonNames(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> prefix + file.getFileName())
                    .filter(name -> name.endsWith(".json"))
                    .toList();
        } catch (IOException unreadableFolder) {
            // Only a suggestion is lost.
            return List.of();
        }
    }
}
