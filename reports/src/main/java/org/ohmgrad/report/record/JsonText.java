package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of a sweep, which stand in records as JSON text. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper(factory().build());

    /** Most values: what they are is seen without a parser. */
    private static final Pattern DIGITS = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,12})?");

    private JsonText() {}

    /** Reads texts, names and numbers of any length: settings of many values, or pointers that move together, are long. */
    static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build());
    }

    /** A JSON string without its quotes; the type name of an object that has nothing else; other text as it is. */
    public static String plain(String json) {
        if (DIGITS.matcher(json).matches()) {
            return json;
        }
        var node = tree(json);
        if (node.isTextual()) {
            return node.textValue();
        }
        boolean typeAlone = node.size() == 1 && node.path("type").isTextual();
        return typeAlone ? node.path("type").textValue() : json;
    }

    /** The number that a JSON text is, if it is one. */
    public static OptionalDouble number(String json) {
        if (DIGITS.matcher(json).matches()) {
            return OptionalDouble.of(Double.parseDouble(json));
        }
        var node = tree(json);
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    /**
     * A value in words: an object as its type and, in brackets, what else it holds; a list of such in short, what stands several
     * times in a row counted.
     */
    public static String words(String json) {
        var node = tree(json);
        if (isListOfParts(node)) {
            return inShort(node);
        }
        if (!node.isObject() || !node.path("type").isTextual()) {
            return plain(json);
        }
        var others = node.properties().stream()
                .filter(entry -> !entry.getKey().equals("type"))
                .map(entry -> entry.getKey() + " " + plain(entry.getValue().toString()))
                .collect(Collectors.joining(", "));
        var type = node.path("type").textValue();
        return others.isEmpty() ? type : type + " (" + others + ")";
    }

    private static boolean isListOfParts(JsonNode node) {
        return node.isArray()
                && !node.isEmpty()
                && node.valueStream().allMatch(item -> item.path("type").isTextual());
    }

    private static String inShort(JsonNode list) {
        var counts = new ArrayList<String>();
        int same = 0;
        for (int k = 0; k < list.size(); k++) {
            same++;
            if (!list.get(k).equals(list.path(k + 1))) {
                counts.add((same == 1 ? "" : same + " x ") + partInShort(list.get(k)));
                same = 0;
            }
        }
        return String.join(", ", counts);
    }

    /** Such as {@code dense 32 units} and {@code convolution 8 filters size 3}: a number stands before what it counts. */
    private static String partInShort(JsonNode part) {
        return part.properties().stream()
                .filter(entry -> !entry.getKey().equals("type"))
                .map(entry -> settingInShort(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("", part.path("type").textValue(), ""));
    }

    private static String settingInShort(String key, JsonNode value) {
        if (isListOfParts(value)) {
            return " (" + inShort(value) + ")";
        }
        var text = plain(value.toString());
        return value.isNumber() && key.endsWith("s") ? " " + text + " " + key : " " + key + " " + text;
    }

    /** The text at a pointer of a JSON text; empty if there is none. */
    public static String text(String json, String pointer) {
        return tree(json).at(pointer).asText("");
    }

    /** The same JSON on many lines; text that is not JSON stays as it is. */
    public static String indented(String json) {
        var node = tree(json);
        return node.isMissingNode() ? json : node.toPrettyString();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
