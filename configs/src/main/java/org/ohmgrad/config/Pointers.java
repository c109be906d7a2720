package org.ohmgrad.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** For people: keys with a slash stand in quotes as they are written, and long ones are cut. */
    static String shown(String pointer) {
        return names(pointer).stream().map(Pointers::shownKey).collect(Collectors.joining("/", "/", ""));
    }

    private static String shownKey(String key) {
        return key.contains("/") ? CanonicalJson.quoted(Names.clipped(key)) : Names.clipped(key);
    }

    /** The keys on the way to a value. */
    static List<String> names(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(Pointers::name)
                        .toList();
    }

    /** Pointers to all values of objects in a value, but for those of its sources. */
    static List<String> all(Json json) {
        List<String> all = new ArrayList<>();
        add("", json, all);
        return all;
    }

    private static void add(String pointer, Json json, List<String> all) {
        if (json instanceof Json.Table table) {
            table.members().forEach((name, value) -> {
                if (!name.equals("sources")) {
                    all.add(child(pointer, name));
                    add(child(pointer, name), value, all);
                }
            });
        }
    }

    /** The key that one part of a pointer stands for. */
    private static String name(String escaped) {
        return escaped.replace("~1", "/").replace("~0", "~");
    }

    static boolean isUnder(String pointer, String ancestor) {
        int end = ancestor.length();
        return pointer.length() > end && pointer.charAt(end) == '/' && pointer.startsWith(ancestor);
    }

    static boolean isAtOrUnderAny(String pointer, Set<String> ancestors) {
        for (int end = pointer.length(); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (ancestors.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAtOrUnder(String pointer, String ancestor) {
        return pointer.equals(ancestor) || isUnder(pointer, ancestor);
    }
}
