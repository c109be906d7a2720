package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.ohmgrad.report.record.RecordLine.Damaged;

/** The fields of a plan's line. */
final class PlanLine {
    private PlanLine() {}

    static void write(JsonGenerator json, Plan plan) throws IOException {
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
        Fields.writeTexts(json, "axes", plan.axes());
        if (!plan.files().isEmpty()) {
            Fields.writeTexts(json, "files", plan.files());
        }
        writePublished(json, plan.published());
        json.writeArrayFieldStart("runs");
        for (var run : plan.runs()) {
            write(json, run);
        }
        json.writeEndArray();
    }

    private static void writePublished(JsonGenerator json, List<PublishedNumber> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("published");
        for (var number : numbers) {
            json.writeStartObject();
            json.writeStringField("source", number.source());
            json.writeStringField("what", number.what());
            json.writeStringField("value", number.value());
            json.writeStringField("measure", number.measure().name().toLowerCase(Locale.ROOT));
            json.writeStringField("arm", number.arm());
            json.writeStringField("update", number.update());
            Fields.writeTexts(json, "point", number.point());
            json.writeStringField("differs", number.differs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, PlannedRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", run.key());
        json.writeStringField("arm", run.arm());
        json.writeStringField("rule", run.rule());
        json.writeStringField("update", run.update());
        json.writeStringField("chip", run.chip());
        json.writeBooleanField("onChip", run.onChip());
        Fields.writeTexts(json, "point", run.point());
        json.writeNumberField("seed", run.seed());
        json.writeStringField("floatOwnKey", run.floatOwnKey());
        json.writeStringField("floatBackpropagationKey", run.floatBackpropagationKey());
        Fields.writeTexts(json, "tuned", run.tuned());
        json.writeBooleanField("companion", run.companion());
        json.writeEndObject();
    }

    static Plan read(JsonNode node) throws Damaged {
        var runs = new ArrayList<PlannedRun>();
        for (var run : Fields.array(node, "runs")) {
            runs.add(plannedRun(run));
        }
        var pointers = new ArrayList<String>();
        for (var pointer : Fields.array(node, "pointers")) {
            pointers.add(Fields.wanted(pointer, JsonNode::isTextual, "pointers").textValue());
        }
        try {
            return new Plan(
                    Fields.text(node, "experiment"),
                    Fields.text(node, "title"),
                    Fields.text(node, "description"),
                    Fields.count(node, "resultsVersion"),
                    Fields.text(node, "settings"),
                    pointers,
                    Fields.texts(node, "axes"),
                    published(node),
                    runs,
                    node.has("files") ? Fields.texts(node, "files") : new TreeMap<>());
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static PlannedRun plannedRun(JsonNode node) throws Damaged {
        return new PlannedRun(
                Fields.text(node, "key"),
                Fields.text(node, "arm"),
                Fields.text(node, "rule"),
                Fields.text(node, "update"),
                Fields.text(node, "chip"),
                Fields.truth(node, "onChip"),
                Fields.texts(node, "point"),
                Fields.whole(node, "seed"),
                Fields.text(node, "floatOwnKey"),
                Fields.text(node, "floatBackpropagationKey"),
                Fields.texts(node, "tuned"),
                Fields.truth(node, "companion"));
    }

    private static List<PublishedNumber> published(JsonNode node) throws Damaged {
        var numbers = new ArrayList<PublishedNumber>();
        if (node.has("published")) {
            for (var number : Fields.array(node, "published")) {
                numbers.add(publishedNumber(number));
            }
        }
        return numbers;
    }

    private static PublishedNumber publishedNumber(JsonNode node) throws Damaged {
        var measure = Fields.text(node, "measure");
        try {
            return new PublishedNumber(
                    Fields.text(node, "source"),
                    Fields.text(node, "what"),
                    Fields.text(node, "value"),
                    Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
                    Fields.text(node, "arm"),
                    Fields.text(node, "update"),
                    Fields.texts(node, "point"),
                    Fields.text(node, "differs"));
        } catch (IllegalArgumentException e) {
            throw new Damaged("no measure is named " + measure);
        }
    }
}
