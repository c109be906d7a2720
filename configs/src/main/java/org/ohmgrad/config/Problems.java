package org.ohmgrad.config;

import java.util.List;
import java.util.TreeSet;

/** Gathers problems while work goes on; a problem met twice (a file used twice) is kept once. */
final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();

    void add(Problem problem) {
        found.add(problem);
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    List<Problem> sorted() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
