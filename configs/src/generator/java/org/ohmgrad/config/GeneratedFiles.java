package org.ohmgrad.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the committed schema files and reference equal to what the source says. */
public final class GeneratedFiles {
    /** System property that makes {@link #keep} write the files: {@code -Dohmgrad.update=true}. */
    public static final String UPDATE = "ohmgrad.update";

    private GeneratedFiles() {}

    /**
     * Compares {@code schema/NAME.schema.json} and {@code REFERENCE.md} with what the types say now, or writes them
     * if the system property {@value #UPDATE} is true.
     *
     * @param folder the folder of the settings files
     * @param roots what files can hold, by the name of the schema file
     * @param reader the reader that knows the types with a spelling of their own
     * @param descriptions meanings and rules
     * @return the stale files; empty if all is well or they have just been written
     */
    public static List<Path> keep(
            Path folder, Map<String, Class<?>> roots, ConfigReader reader, Descriptions descriptions) {
        Map<Path, String> expected = new LinkedHashMap<>();
        roots.forEach((name, root) -> expected.put(
                folder.resolve("schema").resolve(name + ".schema.json"),
                SchemaWriter.write(reader, descriptions, root)));
        List<Class<?>> inOrder = List.copyOf(roots.values());
        expected.put(folder.resolve("REFERENCE.md"), ReferenceWriter.write(reader, descriptions, inOrder));
        return Boolean.getBoolean(UPDATE) ? write(expected) : stale(expected);
    }

    private static List<Path> stale(Map<Path, String> expected) {
        List<Path> stale = new ArrayList<>();
        expected.forEach((file, text) -> {
            if (!read(file).equals(text)) {
                stale.add(file);
            }
        });
        return stale;
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> write(Map<Path, String> expected) {
        expected.forEach((file, text) -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return List.of();
    }
}
