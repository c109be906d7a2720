package org.ohmgrad.report.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import org.ohmgrad.report.record.RecordLine.Damaged;

/** The field of a run's line that holds its answers, {@code {"classes": ["a", ...], "counts": [[0, 0, 35], ...]}}. */
final class ConfusionLine {
    private static final String NAME = "confusion";

    private ConfusionLine() {}

    /** Answers that were not counted are left out, as in the lines of older programs. */
    static void write(JsonGenerator json, Confusion confusion) throws IOException {
        if (confusion.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(NAME);
        json.writeArrayFieldStart("classes");
        for (var name : confusion.classes()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("counts");
        for (var count : confusion.counts()) {
            json.writeArray(new long[] {count.truth(), count.answer(), count.examples()}, 0, 3);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static Confusion read(JsonNode run) throws Damaged {
        if (!run.has(NAME)) {
            return Confusion.none();
        }
        var node = run.path(NAME);
        var classes = new ArrayList<String>();
        for (var name : Fields.array(node, "classes")) {
            classes.add(Fields.wanted(name, JsonNode::isTextual, "classes").textValue());
        }
        var counts = new ArrayList<Confusion.Count>();
        for (var count : Fields.array(node, "counts")) {
            counts.add(new Confusion.Count(whole(count, 0), whole(count, 1), whole(count, 2)));
        }
        try {
            return new Confusion(classes, counts);
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static int whole(JsonNode count, int index) throws Damaged {
        return Fields.wanted(count.path(index), JsonNode::isInt, NAME).intValue();
    }
}
