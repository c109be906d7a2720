package org.ohmgrad.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * One line of a records file as JSON, {@code {"type": "plan" | "run", "format": 1, ...}}: fields named after the record
 * components, numbers as {@link Numbers} writes them.
 */
final class RecordLine {
    /** Raised when older programs could misread what this one writes. */
    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordLine() {}

    /** What cannot be read as a line of this format; the message says why. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String of(Plan plan) {
        return line("plan", json -> PlanLine.write(json, plan));
    }

    static String of(RunRecord run) {
        return line("run", json -> RunLine.write(json, run));
    }

    private static String line(String type, Content content) {
        var text = new StringWriter();
        try (var json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeNumberField("format", FORMAT);
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The tree of a line of this format. */
    static JsonNode parse(String line) throws Damaged {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Damaged("not a complete JSON object");
        }
        if (!node.isObject() || !node.path("format").isInt()) {
            throw new Damaged("not a record line");
        }
        int format = node.path("format").intValue();
        if (format != FORMAT) {
            throw new Damaged("written in format " + format + ", but this program reads format " + FORMAT);
        }
        return node;
    }

    static boolean isPlan(JsonNode node) {
        return node.path("type").asText().equals("plan");
    }

    static boolean isRun(JsonNode node) {
        return node.path("type").asText().equals("run");
    }
}
