package org.ohmgrad.config;

import java.util.function.Function;

/**
 * A type of its own spelling in JSON, such as an axis of numbers or a size.
 *
 * @param <T> the type
 * @param type its class
 * @param read makes the value; throws IllegalArgumentException with the rule in words if the JSON does not fit
 * @param write the value as JSON text, so that values spelt differently but meaning the same become one text;
 *     {@link #AS_SPELT} where the JSON says it
 * @param schema JSON Schema of what {@code read} takes, as JSON text
 * @param words what it takes, for the reference: "a number or the word all"
 */
public record Scalar<T>(Class<T> type, Function<Json, T> read, Function<T, String> write, String schema, String words) {
    /** Text of values of which equal ones are spelt alike. */
    public static final String AS_SPELT = "";

    T value(Json json) {
        return read.apply(json);
    }

    String text(Object value) {
        return write.apply(type.cast(value));
    }
}
