package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.config.Json;

/** Chips that say of some constants that nobody has published them: they can be described, but not simulated. */
final class Unknowns {
    private static final String UNKNOWN = "unknown";
    private static final List<String> NEEDED = List.of(
            "/cell/",
            "/mapping/",
            "/readVoltage/",
            "/tile/",
            "/forward/",
            "/transposed/",
            "/wires/",
            "/timing/",
            "/costs/");
    private static final List<String> CAPACITY =
            List.of("cells", "tiles", "operationsPerSecond", "watts", "tileReadJoules");

    private Unknowns() {}

    /** Pointers of the constants that a chip's file, as it is written, says to be unknown. */
    static List<String> of(Json chip) {
        List<String> unknown = new ArrayList<>();
        values("", chip).forEach((pointer, value) -> {
            if (value.equals(UNKNOWN) && NEEDED.stream().anyMatch(part -> (pointer + "/").startsWith(part))) {
                unknown.add(pointer);
            }
        });
        return unknown;
    }

    /** Prints what is known and what is not. */
    static void describe(Json chip) {
        Map<String, String> values = values("", chip);
        System.out.println(values.getOrDefault("/name", ""));
        System.out.println(values.getOrDefault("/description", ""));
        System.out.println();
        rows(values).aligned().forEach(System.out::println);
        System.out.println();
        System.out.println("This chip cannot be simulated: unknown are " + String.join(", ", of(chip)) + ".");
    }

    private static Rows rows(Map<String, String> values) {
        CAPACITY.forEach(name -> values.putIfAbsent("/capacity/" + name, UNKNOWN));
        Rows rows = new Rows();
        rows.add("setting", "value", "source");
        values.forEach((pointer, value) -> {
            boolean words = pointer.equals("/name") || pointer.equals("/description");
            if (!words && !pointer.startsWith("/sources/")) {
                rows.add(pointer, value, values.getOrDefault("/sources/" + escaped(pointer), ""));
            }
        });
        return rows;
    }

    private static String escaped(String pointer) {
        return pointer.replace("~", "~0").replace("/", "~1");
    }

    private static Map<String, String> values(String pointer, Json json) {
        Map<String, String> values = new LinkedHashMap<>();
        if (json instanceof Json.Table table) {
            table.members().forEach((name, value) -> values.putAll(values(pointer + "/" + escaped(name), value)));
        } else if (json instanceof Json.Array array) {
            for (int k = 0; k < array.items().size(); k++) {
                values.putAll(values(pointer + "/" + k, array.items().get(k)));
            }
        } else {
            values.put(pointer, DescribeCommand.plain(json));
        }
        return values;
    }
}
