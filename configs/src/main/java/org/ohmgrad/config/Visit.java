package org.ohmgrad.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ohmgrad.settings.Check;

/**
 * One place of the whole document while it is bound: its pointer counts through referenced files.
 *
 * @param run the binding it belongs to
 * @param pointer pointer from the root of the document
 * @param trail the files that led here, outermost first
 */
record Visit(Binding run, String pointer, List<Path> trail) {
    /** What a preset says where nobody has published a value. */
    private static final String UNKNOWN = "unknown";

    Visit child(String name) {
        return new Visit(run, Pointers.child(pointer, name), trail);
    }

    /** The value here after replacement, given what the file or a default says. */
    Optional<Json> given(Optional<Json> written, Place place) {
        return run.given(pointer, written, place);
    }

    /** Binds a value that has been through {@link #given}; empty if it or a part of it is refused. */
    Optional<Bound> bind(Kind kind, Json json) {
        if (json instanceof Json.Unreadable) {
            run.gaveUp(pointer);
            return Optional.empty();
        }
        return isUnknown(json) && !kind.takesAnyText()
                ? refuse(json, "is said to be unknown, and what is unknown cannot be simulated")
                : run.bind(this, kind, json);
    }

    private static boolean isUnknown(Json json) {
        return json instanceof Json.Text text && text.value().equals(UNKNOWN);
    }

    /** Binds a member of an array or map. */
    Optional<Bound> bindMember(Kind kind, String name, Json json) {
        Visit member = child(name);
        return member.given(Optional.of(json), json.place()).flatMap(value -> member.bind(kind, value));
    }

    /** Refuses a value whose parts cannot be looked at. */
    <T> Optional<T> refuse(Json json, String rule) {
        run.gaveUp(pointer);
        report(json.place(), rule);
        return Optional.empty();
    }

    void report(Place place, String rule) {
        run.problems().add(place.problem(rule));
    }

    /** Reports a broken rule of a value; its pointer says the name with which the message begins. */
    void reportTogether(Place place, Check.Violation violation) {
        String name = violation.component() + " ";
        String rule = violation.message();
        reportTogether(place, rule.startsWith(name) ? rule.substring(name.length()) : rule);
    }

    /** Reports a rule that several values break together: at a value that was put in for one of them, if one was. */
    void reportTogether(Place place, String rule) {
        Map<String, Place> putIn = run.putInUnder(pointer, place);
        if (putIn.isEmpty()) {
            report(place, rule);
        } else {
            List<String> pointers = List.copyOf(putIn.keySet());
            Place last = Optional.ofNullable(putIn.get(pointers.get(pointers.size() - 1)))
                    .orElse(place);
            run.problems().add(Problem.together(last, pointers, place.problem(rule)));
        }
    }

    /**
     * The object meant here: itself, the content of the file that a text names, or that content with some values changed.
     *
     * @param expected what must stand here, in words
     * @param folders folders of the catalogue with presets of the kind; if there are none, a name must end in .json
     */
    Optional<Followed> object(Json json, String expected, List<String> folders) {
        if (json instanceof Json.Table table) {
            Optional<Derived> derived = folders.isEmpty() ? Optional.empty() : Derived.of(table);
            return derived.isPresent()
                    ? derived.get().object(this, expected, folders)
                    : Optional.of(new Followed(this, table));
        } else if (json instanceof Json.Text text
                && (!folders.isEmpty() || text.value().endsWith(".json"))) {
            return find(text, folders).flatMap(file -> open(text, file, expected, folders));
        } else if (json instanceof Json.Unreadable) {
            run.gaveUp(pointer);
            return Optional.empty();
        }
        String name = folders.isEmpty() ? "the name of a .json file" : "the name of a preset or a .json file";
        return refuse(json, "must be " + expected + " or " + name + " but is " + json.words());
    }

    private Optional<TakenFile> find(Json.Text reference, List<String> folders) {
        try {
            Lookup lookup = new Lookup(reference.value(), reference.place().file(), folders);
            Optional<TakenFile> file = run.find(lookup, reference.place());
            return file.isPresent() ? file : refuse(reference, missing(lookup));
        } catch (InvalidPathException e) {
            return refuse(reference, "cannot be the name of a file: " + reference.words());
        }
    }

    private static String missing(Lookup lookup) {
        List<String> near = lookup.near();
        Path folder = Optional.ofNullable(lookup.referrer().getParent()).orElse(Path.of("."));
        return "no file " + CanonicalJson.quoted(Names.clipped(lookup.name())) + " in " + folder
                + " or among the packaged presets" + (near.isEmpty() ? "" : "; nearest: " + String.join(", ", near));
    }

    private Optional<Followed> open(Json.Text reference, TakenFile taken, String expected, List<String> folders) {
        Path file = taken.file();
        if (trail.stream().anyMatch(before -> same(before, file))) {
            String round = trail.stream().map(Path::toString).collect(Collectors.joining(" -> ", "", " -> " + file));
            return refuse(reference, "files name each other in a circle: " + round);
        }
        List<Path> longer = new ArrayList<>(trail);
        longer.add(file);
        return new Visit(run, pointer, List.copyOf(longer)).object(run.file(taken), expected, folders);
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    /**
     * An object and the visit that knows through which files it was reached.
     *
     * @param visit where to go on
     * @param table the object
     */
    record Followed(Visit visit, Json.Table table) {}
}
