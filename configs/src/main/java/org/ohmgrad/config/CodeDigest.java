package org.ohmgrad.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * SHA-256 of the code that a class comes with. Of a jar all but its manifest counts, so that packing the same code again
 * changes nothing; of a folder the class files. A class from elsewhere, as of a notebook, counts by its own code and that
 * of the classes that it is nested with.
 */
final class CodeDigest {
    private final MessageDigest sum = sha256();

    private CodeDigest() {}

    /** 64 hexadecimal digits. */
    static String of(Class<?> type) {
        CodeDigest digest = new CodeDigest();
        try {
            digest.addAll(type);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("the code of " + type.getName() + " cannot be read: " + e, e);
        }
        return HexFormat.of().formatHex(digest.sum.digest());
    }

    private void addAll(Class<?> type) throws IOException, URISyntaxException {
        Optional<Path> source = source(type);
        if (source.filter(Files::isRegularFile).isPresent()) {
            try (FileSystem jar = FileSystems.newFileSystem(source.get(), Map.of())) {
                add(jar.getPath("/"), file -> !file.startsWith("META-INF/"));
            }
        } else if (source.filter(Files::isDirectory).isPresent()) {
            add(source.get(), file -> file.endsWith(".class"));
        } else {
            addNest(type);
        }
    }

    /** The jar or folder that a class was loaded from. */
    private static Optional<Path> source(Class<?> type) throws URISyntaxException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place == null || !place.getProtocol().equals("file")
                ? Optional.empty()
                : Optional.of(Path.of(place.toURI()));
    }

    private void add(Path root, Predicate<String> counts) throws IOException {
        for (String name : names(root, counts)) {
            add(name, Files.readAllBytes(root.resolve(name)));
        }
    }

    private static List<String> names(Path root, Predicate<String> counts) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(counts)
                    .sorted()
                    .toList();
        }
    }

    private void addNest(Class<?> type) throws IOException {
        for (Class<?> member : type.getNestMembers()) {
            String file = member.getName().substring(member.getName().lastIndexOf('.') + 1) + ".class";
            try (InputStream code = member.getResourceAsStream(file)) {
                add(member.getName(), code == null ? new byte[0] : code.readAllBytes());
            }
        }
    }

    private void add(String name, byte... content) {
        sum.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
        sum.update(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
