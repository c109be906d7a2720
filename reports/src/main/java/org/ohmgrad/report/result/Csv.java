package org.ohmgrad.report.result;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.PlainText;

/**
 * Comma-separated lines after RFC 4180, but with line feeds alone; an undefined number is an empty field. A text that a
 * spreadsheet would compute, such as {@code =1+1}, gets an apostrophe before it; numbers stay as they are.
 */
final class Csv {
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+|Infinity)([eE][+-]?\\d+)?");

    private final StringBuilder text = new StringBuilder();

    void line(List<String> fields) {
        for (int k = 0; k < fields.size(); k++) {
            text.append(k == 0 ? "" : ",").append(quoted(fields.get(k)));
        }
        text.append('\n');
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? NumberText.of(value.getAsDouble()) : "";
    }

    private static String quoted(String words) {
        if (isPlainNumber(words)) {
            return words;
        }
        var field = harmless(PlainText.of(words));
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    /** Most fields: what they are is seen letter by letter, without patterns. */
    private static boolean isPlainNumber(String words) {
        for (int k = 0; k < words.length(); k++) {
            char c = words.charAt(k);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String harmless(String field) {
        boolean computed =
                FORMULA.matcher(field).matches() && !NUMBER.matcher(field).matches();
        return computed ? "'" + field : field;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
