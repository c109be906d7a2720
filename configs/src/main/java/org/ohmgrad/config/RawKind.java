package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Any JSON, kept with its places for somebody else to read. */
record RawKind() implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return complete(json) ? Optional.of(new Bound(json, json)) : Optional.empty();
    }

    private static boolean complete(Json json) {
        if (json instanceof Json.Array array) {
            return array.items().stream().allMatch(RawKind::complete);
        } else if (json instanceof Json.Table table) {
            return table.members().values().stream().allMatch(RawKind::complete);
        }
        return !(json instanceof Json.Unreadable);
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.anything();
    }

    @Override
    public boolean takesAnyText() {
        return true;
    }

    @Override
    public String words() {
        return "any JSON";
    }
}
