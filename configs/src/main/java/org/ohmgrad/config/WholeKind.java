package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/**
 * int or long.
 *
 * @param low smallest value
 * @param high largest value
 * @param make from BigInteger to the boxed type
 */
record WholeKind(long low, long high, Function<BigInteger, Object> make) implements Kind {
    static final WholeKind INT = new WholeKind(Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValueExact);
    static final WholeKind LONG = new WholeKind(Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValueExact);

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        Optional<String> broken = Numbers.notWhole(json, low, high);
        return broken.isPresent()
                ? here.refuse(json, broken.get())
                : Optional.of(new Bound(make.apply(new BigInteger(((Json.Decimal) json).spelling())), json));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return limits.addTo(writer.typed("integer"));
    }

    @Override
    public String words() {
        return "whole number";
    }
}
