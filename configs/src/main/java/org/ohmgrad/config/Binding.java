package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** State of one binding: what was reported, replaced, seen and read. Used once, by one thread. */
final class Binding {
    private final Problems problems = new Problems();
    private final Map<String, Replacement> replacements;
    private final Set<String> omitted;
    private final Set<String> seen = new TreeSet<>();
    private final List<String> closed = new ArrayList<>();
    private final ReadFiles files;
    private final Set<String> used = new HashSet<>();

    Binding(Map<String, Replacement> replacements, Set<String> omitted, ReadFiles files) {
        this.replacements = replacements;
        this.omitted = omitted;
        this.files = files;
    }

    Problems problems() {
        return problems;
    }

    boolean keeps(String component) {
        return !omitted.contains(component);
    }

    Json file(Path file) {
        return files.read(file, problems);
    }

    /** The value at a pointer: its replacement if there is one, else what is written. */
    Optional<Json> given(String pointer, Optional<Json> written, Place place) {
        seen.add(pointer);
        Replacement replacement = replacements.get(pointer);
        if (replacement == null) {
            return written;
        }
        used.add(pointer);
        return Optional.of(replacement.at(place, problems));
    }

    /** Nothing under this pointer could be looked at, so nothing can be said of pointers into it. */
    void gaveUp(String pointer) {
        closed.add(pointer);
    }

    /** Reports every replacement whose pointer names nothing. */
    void reportUnused(Place root) {
        replacements.forEach((pointer, replacement) -> {
            if (!used.contains(pointer) && closed.stream().noneMatch(top -> Pointers.isAtOrUnder(pointer, top))) {
                problems.add(replacement.from(root).problem(unused(pointer)));
            }
        });
    }

    private String unused(String pointer) {
        seen.remove("");
        return "no value to replace at " + pointer + "; nearest: " + String.join(", ", Names.nearest(pointer, seen, 3));
    }
}
