package org.ohmgrad.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** State of one binding: what was reported, replaced, seen and read. Used once, by one thread. */
final class Binding {
    /** To look for the nearest names of thousands of pointers would take minutes, and nobody reads them. */
    private static final int ADVISED = 20;

    private final Problems problems = new Problems();
    private final Map<String, Replacement> replacements;
    private final Set<String> omitted;
    private final List<String> seen = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final ReadFiles files;
    private final BoundParts parts;
    private final Set<String> used = new HashSet<>();
    private final List<TakenFile> taken = new ArrayList<>();

    Binding(Map<String, Replacement> replacements, Set<String> omitted, ReadFiles files, BoundParts parts) {
        this.parts = parts;
        this.replacements = new LinkedHashMap<>(replacements);
        this.omitted = omitted;
        this.files = files;
    }

    Problems problems() {
        return problems;
    }

    boolean keeps(String component) {
        return !omitted.contains(component);
    }

    Optional<TakenFile> find(Lookup lookup, Place at) {
        return files.find(lookup, at);
    }

    Json file(TakenFile file) {
        taken.add(file);
        return files.read(file.file(), problems);
    }

    /** Binds a part, or takes what was made of it before: no value of it or around it is replaced, so it is the same. */
    Optional<Bound> bind(Visit here, Kind kind, Json json) {
        if (!omitted.isEmpty() || isTouched(here.pointer())) {
            return kind.bind(here, json);
        }
        Optional<BoundParts.Part> before = parts.at(here.pointer(), kind);
        before.ifPresent(part -> {
            taken.addAll(part.taken());
            seen.addAll(part.seen());
        });
        return before.isPresent() ? before.map(BoundParts.Part::bound) : bindAnew(here, kind, json);
    }

    private Optional<Bound> bindAnew(Visit here, Kind kind, Json json) {
        int known = taken.size();
        int looked = seen.size();
        Optional<Bound> made = kind.bind(here, json);
        made.filter(bound -> problems.none())
                .ifPresent(bound -> parts.keep(
                        here.pointer(),
                        kind,
                        new BoundParts.Part(
                                bound,
                                List.copyOf(taken.subList(known, taken.size())),
                                List.copyOf(seen.subList(looked, seen.size())))));
        return made;
    }

    private boolean isTouched(String pointer) {
        return replacements.keySet().stream()
                .anyMatch(each -> Pointers.isAtOrUnder(each, pointer) || Pointers.isUnder(pointer, each));
    }

    /** The files that names stood for, in reading order. */
    List<TakenFile> taken() {
        return List.copyOf(new TreeSet<>(taken));
    }

    /** Replaces a value, unless a sweep or a file that stands further out has replaced it or what it is part of. */
    void replace(String pointer, Replacement replacement) {
        if (!Pointers.isAtOrUnderAny(pointer, replacements.keySet())) {
            replacements.put(pointer, replacement);
        }
    }

    /** Where values were put in under a pointer, by pointer in order; none if the place is that of such a value. */
    Map<String, Place> putInUnder(String pointer, Place place) {
        Map<String, Place> all = new LinkedHashMap<>();
        replacements.forEach((each, replacement) -> replacement
                .place()
                .filter(there -> Pointers.isUnder(each, pointer))
                .ifPresent(there -> all.put(each, there)));
        return all.values().stream().anyMatch(place::isIn) ? Map.of() : all;
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
        Set<String> all = new TreeSet<>(seen);
        all.remove("");
        int count = 0;
        for (Map.Entry<String, Replacement> each : replacements.entrySet()) {
            if (!used.contains(each.getKey()) && !Pointers.isAtOrUnderAny(each.getKey(), closed)) {
                problems.add(each.getValue().from(root).problem(unused(each.getKey(), all, count++ < ADVISED)));
            }
        }
    }

    private static String unused(String pointer, Set<String> seen, boolean advised) {
        return "no value to replace at " + Names.clipped(pointer)
                + (advised ? "; nearest: " + String.join(", ", Names.nearest(pointer, seen, 3)) : "");
    }
}
