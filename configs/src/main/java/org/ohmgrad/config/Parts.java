package org.ohmgrad.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records of a sealed settings type: one of each, by the one list that there is, its {@code permits}. */
public final class Parts {
    private Parts() {}

    /**
     * Every record that {@code "type"} can name, as a file has it that gives only components of certain types.
     *
     * @param <T> the sealed interface
     * @param reader a reader that knows the types of the components
     * @param parts a sealed interface of records, or of sealed interfaces of records; a door for classes from elsewhere is no
     *     part
     * @param given component type to the value, as JSON text, that every component of that type has; others have their
     *     defaults
     * @return the records by name, in the order of {@code permits}
     * @throws ConfigException if a component is not given and has no default
     */
    public static <T> Map<String, T> all(ConfigReader reader, Class<T> parts, Map<Class<?>, String> given) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Class<?> part : parts.getPermittedSubclasses()) {
            if (part.isRecord()) {
                String name = Names.ofPart(part, parts);
                all.put(name, document(reader, name, part, given).bind(parts));
            } else if (part.isSealed()) {
                all.putAll(all(reader, part.asSubclass(parts), given));
            }
        }
        return all;
    }

    private static Document document(ConfigReader reader, String name, Class<?> part, Map<Class<?>, String> given) {
        Document document = reader.parse(Path.of(name), "{\"type\": \"" + name + "\"}");
        for (RecordComponent component : part.getRecordComponents()) {
            String value = given.get(component.getType());
            if (value != null) {
                document = document.with("/" + component.getName(), value);
            }
        }
        return document;
    }
}
