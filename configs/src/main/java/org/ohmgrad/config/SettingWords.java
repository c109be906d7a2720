package org.ohmgrad.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ohmgrad.settings.Called;

/** Finds what records say that their settings are {@link Called}. */
public final class SettingWords {
    private SettingWords() {}

    /**
     * The words for a setting: of what stands on the way to it, what stands outermost decides.
     *
     * @param type the record that a document is bound to
     * @param json the document, resolved: it tells which part of a sealed interface stands where
     * @param pointer JSON pointer of the setting; what lies inside of lists has no words of its own
     * @return the words; empty if no record says any
     */
    public static Optional<String> of(Class<?> type, Json json, String pointer) {
        return of(type, json, Pointers.names(pointer));
    }

    private static Optional<String> of(Class<?> type, Json json, List<String> keys) {
        if (keys.isEmpty() || !(json instanceof Json.Table table)) {
            return Optional.empty();
        }
        String key = keys.get(0);
        List<String> rest = keys.subList(1, keys.size());
        return standing(type, table).flatMap(record -> component(record, key)).flatMap(component -> here(
                        component, String.join("/", rest))
                .or(() -> Optional.ofNullable(table.members().get(key))
                        .flatMap(inner -> of(component.getType(), inner, rest))));
    }

    /** How parts of a sealed interface are spelt in a sentence, by JSON name; those that say nothing of it are left out. */
    public static SortedMap<String, String> ofParts(Class<?> whole) {
        SortedMap<String, String> spelt = new TreeMap<>();
        addParts(whole, whole, spelt);
        return spelt;
    }

    private static void addParts(Class<?> some, Class<?> whole, Map<String, String> spelt) {
        Stream.ofNullable(some.getPermittedSubclasses()).flatMap(Arrays::stream).forEach(part -> {
            Arrays.stream(part.getAnnotationsByType(Called.class))
                    .forEach(called -> spelt.put(Names.ofPart(part, whole), called.value()));
            addParts(part, whole, spelt);
        });
    }

    private static Optional<String> here(RecordComponent component, String at) {
        return Arrays.stream(component.getAnnotationsByType(Called.class))
                .filter(called -> called.at().equals(at))
                .map(Called::value)
                .findFirst();
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    /** The record that an object stands for. */
    private static Optional<Class<?>> standing(Class<?> type, Json.Table table) {
        if (type.isRecord()) {
            return Optional.of(type);
        }
        return table.members().get(SealedKind.KEY) instanceof Json.Text name
                ? records(type, name.value()).findFirst()
                : Optional.empty();
    }

    private static Stream<Class<?>> records(Class<?> whole, String name) {
        return Stream.ofNullable(whole.getPermittedSubclasses())
                .flatMap(Arrays::stream)
                .flatMap(part -> part.isRecord()
                        ? Stream.<Class<?>>of(part)
                                .filter(record -> Names.ofPart(record, whole).equals(name))
                        : records(part, name));
    }
}
