package org.ohmgrad.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parts of a document that were bound before, for all documents that differ from it in values elsewhere: a sweep of thousands of
 * points makes the chip once. Only parts without a problem are kept. Thread safe.
 */
final class BoundParts {
    private final Map<Place, Part> parts = new ConcurrentHashMap<>();

    private record Place(String pointer, Kind kind) {}

    /**
     * A part.
     *
     * @param bound what was made of it
     * @param taken the files that names in it stood for
     * @param seen the pointers in it that were looked at
     */
    record Part(Bound bound, List<TakenFile> taken, List<String> seen) {}

    Optional<Part> at(String pointer, Kind kind) {
        return Optional.ofNullable(parts.get(new Place(pointer, kind)));
    }

    void keep(String pointer, Kind kind, Part part) {
        parts.put(new Place(pointer, kind), part);
    }
}
