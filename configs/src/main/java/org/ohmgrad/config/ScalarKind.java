package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ohmgrad.settings.Check;

/**
 * A type with a spelling of its own.
 *
 * @param scalar how to read and write it
 */
record ScalarKind(Scalar<?> scalar) implements Kind {
    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (!new RawKind().bind(here, json).isPresent()) {
            return Optional.empty();
        }
        Object value;
        try {
            value = scalar.value(json);
        } catch (Check.BrokenRules broken) {
            broken.violations().forEach(violation -> here.reportTogether(json.place(), violation));
            here.run().gaveUp(here.pointer());
            return Optional.empty();
        } catch (IllegalArgumentException broken) {
            return here.refuse(json, String.valueOf(broken.getMessage()));
        }
        String text = scalar.text(value);
        return Optional.of(
                new Bound(value, text.equals(Scalar.AS_SPELT) ? json : Documents.trusted(text, json.place())));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.parsed(scalar.schema());
    }

    @Override
    public String words() {
        return scalar.words();
    }
}
