package org.ohmgrad.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                : kind.bind(this, json);
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
    void report(Place place, Check.Violation violation) {
        String name = violation.component() + " ";
        String rule = violation.message();
        report(place, rule.startsWith(name) ? rule.substring(name.length()) : rule);
    }

    /** The object meant here: itself, or the content of the file that a text ending in .json names. */
    Optional<Followed> object(Json json, String expected) {
        if (json instanceof Json.Table table) {
            return Optional.of(new Followed(this, table));
        } else if (json instanceof Json.Text text && text.value().endsWith(".json")) {
            return find(text).flatMap(file -> open(text, file, expected));
        } else if (json instanceof Json.Unreadable) {
            run.gaveUp(pointer);
            return Optional.empty();
        }
        return refuse(json, "must be " + expected + " or the name of a .json file but is " + json.words());
    }

    private Optional<Path> find(Json.Text reference) {
        try {
            Path referrer = reference.place().file();
            Optional<Path> file = Sources.find(reference.value(), referrer);
            return file.isPresent() ? file : refuse(reference, missing(reference, referrer));
        } catch (InvalidPathException e) {
            return refuse(reference, "cannot be the name of a file: " + reference.words());
        }
    }

    private static String missing(Json.Text reference, Path referrer) {
        List<String> near = Sources.near(reference.value(), referrer);
        Path folder = Optional.ofNullable(referrer.getParent()).orElse(Path.of("."));
        return "no file " + CanonicalJson.quoted(reference.value()) + " in " + folder
                + ", in a folder above it or among the packaged presets"
                + (near.isEmpty() ? "" : "; nearest: " + String.join(", ", near));
    }

    private Optional<Followed> open(Json.Text reference, Path file, String expected) {
        if (trail.stream().anyMatch(before -> same(before, file))) {
            String round = trail.stream().map(Path::toString).collect(Collectors.joining(" -> ", "", " -> " + file));
            return refuse(reference, "files name each other in a circle: " + round);
        }
        List<Path> longer = new ArrayList<>(trail);
        longer.add(file);
        return new Visit(run, pointer, List.copyOf(longer)).object(run.file(file), expected);
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
