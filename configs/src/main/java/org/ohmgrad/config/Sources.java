package org.ohmgrad.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        String name = String.valueOf(file.getFileName());
        List<String> near = Names.nearest(name, new TreeSet<>(jsonNames(folder, "")), 3);
        return "no such file" + (near.isEmpty() ? "" : "; nearest in its folder: " + String.join(", ", near));
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

    /** The file that a reference names: beside the referring file, then in each folder above, then packaged. */
    static Optional<Path> find(String reference, Path referrer) {
        return Stream.concat(
                        folders(referrer).stream()
                                .map(folder -> folder.resolve(reference).normalize())
                                .filter(Files::isRegularFile)
                                .map(Sources::shown),
                        Stream.of(referrer.resolveSibling(reference).normalize(), Catalogue.path(reference))
                                .filter(Catalogue::isPackaged)
                                .filter(Catalogue::holds))
                .findFirst();
    }

    /** The names nearest to a reference among the files that a reference could name. */
    static List<String> near(String reference, Path referrer) {
        int slash = reference.lastIndexOf('/') + 1;
        String prefix = reference.substring(0, slash);
        TreeSet<String> names = new TreeSet<>(Catalogue.names());
        folders(referrer).forEach(folder -> names.addAll(jsonNames(folder.resolve(prefix), prefix)));
        return Names.nearest(reference, names, 3);
    }

    private static List<Path> folders(Path referrer) {
        List<Path> folders = new ArrayList<>();
        if (!Catalogue.isPackaged(referrer)) {
            Path folder = referrer.toAbsolutePath().normalize().getParent();
            while (folder != null) {
                folders.add(folder);
                folder = folder.getParent();
            }
        }
        return folders;
    }

    private static Path shown(Path absolute) {
        Path here = Path.of("").toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private static List<String> jsonNames(Path folder, String prefix) {
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
