package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that documents refer to, each looked up and read once. Thread safe. */
final class ReadFiles {
    private final Map<Path, Content> contents = new ConcurrentHashMap<>();
    private final Map<Lookup, Optional<TakenFile>> found = new ConcurrentHashMap<>();

    /** The file that a name at a place means, if there is one. */
    Optional<TakenFile> find(Lookup lookup, Place at) {
        return found.computeIfAbsent(lookup, each -> each.find(at))
                .map(taken -> new TakenFile(at, taken.name(), taken.file(), taken.hides()));
    }

    /** The content of a file; what is wrong with it goes to the problems. */
    Json read(Path file, Problems problems) {
        Content content = contents.computeIfAbsent(file, ReadFiles::readNow);
        problems.addAll(content.problems());
        return content.json();
    }

    private static Content readNow(Path file) {
        Problems problems = new Problems();
        return new Content(Sources.read(file, problems), problems);
    }

    private record Content(Json json, Problems problems) {}
}
