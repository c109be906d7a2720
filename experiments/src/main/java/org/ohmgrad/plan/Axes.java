package org.ohmgrad.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;

/**
 * What an experiment file varies, as far as it can be read: so that its mistakes can be named beside those of the rest,
 * which may be too broken to be settings.
 */
final class Axes {
    private final Map<String, List<Json>> sweep = new LinkedHashMap<>();
    private final Map<String, Map<String, Json>> effects = new LinkedHashMap<>();
    private final Map<String, List<Json>> tune = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private Axes() {}

    static Axes of(Document document) {
        Axes axes = new Axes();
        axes.table("/sweep", document.raw(), "sweep").forEach((key, values) -> axes.add(axes.sweep, key, values));
        axes.table("/tune", document.raw(), "tune").forEach((key, values) -> axes.add(axes.tune, key, values));
        axes.table("", document.raw(), "effects")
                .forEach((name, off) -> axes.effects.put(name, axes.entries("/effects", off)));
        return axes;
    }

    Map<String, List<Json>> sweep() {
        return sweep;
    }

    Map<String, Map<String, Json>> effects() {
        return effects;
    }

    Map<String, List<Json>> tune() {
        return tune;
    }

    /** Where a pointer stands in a block of these, if it does. */
    Optional<Place> place(String block, String pointer) {
        return Optional.ofNullable(places.get(block + " " + pointer));
    }

    private void add(Map<String, List<Json>> block, String key, Json values) {
        if (values instanceof Json.Array array) {
            block.put(key, array.items().stream().filter(Axes::isReadable).toList());
        }
    }

    private Map<String, Json> table(String block, Json parent, String name) {
        Json child = parent instanceof Json.Table table ? table.members().get(name) : null;
        return child == null ? Map.of() : entries(block, child);
    }

    private Map<String, Json> entries(String block, Json json) {
        Map<String, Json> entries = new LinkedHashMap<>();
        if (json instanceof Json.Table table) {
            table.members().forEach((key, value) -> {
                Place place = Optional.ofNullable(table.keys().get(key)).orElse(value.place());
                Sweep.split(key).forEach(pointer -> places.putIfAbsent(block + " " + pointer, place));
                if (isReadable(value)) {
                    entries.put(key, value);
                }
            });
        }
        return entries;
    }

    private static boolean isReadable(Json json) {
        if (json instanceof Json.Array array) {
            return array.items().stream().allMatch(Axes::isReadable);
        } else if (json instanceof Json.Table table) {
            return table.members().values().stream().allMatch(Axes::isReadable);
        }
        return !(json instanceof Json.Unreadable);
    }
}
