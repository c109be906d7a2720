package org.ohmgrad.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The presets that are packaged with the program: resources under {@code configs/} on the class path, whether that is
 * a jar or a folder. Files that end in {@code .published.json} belong to the experiment beside them and are not listed. A
 * packaged file is named by a path that begins with {@code (packaged)}.
 */
public final class Catalogue {
    private static final String ROOT = "configs";
    private static final Path PACKAGED = Path.of("(packaged)");
    private static final String BESIDE = ".published.json";
    private static final List<String> FOLDERS = List.of("chips", "devices", "experiments", "generations");

    private Catalogue() {}

    /**
     * Packaged presets of one folder.
     *
     * @param folder {@code chips}, {@code devices}, {@code experiments} or {@code generations}
     * @return paths that {@link ConfigReader#read} understands, sorted by name
     */
    public static List<Path> list(String folder) {
        return names().stream()
                .filter(name -> name.startsWith(folder + "/") && !name.endsWith(BESIDE))
                .map(Catalogue::path)
                .toList();
    }

    /** Names of all packaged presets, such as {@code chips/ideal.json}, sorted. */
    static List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        FOLDERS.forEach(folder -> names.addAll(walk(folder)));
        return List.copyOf(names);
    }

    /**
     * The path of a packaged preset, whether or not it exists.
     *
     * @param name such as {@code chips/ideal.json}
     * @return a path that {@link ConfigReader#read} understands
     */
    public static Path path(String name) {
        return PACKAGED.resolve(name).normalize();
    }

    /**
     * Whether a path is that of a packaged file.
     *
     * @param file a path
     * @return true if it begins with {@code (packaged)}
     */
    public static boolean isPackaged(Path file) {
        return file.startsWith(PACKAGED);
    }

    /**
     * The name of a packaged preset.
     *
     * @param packaged its path
     * @return such as {@code chips/ideal.json}
     */
    public static Path nameOf(Path packaged) {
        return PACKAGED.relativize(packaged);
    }

    /**
     * What a name on the command line means: a file in the working folder, or else a packaged preset, which may be
     * named as {@code ohmgrad list} prints it or alone, as {@code sidra-y10}.
     *
     * @param name as the user wrote it
     * @param folders folders of the catalogue to look in for a preset named alone, in order
     * @return the file that is taken; nothing if there is none
     */
    public static Optional<TakenFile> find(Path name, List<String> folders) {
        Place at = Place.top(Path.of("command line"));
        return Files.isRegularFile(name)
                ? Optional.of(new TakenFile(at, name.toString(), name, holds(path(name.toString()))))
                : new Lookup(name.toString(), Path.of(""), folders).find(at);
    }

    static boolean holds(Path file) {
        return isPackaged(file) && resource(file).isPresent();
    }

    static Optional<byte[]> bytes(Path file) throws IOException {
        Optional<URL> resource = resource(file);
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = resource.get().openStream()) {
            return Optional.of(in.readNBytes(Sources.LARGEST + 1));
        }
    }

    private static Optional<URL> resource(Path file) {
        String name = nameOf(file).toString().replace('\\', '/');
        return name.endsWith(".json") ? Optional.ofNullable(loader().getResource(ROOT + "/" + name)) : Optional.empty();
    }

    private static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(ClassLoader.getSystemClassLoader());
    }

    private static List<String> walk(String folder) {
        List<String> names = new ArrayList<>();
        try {
            for (URL root : Collections.list(loader().getResources(ROOT + "/" + folder))) {
                names.addAll(walk(root.toURI(), folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged presets cannot be listed", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the packaged presets cannot be listed", e);
        }
        return names;
    }

    private static List<String> walk(URI root, String folder) throws IOException {
        if (!root.getScheme().equals("jar")) {
            return walk(Path.of(root), folder);
        }
        String[] jarAndEntry = root.toString().split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarAndEntry[0].substring(4))), Map.of())) {
            return walk(jar.getPath(ROOT, folder), folder);
        }
    }

    private static List<String> walk(Path root, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> folder + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
