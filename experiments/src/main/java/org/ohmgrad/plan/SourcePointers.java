package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.config.Problem;

/** Finds words on where constants come from that stand beside no constant. */
final class SourcePointers {
    private static final String SOURCES = "sources";

    private SourcePointers() {}

    /**
     * Misspelt pointers of every {@code sources} block of a chip or device, and of what they are made of.
     *
     * @param resolved JSON with all defaults filled in
     * @param known what is wrong already: a misspelt change beside "from" stands among the sources too, and is named once
     */
    static List<Problem> problems(Json resolved, Collection<Problem> known) {
        return problems(resolved).stream()
                .filter(problem -> known.stream().noneMatch(problem::isAtSamePlace))
                .toList();
    }

    private static List<Problem> problems(Json resolved) {
        List<Problem> problems = new ArrayList<>();
        if (resolved instanceof Json.Array array) {
            array.items().forEach(item -> problems.addAll(problems(item)));
        } else if (resolved instanceof Json.Table table) {
            table.members()
                    .forEach((name, value) -> problems.addAll(
                            name.equals(SOURCES) && value instanceof Json.Table sources
                                    ? misspelt(table, sources)
                                    : problems(value)));
        }
        return problems;
    }

    private static List<Problem> misspelt(Json.Table owner, Json.Table sources) {
        return sources.members().entrySet().stream()
                .flatMap(source -> Document.missing(owner, source.getKey())
                        .map(rule ->
                                at(sources, source.getKey(), source.getValue()).problem(rule))
                        .stream())
                .toList();
    }

    private static Place at(Json.Table sources, String key, Json value) {
        return Optional.ofNullable(sources.keys().get(key)).orElse(value.place());
    }
}
