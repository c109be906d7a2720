package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads settings files strictly: what cannot be understood in one way only is refused. Immutable, thread safe. */
public final class ConfigReader {
    private final Kinds kinds;

    /** A reader of records, sealed interfaces of records, enums, numbers, texts, lists and maps. */
    public ConfigReader() {
        this(List.of());
    }

    /**
     * A reader that also knows types with a spelling of their own. Custom classes are looked up by the class loader of the
     * thread that makes the reader.
     *
     * @param scalars those types
     */
    public ConfigReader(Collection<Scalar<?>> scalars) {
        this(scalars, Map.of());
    }

    /**
     * A reader that also knows which presets are of which type, so that their names alone are enough.
     *
     * @param scalars types with a spelling of their own
     * @param presets for a type the folders of the catalogue where its presets lie
     */
    public ConfigReader(Collection<Scalar<?>> scalars, Map<Class<?>, List<String>> presets) {
        this.kinds = new Kinds(scalars, presets, CustomClass.loader());
    }

    /**
     * Reads a file. What is wrong with it is reported by {@link Document#bind}, together with all other problems.
     *
     * @param file a path of the file system, or one that {@link Catalogue} gave
     * @return the document, to be bound to a type
     */
    public Document read(Path file) {
        Problems problems = new Problems();
        return new Document(kinds, Sources.read(file, problems), problems);
    }

    /**
     * Reads a text.
     *
     * @param shownAs the file that problems shall name; references are looked up from its folder
     * @param text JSON
     * @return the document, to be bound to a type
     */
    public Document parse(Path shownAs, String text) {
        Problems problems = new Problems();
        return new Document(kinds, TreeReader.file(text, Place.top(shownAs), problems), problems);
    }

    /**
     * The names that {@code "type"} can have.
     *
     * @param parts a sealed interface of records, or of sealed interfaces of records
     * @return names in the order of {@code permits}
     */
    public static List<String> typeNames(Class<?> parts) {
        return Arrays.stream(parts.getPermittedSubclasses())
                .flatMap(part -> part.isSealed() ? typeNames(part).stream() : Stream.of(Names.ofPart(part, parts)))
                .toList();
    }

    Kinds kinds() {
        return kinds;
    }
}
