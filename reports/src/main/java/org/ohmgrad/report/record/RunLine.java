package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.ohmgrad.report.record.RecordLine.Damaged;
import org.ohmgrad.report.text.NumberText;

/** The fields of a run's line. */
final class RunLine {
    private RunLine() {}

    static void write(JsonGenerator json, RunRecord run) throws IOException {
        json.writeStringField("key", run.key());
        json.writeNumberField("seed", run.seed());
        Fields.writeNumbers(json, "summary", run.summary());
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
        ConfusionLine.write(json, run.confusion());
        write(json, run.provenance());
        json.writeFieldName("seconds");
        json.writeNumber(NumberText.of(run.seconds()));
    }

    private static void write(JsonGenerator json, Epoch epoch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("epoch", epoch.epoch());
        Fields.writeNumbers(json, "values", epoch.values());
        json.writeArrayFieldStart("layers");
        for (var layer : epoch.layers()) {
            Fields.writeNumbers(json, layer);
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
            json.writeNumber(NumberText.of(mean));
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
            Fields.writeNumbers(json, layer);
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

    static RunRecord read(JsonNode node) throws Damaged {
        var epochs = new ArrayList<Epoch>();
        for (var epoch : Fields.array(node, "epochs")) {
            epochs.add(epoch(epoch));
        }
        var maps = new ArrayList<CellMap>();
        if (node.has("maps")) {
            for (var map : Fields.array(node, "maps")) {
                maps.add(map(map));
            }
        }
        var run = new RunRecord(
                Fields.text(node, "key"),
                Fields.whole(node, "seed"),
                Fields.numbers(node, "summary"),
                epochs,
                maps,
                costs(node),
                ConfusionLine.read(node),
                provenance(node.path("provenance")),
                Fields.number(node.path("seconds"), "seconds"));
        Believable.require(run);
        return run;
    }

    private static Epoch epoch(JsonNode node) throws Damaged {
        return new Epoch(
                Fields.count(node, "epoch"), Fields.numbers(node, "values"), layers(node, "layers"), costs(node));
    }

    private static List<SortedMap<String, Double>> costs(JsonNode node) throws Damaged {
        return node.has("costs") ? layers(node, "costs") : List.of();
    }

    private static List<SortedMap<String, Double>> layers(JsonNode node, String name) throws Damaged {
        var layers = new ArrayList<SortedMap<String, Double>>();
        for (var layer : Fields.array(node, name)) {
            layers.add(Fields.numbers(layer));
        }
        return layers;
    }

    private static CellMap map(JsonNode node) throws Damaged {
        var means = new ArrayList<Double>();
        for (var mean : Fields.array(node, "means")) {
            means.add(Fields.number(mean, "means"));
        }
        try {
            return new CellMap(
                    Fields.text(node, "name"), Fields.count(node, "rows"), Fields.count(node, "cols"), means);
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static Provenance provenance(JsonNode node) throws Damaged {
        return new Provenance(
                Fields.text(node, "config"),
                Fields.text(node, "configHash"),
                Fields.text(node, "commit"),
                Fields.text(node, "jdk"),
                Fields.text(node, "version"),
                Fields.count(node, "resultsVersion"));
    }
}
