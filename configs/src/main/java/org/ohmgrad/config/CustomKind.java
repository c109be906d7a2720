package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open door of a sealed interface: an object that names a class from outside, and the settings of its record. The
 * digest of the class's code stands in the resolved JSON, so that what was computed by other code has another key.
 */
final class CustomKind implements PartKind {
    static final String CLASS = "class";
    static final List<Key> KEYS = List.of(
            new Key(CLASS, "string", "text", "full name of the Java class, as in my.Own", "required"),
            new Key("settings", "object", "object", "its record's components by name", "`{}`"),
            new Key(
                    "digest",
                    "string",
                    "text",
                    "SHA-256 of the code in its jar, or in its folder's class files: filled in, and refused if it is"
                            + " another one",
                    "filled in"));
    static final String EXAMPLE = "{\"type\": \"custom\", \"class\": \"my.Own\", \"settings\": {\"strength\": 0.5}}";

    private static final String SETTINGS = KEYS.get(1).name();
    private static final String DIGEST = KEYS.get(2).name();

    private final Class<?> type;
    private final Kinds kinds;
    private final ClassLoader loader;
    private final Map<String, CustomClass> found = new ConcurrentHashMap<>();

    /**
     * One key of the object.
     *
     * @param json type in JSON Schema
     * @param kind the same for people
     * @param standard default in Markdown
     */
    record Key(String name, String json, String kind, String meaning, String standard) {}

    CustomKind(Class<?> type, Kinds kinds, ClassLoader loader) {
        this.type = type;
        this.kinds = kinds;
        this.loader = loader;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return here.object(json, "an object ({...})", List.of())
                .flatMap(found -> bindTable(found.visit(), found.table(), Map.of()));
    }

    @Override
    public Optional<Bound> bindTable(Visit here, Json.Table table, Map<String, Json> extra) {
        reportUnknown(here, table, extra);
        Optional<Json> name = member(here, table, CLASS, Optional.empty());
        Optional<Json> settings = member(here, table, SETTINGS, Optional.of("{}"));
        if (name.isEmpty()) {
            return here.refuse(
                    table, "the key \"class\" is missing, which names a class that implements " + type.getName());
        }
        return code(here, name.get()).flatMap(code -> bind(here, table, code, settings.orElseThrow())
                .map(made -> new Bound(made.value(), resolved(here, table, extra, name.get(), made, code))));
    }

    private static Json.Table resolved(
            Visit here, Json.Table table, Map<String, Json> extra, Json name, Bound made, CustomClass code) {
        Map<String, Json> all = new LinkedHashMap<>(extra);
        all.put(CLASS, name);
        all.put(SETTINGS, made.resolved());
        all.put(DIGEST, new Json.Text(table.place().child(DIGEST), code.digest()));
        all.keySet().removeIf(key -> !here.run().keeps(key));
        return new Json.Table(table.place(), all, table.keys());
    }

    private static Optional<Json> member(Visit here, Json.Table table, String name, Optional<String> standard) {
        Place absent = table.place().child(name);
        Optional<Json> written = Optional.ofNullable(table.members().get(name));
        return here.child(name)
                .given(
                        written.or(() -> standard.map(text -> Documents.trusted(text, absent))),
                        written.map(Json::place).orElse(absent));
    }

    private static void reportUnknown(Visit here, Json.Table table, Map<String, Json> extra) {
        List<String> valid = KEYS.stream().map(Key::name).toList();
        table.members().forEach((key, value) -> {
            boolean namesSchema =
                    key.equals("$schema") && table.place().pointer().isEmpty();
            if (!valid.contains(key) && !extra.containsKey(key) && !namesSchema) {
                here.report(
                        Optional.ofNullable(table.keys().get(key)).orElse(value.place()),
                        "unknown key" + Names.advice(key, valid)
                                + "; what belongs to the class itself stands under \"settings\"");
                here.run().gaveUp(Pointers.child(here.pointer(), key));
            }
        });
    }

    private Optional<CustomClass> code(Visit here, Json name) {
        if (!(name instanceof Json.Text text)) {
            return here.refuse(name, "must be the name of a class but is " + name.words());
        }
        try {
            CustomClass code = found.get(text.value());
            if (code == null) {
                code = CustomClass.find(text.value(), type, loader);
                found.put(text.value(), code);
            }
            return Optional.of(code);
        } catch (CustomClass.Unusable e) {
            return here.refuse(name, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Bound> bind(Visit here, Json.Table table, CustomClass code, Json settings) {
        Optional<Json> digest = member(here, table, DIGEST, Optional.empty());
        if (digest.isPresent() && !digest.get().canonical().equals('"' + code.digest() + '"')) {
            return here.refuse(
                    digest.get(),
                    "must be " + code.digest() + ", the digest of the code of " + code.name() + ", but is "
                            + digest.get().words() + ": leave it out to take the code as it is");
        }
        try {
            return here.child(SETTINGS).bind(code.kind(kinds), settings);
        } catch (IllegalArgumentException | IllegalStateException | LinkageError e) {
            return here.refuse(settings, "cannot be the settings of " + code.name() + ": " + CustomClass.reason(e));
        }
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        throw new IllegalStateException("an open door is a part of a sealed interface, never alone");
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, String partName) {
        return writer.custom(this, partName);
    }

    @Override
    public String words() {
        return ReferenceWriter.link(type);
    }

    @Override
    public void section(ReferenceWriter writer) {
        writer.custom(this);
    }
}
