package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * List of T.
 *
 * @param item kind of T
 */
record ListKind(Kind item) implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (!(json instanceof Json.Array array)) {
            return here.refuse(json, Numbers.notOfKind("an array ([...])", json));
        }
        List<Object> values = new ArrayList<>();
        List<Json> resolved = new ArrayList<>();
        for (Json each : array.items()) {
            String index = String.valueOf(resolved.size());
            Optional<Bound> bound = here.bindMember(item, index, each);
            bound.ifPresent(good -> values.add(good.value()));
            resolved.add(bound.map(Bound::resolved).orElse(each));
        }
        return values.size() == resolved.size()
                ? Optional.of(new Bound(List.copyOf(values), new Json.Array(array.place(), resolved)))
                : Optional.empty();
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        ObjectNode schema = writer.typed("array");
        schema.set("items", item.schema(writer, Limits.NONE));
        return schema;
    }

    @Override
    public String words() {
        return "list of: " + item.words();
    }

    @Override
    public List<Kind> parts() {
        return List.of(item);
    }
}
