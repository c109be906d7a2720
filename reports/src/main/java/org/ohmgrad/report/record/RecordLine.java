package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    static String of(Plan plan) {
        return summed(RecordJson.text("plan", FORMAT, plan));
    }

    static String of(RunRecord run) {
        return summed(RecordJson.text("run", FORMAT, run));
    }

    private static String summed(String json) {
        var body = json.substring(0, json.length() - 1);
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
    static ObjectNode parse(String line) throws Damaged {
        var node = tree(line);
        if (!(node instanceof ObjectNode fields) || !node.path("format").isInt()) {
            throw new Damaged("not a record line", false);
        }
        requireFormat(node.path("format").intValue());
        if (node.has("sum")) {
            requireSum(line);
        }
        return fields;
    }

    private static void requireSum(String line) throws Damaged {
        var found = SUM.matcher(line);
        if (!found.find() || !found.group(1).equals(sum(line.substring(0, found.start())))) {
            throw new Damaged("it was changed after it was written, as its checksum says");
        }
    }

    private static JsonNode tree(String line) throws Damaged {
        try {
            return RecordJson.tree(line);
        } catch (JsonProcessingException e) {
            boolean breaksOff = e instanceof JsonEOFException || !line.endsWith("}");
            throw beginsLikeOne(line) && breaksOff
                    ? new Torn(line)
                    : new Damaged("not a complete JSON object", isOfAKind(line));
        }
    }

    private static void requireFormat(int format) throws Damaged {
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

    static Plan plan(ObjectNode line) throws Damaged {
        return RecordJson.plan(line);
    }

    /** The run of a line, of which all holds that holds of every run. */
    static RunRecord run(ObjectNode line) throws Damaged {
        var run = RecordJson.run(line);
        Believable.require(run);
        return run;
    }
}
