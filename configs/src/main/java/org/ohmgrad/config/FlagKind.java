package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** boolean. */
record FlagKind() implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return json instanceof Json.Flag flag
                ? Optional.of(new Bound(flag.value(), json))
                : here.refuse(json, Numbers.notOfKind("true or false", json));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.typed("boolean");
    }

    @Override
    public String words() {
        return "true or false";
    }
}
