package org.ohmgrad.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An object that is another file's but for some values: {@code {"from": "sidra-y10", "/cell/bits": 4}}. The pointers begin
 * at the object. Words of the other file on the source of a value that is changed are replaced by the place of the change.
 *
 * @param table what is written
 */
record Derived(Json.Table table) {
    static final String FROM = "from";
    private static final String SOURCES = "sources";

    static Optional<Derived> of(Json.Table table) {
        return table.members().containsKey(FROM) ? Optional.of(new Derived(table)) : Optional.empty();
    }

    /** The other file's object; the changes wait in the binding until their places are reached. */
    Optional<Visit.Followed> object(Visit here, String expected, List<String> folders) {
        if (!(table.members().get(FROM) instanceof Json.Text from)) {
            return here.refuse(table, "\"from\" must be the name of a preset or a .json file");
        }
        Map<String, Json> changes = changes();
        Optional<String> wrong = wrong(changes.keySet());
        if (wrong.isPresent()) {
            return here.refuse(table, wrong.get());
        }
        changes.forEach((pointer, value) ->
                here.run().replace(here.pointer() + pointer, new Replacement.ByValue(value, key(pointer, value))));
        return here.object(from, expected, folders)
                .map(found -> new Visit.Followed(found.visit(), explained(found.table(), changes)));
    }

    private Map<String, Json> changes() {
        Map<String, Json> changes = new LinkedHashMap<>(table.members());
        changes.remove(FROM);
        changes.keySet()
                .removeIf(name ->
                        name.equals("$schema") && table.place().pointer().isEmpty());
        return changes;
    }

    private static Optional<String> wrong(Set<String> pointers) {
        for (String pointer : pointers) {
            if (!pointer.startsWith("/")) {
                return Optional.of("beside \"from\" every key must be a pointer to what changes, such as \"/"
                        + Names.clipped(pointer) + "\", but one is " + CanonicalJson.quoted(Names.clipped(pointer)));
            }
            Set<String> others =
                    pointers.stream().filter(other -> !other.equals(pointer)).collect(Collectors.toSet());
            if (Pointers.isAtOrUnderAny(pointer, others)) {
                return Optional.of(CanonicalJson.quoted(Names.clipped(pointer))
                        + " changes a part of what another key beside \"from\" changes: put it into that value");
            }
        }
        return Optional.empty();
    }

    private Place key(String pointer, Json value) {
        return Optional.ofNullable(table.keys().get(pointer)).orElse(value.place());
    }

    private Json.Table explained(Json.Table other, Map<String, Json> changes) {
        if (!(other.members().get(SOURCES) instanceof Json.Table sources) || changes.containsKey("/" + SOURCES)) {
            return other;
        }
        Map<String, Json> words = new LinkedHashMap<>(sources.members());
        words.keySet().removeIf(pointer -> Pointers.isAtOrUnderAny(pointer, changes.keySet()));
        changes.forEach((pointer, value) -> words.put(pointer, where(key(pointer, value))));
        Map<String, Json> members = new LinkedHashMap<>(other.members());
        members.put(SOURCES, new Json.Table(sources.place(), words, sources.keys()));
        return new Json.Table(other.place(), members, other.keys());
    }

    private static Json where(Place place) {
        return new Json.Text(place, "changed in " + place.file().getFileName() + ", line " + place.line());
    }
}
