package org.ohmgrad.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.plan.Settings;

/** Units of settings: the last word of a description in the packaged schema, where that is a unit. */
final class Units {
    private static final Pattern UNIT =
            Pattern.compile(".*, (siemens|volt|ampere|ohm|seconds|joule|watt|kelvin|hertz|farad)\\b[^,]*");
    private static final Json.Table NOTHING =
            new Json.Table(Place.top(Catalogue.path("schema")), java.util.Map.of(), java.util.Map.of());

    private final Json.Table root;

    private Units(Json.Table root) {
        this.root = root;
    }

    /** What {@link #leaves} tells of each value. */
    interface Visitor {
        /**
         * Takes one value.
         *
         * @param pointer JSON pointer of the value
         * @param value a text, number or flag
         * @param unit its unit in words; empty if it has none or none is known
         */
        void visit(String pointer, Json value, String unit);
    }

    /** The units of chip files. */
    static Units ofChips() {
        return of("chip");
    }

    /** The units of device files. */
    static Units ofDevices() {
        return of("device");
    }

    private static Units of(String kind) {
        return new Units(table(Settings.reader()
                .read(Catalogue.path("schema/" + kind + ".schema.json"))
                .raw()));
    }

    /** Visits every value of a document with its unit, in order. */
    void leaves(Json document, Visitor visitor) {
        walk("", document, root, visitor);
    }

    private void walk(String pointer, Json json, Json.Table schema, Visitor visitor) {
        Json.Table rule = resolved(schema, json);
        if (json instanceof Json.Table table) {
            Json.Table properties = member(rule, "properties");
            table.members()
                    .forEach((name, value) -> walk(pointer + "/" + name, value, member(properties, name), visitor));
        } else if (json instanceof Json.Array array) {
            for (int k = 0; k < array.items().size(); k++) {
                walk(pointer + "/" + k, array.items().get(k), member(rule, "items"), visitor);
            }
        } else {
            visitor.visit(pointer, json, unit(schema));
        }
    }

    private static String unit(Json.Table schema) {
        Matcher unit = UNIT.matcher(text(schema, "description"));
        return unit.matches() ? unit.group(1) : "";
    }

    /** Follows the schema's references and choices to the rules for one value. */
    private Json.Table resolved(Json.Table schema, Json value) {
        Json.Table members = schema;
        if (members.members().containsKey("else")) {
            members = member(members, "else");
        }
        String reference = text(members, "$ref");
        if (!reference.isEmpty()) {
            members = member(member(root, "$defs"), reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (members.members().get("allOf") instanceof Json.Array cases && value instanceof Json.Table table) {
            return chosen(cases, text(table, "type"));
        }
        return members;
    }

    private Json.Table chosen(Json.Array cases, String type) {
        for (Json each : cases.items()) {
            Json.Table condition = member(member(table(each), "if"), "properties");
            if (text(member(condition, "type"), "const").equals(type)) {
                return resolved(member(table(each), "then"), NOTHING);
            }
        }
        return NOTHING;
    }

    private static Json.Table member(Json.Table table, String name) {
        return table(table.members().getOrDefault(name, NOTHING));
    }

    private static String text(Json.Table table, String name) {
        return table.members().get(name) instanceof Json.Text text ? text.value() : "";
    }

    private static Json.Table table(Json json) {
        return json instanceof Json.Table table ? table : NOTHING;
    }
}
