package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Writes the JSON Schema (draft 2020-12) of a settings type. Editors complete and check with it; {@link ConfigReader}
 * is stricter still: to a schema 8.0 is a whole number, and it cannot look into files that a settings file names.
 */
public final class SchemaWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Descriptions descriptions;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    private SchemaWriter(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Writes the schema of files that hold a type.
     *
     * @param reader the reader that knows the types with a spelling of their own
     * @param descriptions what to tell the user of an editor
     * @param root a record, or a sealed interface of records
     * @return JSON text, the same for the same types and descriptions, ending with a line feed
     */
    public static String write(ConfigReader reader, Descriptions descriptions, Class<?> root) {
        SchemaWriter writer = new SchemaWriter(descriptions);
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", root.getSimpleName());
        schema.setAll(writer.file(reader.kinds().of(root)));
        if (!writer.definitions.isEmpty()) {
            schema.set("$defs", NODES.objectNode().setAll(writer.definitions));
        }
        return JsonOut.pretty(schema);
    }

    private ObjectNode file(Kind root) {
        if (root instanceof RecordKind kind) {
            return withSchemaKey(record(kind, Optional.empty()));
        } else if (root instanceof SealedKind kind) {
            return choice(kind, "file", this::withSchemaKey);
        }
        throw new IllegalArgumentException("a settings file holds a record or a sealed interface of records");
    }

    private ObjectNode withSchemaKey(ObjectNode object) {
        object.withObject("/properties").set("$schema", typed("string"));
        return object;
    }

    ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    ObjectNode anything() {
        return NODES.objectNode();
    }

    ObjectNode parsed(String schema) {
        return (ObjectNode) JsonOut.parse(schema);
    }

    ObjectNode oneOfTexts(Collection<String> names) {
        ObjectNode schema = NODES.objectNode();
        schema.set("enum", texts(names));
        return schema;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** An object defined once, or the name of a file that holds it, or of a preset where there are some. */
    ObjectNode reference(String name, Class<?> type, List<String> presets, Supplier<ObjectNode> definition) {
        define(name, type, definition);
        ObjectNode schema = NODES.objectNode();
        if (presets.isEmpty()) {
            schema.set("if", typed("string"));
            schema.putObject("then").put("pattern", "\\.json$");
        } else {
            define("Derived", Derived.class, this::derived);
            schema.putObject("if").putArray("anyOf").add(typed("string")).add(derives());
            schema.set("then", choose(derives(), pointTo("Derived"), anything()));
        }
        return schema.set("else", pointTo(name));
    }

    ObjectNode choose(ObjectNode condition, ObjectNode then, ObjectNode otherwise) {
        ObjectNode schema = NODES.objectNode();
        schema.set("if", condition);
        schema.set("then", then);
        return schema.set("else", otherwise);
    }

    private ObjectNode derives() {
        ObjectNode schema = typed("object");
        schema.putArray("required").add(Derived.FROM);
        return schema;
    }

    private ObjectNode derived() {
        ObjectNode schema =
                described(typed("object"), "A preset or a file, but for some values: pointers to what changes.");
        schema.putObject("properties").set(Derived.FROM, typed("string"));
        schema.putObject("patternProperties").set("^/", anything());
        schema.putArray("required").add(Derived.FROM);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode pointTo(String name) {
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    private void define(String name, Class<?> type, Supplier<ObjectNode> definition) {
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            definitions.put(name, definition.get());
        } else if (owner != type) {
            throw new IllegalArgumentException(owner + " and " + type + " have one simple name");
        }
    }

    /** A record; as a part of a sealed interface it carries its type's name. */
    ObjectNode record(RecordKind kind, Optional<String> partName) {
        ObjectNode schema = described(typed("object"), descriptions.type(kind.type()));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        partName.ifPresent(name -> properties.putObject(SealedKind.KEY).put("const", name));
        partName.ifPresent(name -> required.add(SealedKind.KEY));
        for (Component component : kind.components()) {
            properties.set(component.name(), component(kind.type(), component));
            if (component.standard().isEmpty()) {
                required.add(component.name());
            }
        }
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    /** An object of an open door; it carries its type's name. */
    ObjectNode custom(CustomKind kind, String partName) {
        ObjectNode schema = described(typed("object"), descriptions.type(kind.type()));
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(SealedKind.KEY).put("const", partName);
        CustomKind.KEYS.forEach(key -> properties.set(key.name(), described(typed(key.json()), key.meaning())));
        schema.putArray("required").add(SealedKind.KEY).add(CustomKind.CLASS);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode component(Class<?> type, Component component) {
        Limits limits = new Limits(descriptions.rules(type, component.name()));
        ObjectNode schema = NODES.objectNode();
        described(schema, descriptions.component(type, component.name()));
        component.standard().ifPresent(standard -> schema.set("default", JsonOut.parse(standard)));
        return schema.setAll(component.kind().schema(this, limits));
    }

    private static ObjectNode described(ObjectNode schema, String words) {
        return words.isEmpty() ? schema : schema.put("description", words);
    }

    /** A sealed interface: the type's name decides which record's schema holds, so that errors name that one only. */
    ObjectNode choice(SealedKind kind) {
        return choice(kind, kind.type().getSimpleName(), part -> part);
    }

    private ObjectNode choice(SealedKind kind, String name, UnaryOperator<ObjectNode> finish) {
        ObjectNode schema = described(typed("object"), descriptions.type(kind.type()));
        schema.putObject("properties")
                .set(SealedKind.KEY, oneOfTexts(kind.variants().keySet()));
        schema.putArray("required").add(SealedKind.KEY);
        ArrayNode cases = schema.putArray("allOf");
        kind.variants().forEach((partName, part) -> {
            String definition = name + "." + partName;
            define(definition, part.type(), () -> finish.apply(part.schema(this, partName)));
            cases.add(whenTyped(partName, definition));
        });
        return schema;
    }

    private ObjectNode whenTyped(String partName, String definition) {
        ObjectNode branch = NODES.objectNode();
        ObjectNode condition = branch.putObject("if");
        condition.putObject("properties").putObject(SealedKind.KEY).put("const", partName);
        condition.putArray("required").add(SealedKind.KEY);
        branch.set("then", pointTo(definition));
        return branch;
    }
}
