package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An enum: its constants in kebab-case.
 *
 * @param constants by name, in order of declaration
 */
record EnumKind(Map<String, Object> constants) implements Kind {
    static EnumKind of(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(Names.ofConstant((Enum<?>) constant), constant);
        }
        return new EnumKind(constants);
    }

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (!(json instanceof Json.Text text)) {
            return here.refuse(json, "must be one of " + Names.list(constants.keySet()) + " but is " + json.words());
        }
        Object constant = constants.get(text.value());
        return constant != null
                ? Optional.of(new Bound(constant, json))
                : here.refuse(json, "unknown name " + CanonicalJson.quoted(Names.clipped(text.value()))
                        + Names.advice(text.value(), constants.keySet()));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.oneOfTexts(constants.keySet());
    }

    @Override
    public String words() {
        return constants.keySet().stream().map(name -> "`\"" + name + "\"`").collect(Collectors.joining(", "));
    }
}
