package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** String. */
record TextKind() implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return json instanceof Json.Text text
                ? Optional.of(new Bound(text.value(), json))
                : here.refuse(json, Numbers.notOfKind("text in double quotes", json) + spelling(json));
    }

    private static String spelling(Json json) {
        return json instanceof Json.Decimal number ? ": write \"" + Names.clipped(number.spelling()) + "\"" : "";
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.typed("string");
    }

    @Override
    public boolean takesAnyText() {
        return true;
    }

    @Override
    public String words() {
        return "text";
    }
}
