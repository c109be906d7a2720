package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One settings file, read but not yet understood; replacements wait until it is bound to a type. Immutable. A file that
 * it refers to is read once for this document and all that come from it by {@link #with}, so that all see the same.
 */
public final class Document {
    private final Kinds kinds;
    private final Json root;
    private final Problems reading;
    private final Map<String, Replacement> replacements;
    private final ReadFiles files;
    private final BoundParts parts;
    private final Map<Class<?>, Outcome> outcomes = new ConcurrentHashMap<>();

    Document(Kinds kinds, Json root, Problems reading) {
        this(kinds, root, reading, Map.of(), new ReadFiles(), new BoundParts());
    }

    private Document(
            Kinds kinds,
            Json root,
            Problems reading,
            Map<String, Replacement> replacements,
            ReadFiles files,
            BoundParts parts) {
        this.parts = parts;
        this.kinds = kinds;
        this.root = root;
        this.reading = reading;
        this.replacements = replacements;
        this.files = files;
    }

    /**
     * Reads a file that needs no types with a spelling of their own; see {@link ConfigReader#read}.
     *
     * @param file a path of the file system, or one that {@link Catalogue} gave
     * @return the document, to be bound to a type
     */
    public static Document read(Path file) {
        return new ConfigReader().read(file);
    }

    /** The file as it is written: no defaults, no references, no replacements. */
    public Json raw() {
        return root;
    }

    /** The keys of the object that stands here, or of the file that it derives from; none if it is no object. */
    public Set<String> keys() {
        if (!(root instanceof Json.Table)) {
            return Set.of();
        }
        Visit here = new Visit(
                new Binding(Map.of(), Set.of(), files, parts),
                "",
                List.of(root.place().file()));
        return here.object(root, "an object", kinds.folders())
                .map(found -> found.table().members().keySet())
                .orElse(Set.of());
    }

    /**
     * Makes the settings.
     *
     * @param <T> the settings type
     * @param type a record, or a sealed interface of records
     * @return the settings
     * @throws ConfigException with every problem of this file and all files it refers to
     */
    public <T> T bind(Class<T> type) {
        return type.cast(bound(type).value());
    }

    /**
     * What can be made of it, and every problem: settings whose only mistake is an unknown key, for example, can be made,
     * and then more can be said of them.
     *
     * @param <T> the settings type
     * @param type what the document is bound to
     * @return the settings, if they could be made, and the problems of this file and all files it refers to
     */
    public <T> Attempt<T> attempt(Class<T> type) {
        Outcome outcome = outcome(type);
        return new Attempt<>(
                outcome.bound().map(bound -> type.cast(bound.value())),
                outcome.bound().map(Bound::resolved).orElse(root),
                outcome.problems().sorted());
    }

    /**
     * The files that names in this document and in the files it refers to stand for.
     *
     * @param type what the document is bound to
     * @return the files, in reading order of the names
     */
    public List<TakenFile> files(Class<?> type) {
        return outcome(type).files();
    }

    /**
     * A document of a part of this one.
     *
     * @param part a value of this document, or of what it resolves to
     * @return the part as a document, without the replacements of the whole
     */
    public Document part(Json part) {
        return new Document(kinds, part, new Problems(), Map.of(), files, new BoundParts());
    }

    /**
     * A document with one value replaced. The pointer counts through referenced files and must name a value that
     * exists once defaults are filled in, or a declared component; otherwise {@link #bind} reports the nearest ones.
     *
     * @param pointer JSON pointer such as {@code /chip/cell/bits}
     * @param value a value of some document; problems name its place
     * @return the new document
     */
    public Document with(String pointer, Json value) {
        return with(Map.of(pointer, value), each -> value.place());
    }

    /**
     * The same for several values, none of them a part of another.
     *
     * @param values values of some document by pointer
     * @param at where each pointer stands, to be named if there is nothing to replace
     * @return the new document
     */
    public Document with(Map<String, Json> values, Function<String, Place> at) {
        Map<String, Replacement> more = new LinkedHashMap<>(replacements);
        more.keySet().removeIf(earlier -> Pointers.isAtOrUnderAny(earlier, values.keySet()));
        values.forEach((pointer, value) -> more.put(pointer, new Replacement.ByValue(value, at.apply(pointer))));
        return new Document(kinds, root, reading, more, files, parts);
    }

    /**
     * A document with one value replaced, like {@link #with(String, Json)}.
     *
     * @param pointer JSON pointer
     * @param text the value as JSON text; problems name the place of the value it replaces
     * @return the new document
     */
    public Document with(String pointer, String text) {
        Map<String, Replacement> more = new LinkedHashMap<>(replacements);
        more.keySet().removeIf(earlier -> Pointers.isAtOrUnder(earlier, pointer));
        more.put(pointer, new Replacement.ByText(text));
        return new Document(kinds, root, reading, more, files, parts);
    }

    /**
     * The meaning as one text: keys sorted, defaults filled in, references resolved, equal numbers spelt alike, no
     * white space. Binding the text gives the same settings and the same text again.
     *
     * @param type what the document is bound to
     * @param omitted names of record components to leave out, wherever they occur
     * @return the text
     * @throws ConfigException like {@link #bind}
     */
    public String canonical(Class<?> type, String... omitted) {
        return CanonicalJson.text(outcome(type, Set.of(omitted)).orThrow().resolved());
    }

    /**
     * The JSON with defaults filled in, references resolved and values replaced; each value keeps its place.
     *
     * @param type what the document is bound to
     * @return the JSON
     * @throws ConfigException like {@link #bind}
     */
    public Json resolved(Class<?> type) {
        return bound(type).resolved();
    }

    /**
     * A problem of a value that only its user can judge, such as a folder that does not exist.
     *
     * @param type what the document is bound to
     * @param pointer the value, counted through referenced files
     * @param rule the broken rule in words
     * @return the problem, at the value or at the nearest one around it
     */
    public Problem problem(Class<?> type, String pointer, String rule) {
        return problem(outcome(type).bound().map(Bound::resolved).orElse(root), pointer, rule);
    }

    /**
     * The same of a value of JSON that is resolved.
     *
     * @param resolved where the pointer begins
     * @param pointer the value
     * @param rule the broken rule in words
     * @return the problem, at the value or at the nearest one around it
     */
    public static Problem problem(Json resolved, String pointer, String rule) {
        Json json = resolved;
        for (String name : Pointers.names(pointer)) {
            Optional<Json> next = step(json, name);
            if (next.isEmpty()) {
                break;
            }
            json = next.get();
        }
        return json.place().problem(rule);
    }

    /**
     * What is wrong with a pointer that should name a value.
     *
     * @param json where the pointer begins
     * @param pointer the pointer
     * @return the rule that it breaks, with the nearest names; empty if it names a value
     */
    public static Optional<String> missing(Json json, String pointer) {
        Optional<Json> found = Optional.of(json).filter(all -> pointer.startsWith("/"));
        for (String name : Pointers.names(pointer)) {
            found = found.flatMap(here -> step(here, name));
        }
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("is no pointer to a value; nearest: "
                        + String.join(", ", Names.nearest(pointer, Pointers.all(json), 3)));
    }

    private static Optional<Json> step(Json json, String name) {
        if (json instanceof Json.Table table) {
            return Optional.ofNullable(table.members().get(name));
        } else if (json instanceof Json.Array array && name.matches("\\d{1,9}")) {
            int index = Integer.parseInt(name);
            return index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Bound bound(Class<?> type) {
        return outcome(type).orThrow();
    }

    private Outcome outcome(Class<?> type) {
        return outcomes.computeIfAbsent(type, each -> outcome(each, Set.of()));
    }

    private Outcome outcome(Class<?> type, Set<String> omitted) {
        Binding run = new Binding(replacements, omitted, files, parts);
        run.problems().addAll(reading);
        Visit here = new Visit(run, "", List.of(root.place().file()));
        Optional<Bound> bound =
                here.given(Optional.of(root), root.place()).flatMap(json -> here.bind(kinds.of(type), json));
        run.reportUnused(root.place());
        return new Outcome(bound, run.problems(), run.taken());
    }

    private record Outcome(Optional<Bound> bound, Problems problems, List<TakenFile> files) {
        Bound orThrow() {
            problems.throwIfAny();
            return bound.orElseThrow(() -> new IllegalStateException("nothing was made and nothing reported"));
        }
    }

    /**
     * What came of binding.
     *
     * @param <T> the settings type
     * @param settings the settings, if they could be made
     * @param json their JSON, resolved; the document as it is written if they could not be made
     * @param problems every problem, in reading order
     */
    public record Attempt<T>(Optional<T> settings, Json json, List<Problem> problems) {}
}
