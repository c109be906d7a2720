package org.ohmgrad.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One text for one meaning: sorted keys, no white space, equal numbers spelt alike. */
final class CanonicalJson {
    private static final int LONGEST_PLAIN = 21;

    private CanonicalJson() {}

    static String text(Json json) {
        if (json instanceof Json.Table table) {
            return table(table.members());
        } else if (json instanceof Json.Array array) {
            return array.items().stream().map(CanonicalJson::text).collect(Collectors.joining(",", "[", "]"));
        } else if (json instanceof Json.Decimal decimal) {
            return number(decimal.value());
        } else if (json instanceof Json.Text text) {
            return quoted(text.value());
        } else if (json instanceof Json.Flag flag) {
            return String.valueOf(flag.value());
        }
        throw new IllegalArgumentException("no canonical text for a value that could not be read");
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** The shortest exact spelling: plain while that takes few zeros, with an exponent otherwise. */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = value.stripTrailingZeros();
        long zeros = Math.max(-(long) shortest.scale(), (long) shortest.scale() - shortest.precision());
        return zeros <= LONGEST_PLAIN
                ? shortest.toPlainString()
                : shortest.toString().replace("E+", "E");
    }

    private static String table(Map<String, Json> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":" + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
