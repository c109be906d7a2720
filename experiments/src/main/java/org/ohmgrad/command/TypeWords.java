package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Parts;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.settings.Asking;

/**
 * What the parts of a settings type are: the first sentences of their Javadoc, as the packaged schema has them, and what the
 * parts ask for.
 */
final class TypeWords {
    private static final String SCHEMA = "schema/experiment.schema.json";

    private TypeWords() {}

    /** One line for each part: what names it in a file, and what it is. */
    static List<String> of(Class<?> parts) {
        Json definitions = member(Settings.reader().read(Catalogue.path(SCHEMA)).raw(), "$defs");
        List<String> names = ConfigReader.typeNames(parts);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        Map<String, String> needs = needs(parts);
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            Json definition = member(definitions, parts.getSimpleName() + "." + name);
            String words = member(definition, "description") instanceof Json.Text text ? text.value() : "";
            lines.add(("{\"type\": \"" + name + "\"}" + " ".repeat(width - name.length()) + "  " + words
                            + needs.getOrDefault(name, ""))
                    .strip());
        }
        return lines;
    }

    /** What each part asks for by its defaults, in brackets. */
    private static Map<String, String> needs(Class<?> parts) {
        Map<String, String> needs = new HashMap<>();
        if (Asking.class.isAssignableFrom(parts)) {
            Parts.all(Settings.reader(), parts.asSubclass(Asking.class), Map.of())
                    .forEach((name, part) -> needs.put(name, " [" + part.needs() + "]"));
        }
        return needs;
    }

    private static Json member(Json json, String name) {
        return json instanceof Json.Table table && table.members().containsKey(name)
                ? table.members().getOrDefault(name, json)
                : new Json.Flag(json.place(), false);
    }
}
