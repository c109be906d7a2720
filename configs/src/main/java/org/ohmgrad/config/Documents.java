package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** JSON texts that stand in the program, not in a file of the user's. */
final class Documents {
    private static final Place NOWHERE = Place.top(Path.of("program"));
    /** There are as many as defaults in the program; parsing them anew was the largest cost of planning. */
    private static final Map<String, Json> PARSED = new ConcurrentHashMap<>();

    private Documents() {}

    /** A default of a setting, as if it stood at a place. */
    static Json standard(String text, Place place) {
        return at(place, PARSED.computeIfAbsent(text, each -> trusted(each, NOWHERE)));
    }

    private static Json at(Place place, Json json) {
        if (json instanceof Json.Decimal number) {
            return new Json.Decimal(place, number.spelling());
        } else if (json instanceof Json.Text text) {
            return new Json.Text(place, text.value());
        } else if (json instanceof Json.Flag flag) {
            return new Json.Flag(place, flag.value());
        } else if (json instanceof Json.Table table) {
            Map<String, Json> members = new LinkedHashMap<>();
            Map<String, Place> keys = new LinkedHashMap<>();
            table.members().forEach((name, value) -> {
                keys.put(name, place.child(name));
                members.put(name, at(place.child(name), value));
            });
            return new Json.Table(place, members, keys);
        }
        return json instanceof Json.Array array ? items(place, array) : json;
    }

    private static Json items(Place place, Json.Array array) {
        List<Json> items = new ArrayList<>();
        for (Json item : array.items()) {
            items.add(at(place.child(String.valueOf(items.size())), item));
        }
        return new Json.Array(place, items);
    }

    /** Reads a text that the program itself wrote; a mistake in it is a mistake in the program. */
    static Json trusted(String text, Place place) {
        Problems problems = new Problems();
        Json json = TreeReader.value(text, place, problems);
        if (!problems.none()) {
            throw new IllegalArgumentException("the program's own JSON is broken: " + text);
        }
        return json;
    }
}
