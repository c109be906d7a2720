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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static String of(Plan plan) {
        return line("plan", json -> {
            json.writeStringField("experiment", plan.experiment());
            json.writeStringField("title", plan.title());
            json.writeStringField("description", plan.description());
            json.writeNumberField("resultsVersion", plan.resultsVersion());
            json.writeStringField("settings", plan.settings());
            json.writeArrayFieldStart("pointers");
            for (var pointer : plan.pointers()) {
                json.writeString(pointer);
            }
            json.writeEndArray();
            writeTexts(json, "axes", plan.axes());
            json.writeArrayFieldStart("runs");
            for (var run : plan.runs()) {
                write(json, run);
            }
            json.writeEndArray();
        });
    }

    static String of(RunRecord run) {
        return line("run", json -> {
            json.writeStringField("key", run.key());
            json.writeNumberField("seed", run.seed());
            writeNumbers(json, "summary", run.summary());
            json.writeArrayFieldStart("epochs");
            for (var epoch : run.epochs()) {
                write(json, epoch);
            }
            json.writeEndArray();
            if (!run.maps().isEmpty()) {
                json.writeArrayFieldStart("maps");
                for (var map : run.maps()) {
                    write(json, map);
                }
                json.writeEndArray();
            }
            writeCosts(json, run.costs());
            write(json, run.provenance());
            json.writeFieldName("seconds");
            json.writeNumber(Numbers.text(run.seconds()));
        });
    }

    private static String line(String type, Fields fields) {
        var text = new StringWriter();
        try (var json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeNumberField("format", FORMAT);
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, PlannedRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", run.key());
        json.writeStringField("arm", run.arm());
        json.writeStringField("rule", run.rule());
        json.writeStringField("update", run.update());
        json.writeStringField("chip", run.chip());
        json.writeBooleanField("onChip", run.onChip());
        writeTexts(json, "point", run.point());
        json.writeNumberField("seed", run.seed());
        json.writeStringField("floatOwnKey", run.floatOwnKey());
        json.writeStringField("floatBackpropagationKey", run.floatBackpropagationKey());
        writeTexts(json, "tuned", run.tuned());
        json.writeBooleanField("companion", run.companion());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Epoch epoch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("epoch", epoch.epoch());
        writeNumbers(json, "values", epoch.values());
        json.writeArrayFieldStart("layers");
        for (var layer : epoch.layers()) {
            writeNumbers(json, layer);
        }
        json.writeEndArray();
        writeCosts(json, epoch.costs());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CellMap map) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", map.name());
        json.writeNumberField("rows", map.rows());
        json.writeNumberField("cols", map.cols());
        json.writeArrayFieldStart("means");
        for (var mean : map.means()) {
            json.writeNumber(Numbers.text(mean));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Costs that were not counted are left out, as in the lines of older programs. */
    private static void writeCosts(JsonGenerator json, List<SortedMap<String, Double>> costs) throws IOException {
        if (costs.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("costs");
        for (var layer : costs) {
            writeNumbers(json, layer);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Provenance provenance) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("config", provenance.config());
        json.writeStringField("configHash", provenance.configHash());
        json.writeStringField("commit", provenance.commit());
        json.writeStringField("jdk", provenance.jdk());
        json.writeStringField("version", provenance.version());
        json.writeNumberField("resultsVersion", provenance.resultsVersion());
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeNumbers(JsonGenerator json, String name, Map<String, Double> numbers) throws IOException {
        json.writeFieldName(name);
        writeNumbers(json, numbers);
    }

    private static void writeNumbers(JsonGenerator json, Map<String, Double> numbers) throws IOException {
        json.writeStartObject();
        for (var entry : numbers.entrySet()) {
            json.writeFieldName(entry.getKey());
            json.writeNumber(Numbers.text(entry.getValue()));
        }
        json.writeEndObject();
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

    static Plan plan(JsonNode node) throws Damaged {
        var runs = new ArrayList<PlannedRun>();
        for (var run : array(node, "runs")) {
            runs.add(plannedRun(run));
        }
        var pointers = new ArrayList<String>();
        for (var pointer : array(node, "pointers")) {
            pointers.add(pointer.asText());
        }
        try {
            return new Plan(
                    text(node, "experiment"),
                    text(node, "title"),
                    text(node, "description"),
                    (int) whole(node, "resultsVersion"),
                    text(node, "settings"),
                    pointers,
                    texts(node, "axes"),
                    runs);
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static PlannedRun plannedRun(JsonNode node) throws Damaged {
        return new PlannedRun(
                text(node, "key"),
                text(node, "arm"),
                text(node, "rule"),
                text(node, "update"),
                text(node, "chip"),
                truth(node, "onChip"),
                texts(node, "point"),
                whole(node, "seed"),
                text(node, "floatOwnKey"),
                text(node, "floatBackpropagationKey"),
                texts(node, "tuned"),
                truth(node, "companion"));
    }

    static RunRecord run(JsonNode node) throws Damaged {
        var epochs = new ArrayList<Epoch>();
        for (var epoch : array(node, "epochs")) {
            epochs.add(epoch(epoch));
        }
        var maps = new ArrayList<CellMap>();
        if (node.has("maps")) {
            for (var map : array(node, "maps")) {
                maps.add(map(map));
            }
        }
        return new RunRecord(
                text(node, "key"),
                whole(node, "seed"),
                numbers(node, "summary"),
                epochs,
                maps,
                costs(node),
                provenance(node.path("provenance")),
                number(node.path("seconds"), "seconds"));
    }

    private static Epoch epoch(JsonNode node) throws Damaged {
        return new Epoch((int) whole(node, "epoch"), numbers(node, "values"), layers(node, "layers"), costs(node));
    }

    private static List<SortedMap<String, Double>> costs(JsonNode node) throws Damaged {
        return node.has("costs") ? layers(node, "costs") : List.of();
    }

    private static List<SortedMap<String, Double>> layers(JsonNode node, String name) throws Damaged {
        var layers = new ArrayList<SortedMap<String, Double>>();
        for (var layer : array(node, name)) {
            layers.add(numbers(layer));
        }
        return layers;
    }

    private static CellMap map(JsonNode node) throws Damaged {
        var means = new ArrayList<Double>();
        for (var mean : array(node, "means")) {
            means.add(number(mean, "means"));
        }
        try {
            return new CellMap(text(node, "name"), (int) whole(node, "rows"), (int) whole(node, "cols"), means);
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Provenance provenance(JsonNode node) throws Damaged {
        return new Provenance(
                text(node, "config"),
                text(node, "configHash"),
                text(node, "commit"),
                text(node, "jdk"),
                text(node, "version"),
                (int) whole(node, "resultsVersion"));
    }

    private static String text(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), JsonNode::isTextual, name).textValue();
    }

    private static boolean truth(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), JsonNode::isBoolean, name).booleanValue();
    }

    private static long whole(JsonNode node, String name) throws Damaged {
        return wanted(node.path(name), JsonNode::isIntegralNumber, name).longValue();
    }

    private static double number(JsonNode node, String name) throws Damaged {
        return wanted(node, JsonNode::isNumber, name).doubleValue();
    }

    private static List<JsonNode> array(JsonNode node, String name) throws Damaged {
        var items = new ArrayList<JsonNode>();
        wanted(node.path(name), JsonNode::isArray, name).forEach(items::add);
        return items;
    }

    private static SortedMap<String, String> texts(JsonNode node, String name) throws Damaged {
        var texts = new TreeMap<String, String>();
        for (var entry : wanted(node.path(name), JsonNode::isObject, name).properties()) {
            texts.put(
                    entry.getKey(),
                    wanted(entry.getValue(), JsonNode::isTextual, name).textValue());
        }
        return texts;
    }

    private static SortedMap<String, Double> numbers(JsonNode node, String name) throws Damaged {
        return numbers(wanted(node.path(name), JsonNode::isObject, name));
    }

    private static SortedMap<String, Double> numbers(JsonNode node) throws Damaged {
        var numbers = new TreeMap<String, Double>();
        for (var entry : node.properties()) {
            numbers.put(entry.getKey(), number(entry.getValue(), entry.getKey()));
        }
        return numbers;
    }

    private static JsonNode wanted(JsonNode node, Function<JsonNode, Boolean> kind, String name) throws Damaged {
        if (!kind.apply(node)) {
            throw new Damaged("\"" + name + "\" is missing or of the wrong kind");
        }
        return node;
    }
}
