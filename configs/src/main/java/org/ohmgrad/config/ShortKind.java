package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ohmgrad.settings.ShortForm;

/**
 * A settings record for which a whole number may stand.
 *
 * @param whole the record
 * @param number the numbers that are taken, and what they make
 */
record ShortKind(RecordKind whole, WholeKind number) implements Kind {
    /** The kind of a record: itself, or this where one of its constructors has a {@link ShortForm}. */
    static Kind of(RecordKind whole) {
        return Arrays.stream(whole.type().getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(ShortForm.class))
                .findFirst()
                .<Kind>map(constructor -> new ShortKind(whole, number(constructor)))
                .orElse(whole);
    }

    private static WholeKind number(Constructor<?> constructor) {
        ShortForm form = constructor.getAnnotation(ShortForm.class);
        constructor.setAccessible(true);
        return new WholeKind(form.from(), form.to(), number -> {
            try {
                return constructor.newInstance(number.intValueExact());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constructor + " must take every number of its short form", e);
            }
        });
    }

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        if (json instanceof Json.Decimal) {
            return number.bind(here, json);
        }
        return json instanceof Json.Table
                ? whole.bind(here, json)
                : here.refuse(json, Numbers.notOfKind("an object ({...}) or a whole number", json));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.choose(
                writer.typed("object"),
                whole.schema(writer, limits),
                writer.typed("integer").put("minimum", number.low()).put("maximum", number.high()));
    }

    @Override
    public String words() {
        return "whole number in [" + number.low() + ", " + number.high() + "], or " + whole.words();
    }

    @Override
    public List<Kind> parts() {
        return List.of(whole);
    }
}
