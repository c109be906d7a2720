package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a JSON pointer into an experiment is called where its file gives it no name of its own. */
public final class PointerWords {
    private static final String ARMS = "arms";

    private PointerWords() {}

    /** Such as {@code forward adc range}, {@code device} and {@code momentum of arm 1's rule}. */
    static String of(String pointer) {
        if (pointer.endsWith("cell/bits")) {
            return "bits per cell";
        }
        var keys = List.of(pointer.substring(Math.min(1, pointer.length())).split("/"));
        boolean isOfArm =
                keys.size() > 2 && keys.get(0).equals(ARMS) && keys.get(1).matches("\\d{1,6}");
        return isOfArm ? ofArm(keys) : joined(withoutChip(keys));
    }

    /** Arms are counted from 1, as people count; of what lies between an arm and the last key, the settings go without saying. */
    private static String ofArm(List<String> keys) {
        var owner = "arm " + (Integer.parseInt(keys.get(1)) + 1);
        var between = new ArrayList<>(keys.subList(2, keys.size() - 1));
        between.removeIf("settings"::equals);
        return joined(keys.subList(keys.size() - 1, keys.size())) + " of " + owner
                + (between.isEmpty() ? "" : "'s " + joined(between));
    }

    private static List<String> withoutChip(List<String> keys) {
        int chip = keys.size() > 1 && keys.get(0).equals("chip") ? 1 : 0;
        int cell = keys.size() > chip + 1 && keys.get(chip).equals("cell") && chip > 0 ? 1 : 0;
        return keys.subList(chip + cell, keys.size());
    }

    private static String joined(List<String> keys) {
        return keys.stream().map(PointerWords::spelled).collect(Collectors.joining(" "));
    }

    /** A key in words: {@code learningRate} is a learning rate, {@code gMax} stays what it is. */
    private static String spelled(String key) {
        var parts = List.of(key.split("(?<=[a-z]{2})(?=[A-Z][a-z])"));
        return parts.get(0)
                + parts.subList(1, parts.size()).stream()
                        .map(part -> " " + part.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** A setting and its value, the unit behind the value: {@code wire resistance 2 ohm a segment}. */
    public static String with(String label, String value) {
        int open = label.endsWith(")") ? label.indexOf(" (") : -1;
        if (open < 0) {
            return label + " " + value;
        }
        var inside = label.substring(open + 2, label.length() - 1);
        return label.substring(0, open) + " " + value + " "
                + (inside.startsWith("share") ? "(" + inside + ")" : inside);
    }
}
