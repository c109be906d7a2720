package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.settings.Check;

/** Pointers and the values they take: the points are all combinations. */
final class Sweep {
    private static final String TOGETHER =
            "{\"/chip/cell/bits /training/batch\": [[4, 16], [8, 32]]}, which makes two points";

    private Sweep() {}

    /**
     * All points, the last key varying fastest; one empty point if nothing is swept.
     *
     * @param values key to values; a key of several pointers parted by spaces takes lists of as many values
     * @return for each point, pointer to value
     */
    static List<Map<String, Json>> points(Map<String, List<Json>> values) {
        List<Map<String, Json>> points = List.of(Map.of());
        for (Map.Entry<String, List<Json>> axis : values.entrySet()) {
            List<Map<String, Json>> longer = new ArrayList<>();
            for (Map<String, Json> point : points) {
                for (Json value : axis.getValue()) {
                    Map<String, Json> next = new LinkedHashMap<>(point);
                    next.putAll(together(axis.getKey(), value));
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    /** All pointers of all keys, in order. */
    static List<String> pointers(Map<String, List<Json>> values) {
        return values.keySet().stream().flatMap(key -> split(key).stream()).toList();
    }

    /** Whether the runs of one experiment may differ in what a pointer names; they share their data, for one. */
    static boolean mayVary(String pointer) {
        return pointer.matches("/(network|training|chip|arms/\\d+/(rule|update|training))(/.*)?");
    }

    /** Whether two pointers name the same place or one of them a part of the other's. */
    static boolean overlap(String one, String other) {
        boolean both = one.startsWith("/") && other.startsWith("/");
        return both && ((one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/"));
    }

    /** What is wrong with a value of a key; empty text if nothing is. */
    static String problem(String key, Json value) {
        int pointers = split(key).size();
        if (pointers == 1) {
            return "";
        }
        boolean fits = value instanceof Json.Array array && array.items().size() == pointers;
        return fits
                ? ""
                : "must be a list of " + pointers + " values, one for each pointer of its key, as in " + TOGETHER;
    }

    /** The pointers of a key. */
    static List<String> split(String key) {
        return List.of(key.split(" ", -1));
    }

    /** What one value of a key gives to each of its pointers. */
    static Map<String, Json> together(String key, Json value) {
        List<String> pointers = split(key);
        if (pointers.size() == 1) {
            return Map.of(key, value);
        }
        Check.that()
                .rule("sweep", problem(key, value).isEmpty(), problem(key, value))
                .holds();
        Map<String, Json> point = new LinkedHashMap<>();
        for (int k = 0; k < pointers.size(); k++) {
            point.put(pointers.get(k), ((Json.Array) value).items().get(k));
        }
        return point;
    }
}
