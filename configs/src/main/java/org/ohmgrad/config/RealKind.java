package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * float or double.
 *
 * @param type the type's name
 * @param make from the number's text to the boxed type, correctly rounded
 */
record RealKind(String type, Function<String, Number> make) implements Kind {
    static final RealKind FLOAT = new RealKind("float", Float::valueOf);
    static final RealKind DOUBLE = new RealKind("double", Double::valueOf);

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (!(json instanceof Json.Decimal decimal)) {
            return here.refuse(json, Numbers.notOfKind("a number", json));
        }
        // Through BigDecimal, so that -0 becomes 0 as it does in the canonical text.
        Number value = make.apply(decimal.value().toString());
        Optional<String> broken = Numbers.notReal(decimal, value.doubleValue(), type);
        return broken.isPresent() ? here.refuse(json, broken.get()) : Optional.of(new Bound(value, json));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return limits.addTo(writer.typed("number"));
    }

    @Override
    public String words() {
        return "number";
    }
}
