package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Map from text to T, in the order of the file.
 *
 * @param entry kind of T
 */
record MapKind(Kind entry) implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (!(json instanceof Json.Table table)) {
            return here.refuse(json, Numbers.notOfKind("an object ({...})", json));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Json> resolved = new LinkedHashMap<>();
        table.members().forEach((name, each) -> {
            Optional<Bound> bound = here.bindMember(entry, name, each);
            bound.ifPresent(good -> values.put(name, good.value()));
            resolved.put(name, bound.map(Bound::resolved).orElse(each));
        });
        return values.size() == resolved.size()
                ? Optional.of(new Bound(
                        Collections.unmodifiableMap(values), new Json.Table(table.place(), resolved, table.keys())))
                : Optional.empty();
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        ObjectNode schema = writer.typed("object");
        schema.set("additionalProperties", entry.schema(writer, Limits.NONE));
        return schema;
    }

    @Override
    public String words() {
        return "object of named entries, each: " + entry.words();
    }

    @Override
    public List<Kind> parts() {
        return List.of(entry);
    }
}
