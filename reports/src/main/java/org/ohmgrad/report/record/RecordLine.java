package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.ohmgrad.report.text.NumberText;

/**
 * One line of a records file as JSON, {@code {"type": "plan" | "run", "format": 1, ..., "sum": "1a2b3c4d"}}: fields named
 * after the record components, numbers as {@link NumberText} writes them, and last the CRC-32C of the line's bytes before
 * {@code ,"sum"}. Lines without a sum, as earlier programs wrote them, are read too.
 */
final class RecordLine {
    /** Raised when older programs could misread what this one writes. */
    static final int FORMAT = 1;

    private static final List<String> BEGINNINGS = List.of(
            "{\"type\":\"plan\",\"format\":" + FORMAT + ",\"experiment\":\"",
            "{\"type\":\"run\",\"format\":" + FORMAT + ",\"key\":\"");

    private static final Pattern SUM = Pattern.compile(",\"sum\":\"([0-9a-f]{8})\"}$");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonText.factory()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordLine() {}

    /** What cannot be read as a line of this format; the message says why. */
    static class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean looksLikeOne;

        Damaged(String message) {
            this(message, true);
        }

        Damaged(String message, boolean looksLikeOne) {
            super(message);
            this.looksLikeOne = looksLikeOne;
        }

        /** Whether it was such a line once, as far as can be told. */
        boolean looksLikeOne() {
            return looksLikeOne;
        }
    }

    /** A line that begins as lines of this format do, and breaks off. */
    static final class Torn extends Damaged {
        private static final long serialVersionUID = 1L;

        Torn(String line) {
            super("not a complete JSON object", isOfAKind(line));
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
        var body = text.getBuffer().substring(0, text.getBuffer().length() - 1);
        return body + ",\"sum\":\"" + sum(body) + "\"}";
    }

    private static String sum(String body) {
        var sum = new CRC32C();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Whether a line, or the part of it that is there, begins as every line of this format does. */
    static boolean beginsLikeOne(String line) {
        return BEGINNINGS.stream().anyMatch(beginning -> line.startsWith(beginning) || beginning.startsWith(line));
    }

    /** Whether a line names itself a plan or a run, whatever else may be wrong with it. */
    static boolean isOfAKind(String line) {
        return line.startsWith("{\"type\":\"plan\"") || line.startsWith("{\"type\":\"run\"");
    }

    /** The tree of a line of this format, whose sum, if it has one, is right. */
    static JsonNode parse(String line) throws Damaged {
        var node = tree(line);
        requireFormat(node);
        if (node.has("sum")) {
            requireSum(line);
        }
        return node;
    }

    private static void requireSum(String line) throws Damaged {
        var found = SUM.matcher(line);
        if (!found.find() || !found.group(1).equals(sum(line.substring(0, found.start())))) {
            throw new Damaged("it was changed after it was written, as its checksum says");
        }
    }

    private static JsonNode tree(String line) throws Damaged {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            boolean breaksOff = e instanceof JsonEOFException || !line.endsWith("}");
            throw beginsLikeOne(line) && breaksOff
                    ? new Torn(line)
                    : new Damaged("not a complete JSON object", isOfAKind(line));
        }
    }

    private static void requireFormat(JsonNode node) throws Damaged {
        if (!node.isObject() || !node.path("format").isInt()) {
            throw new Damaged("not a record line", false);
        }
        int format = node.path("format").intValue();
        if (format != FORMAT) {
            throw new Damaged("written in format " + format + ", but this program reads format " + FORMAT);
        }
    }

    static boolean isPlan(JsonNode node) {
        return node.path("type").asText().equals("plan");
    }

    static boolean isRun(JsonNode node) {
        return node.path("type").asText().equals("run");
    }
}
