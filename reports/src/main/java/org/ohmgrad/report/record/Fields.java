package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ohmgrad.report.record.RecordLine.Damaged;
import org.ohmgrad.report.text.NumberText;

/** Fields of a line: written, and read strictly. */
final class Fields {
    private Fields() {}

    static void writeTexts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    static void writeNumbers(JsonGenerator json, String name, Map<String, Double> numbers) throws IOException {
        json.writeFieldName(name);
        writeNumbers(json, numbers);
    }

    static void writeNumbers(JsonGenerator json, Map<String, Double> numbers) throws IOException {
        json.writeStartObject();
        for (var entry : numbers.entrySet()) {
            json.writeFieldName(entry.getKey());
            json.writeNumber(NumberText.of(entry.getValue()));
        }
        json.writeEndObject();
    }

    static String text(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), JsonNode::isTextual, name).textValue();
    }

    static boolean truth(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), JsonNode::isBoolean, name).booleanValue();
    }

    static long whole(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), number -> number.isIntegralNumber() && number.canConvertToLong(), name)
                .longValue();
    }

    /** A whole number from 0 to the largest {@code int}. */
    static int count(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), number -> number.isInt() && number.intValue() >= 0, name)
                .intValue();
    }

    static double number(JsonNode node, String name) throws Damaged {
        return wanted(node, number -> number.isNumber() && Double.isFinite(number.doubleValue()), name)
                .doubleValue();
    }

    static List<JsonNode> array(JsonNode node, String name) throws Damaged {
        var items = new ArrayList<JsonNode>();
        wanted(node.path(name), JsonNode::isArray, name).forEach(items::add);
        return items;
    }

    static SortedMap<String, String> texts(JsonNode node, String name) throws Damaged {
        var texts = new TreeMap<String, String>();
        for (var entry : wanted(node.path(name), JsonNode::isObject, name).properties()) {
            texts.put(
                    entry.getKey(),
                    wanted(entry.getValue(), JsonNode::isTextual, name).textValue());
        }
        return texts;
    }

    static SortedMap<String, Double> numbers(JsonNode node, String name) throws Damaged {
        return numbers(wanted(node.path(name), JsonNode::isObject, name));
    }

    static SortedMap<String, Double> numbers(JsonNode node) throws Damaged {
        var numbers = new TreeMap<String, Double>();
        for (var entry : node.properties()) {
            numbers.put(entry.getKey(), number(entry.getValue(), entry.getKey()));
        }
        return numbers;
    }

    static JsonNode wanted(JsonNode node, Function<JsonNode, Boolean> kind, String name) throws Damaged {
        if (!kind.apply(node)) {
            throw new Damaged("\"" + name + "\" is missing or cannot be what it says");
        }
        return node;
    }
}
