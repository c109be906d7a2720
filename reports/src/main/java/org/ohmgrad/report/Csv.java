package org.ohmgrad.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Comma-separated lines after RFC 4180, but with line feeds alone; an undefined number is an empty field. */
final class Csv {
    private final StringBuilder text = new StringBuilder();

    void line(List<String> fields) {
        text.append(fields.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.text(value.getAsDouble()) : "";
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
