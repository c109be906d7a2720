package org.ohmgrad.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ohmgrad.config.Json;

/** Canonical JSON of the settings that decide a result, and its hash. */
public final class Keys {
    private static final Set<String> NO_RESULT = Set.of(
            "name", "title", "description", "sources", "capacity", "directory", "file", "testFile", "header", "prefix");
    /** Of whose keys nothing is known: all of them may decide a result. */
    private static final String OF_CUSTOM_CLASSES = "settings";
    /** Settings that came later, each with the value that leaves everything as it was: runs made before keep their keys. */
    private static final Map<String, String> NEUTRAL = Map.of(
            "temperature", "{\"operation\":300,\"programming\":300,\"riseBeforeTest\":0}",
            "temperatureLaw", "{\"type\":\"none\"}",
            "telegraphNoise", "{\"type\":\"none\"}",
            "stratified", "false",
            "slotManagement", "false",
            "layers", "[]",
            "shape", "[]");

    private Keys() {}

    /** One text for a set of named parts; each part's own text must be JSON. */
    static String join(Map<String, String> parts) {
        StringBuilder text = new StringBuilder("{");
        new TreeMap<>(parts).forEach((name, json) -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(json));
        return text.append('}').toString();
    }

    /** Canonical text of settings without names, texts, sources and paths, which change no result. */
    static String ofResult(Json settings) {
        return without(settings, NO_RESULT).canonical();
    }

    /** The same without some members of the outermost object. */
    static String ofResultWithout(Json.Table settings, String... names) {
        Map<String, Json> kept = new LinkedHashMap<>(settings.members());
        kept.keySet().removeAll(Set.of(names));
        return ofResult(new Json.Table(settings.place(), kept, settings.keys()));
    }

    private static Json without(Json json, Set<String> names) {
        if (!(json instanceof Json.Table table)) {
            return json;
        }
        Map<String, Json> kept = new LinkedHashMap<>();
        table.members().forEach((name, value) -> {
            if (name.equals(OF_CUSTOM_CLASSES)) {
                kept.put(name, value);
            } else if (!names.contains(name) && !isNeutral(name, value)) {
                kept.put(name, without(value, names));
            }
        });
        return new Json.Table(table.place(), kept, table.keys());
    }

    private static boolean isNeutral(String name, Json value) {
        return NEUTRAL.containsKey(name) && value.canonical().equals(NEUTRAL.get(name));
    }

    /** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
