package org.ohmgrad.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that documents refer to, each read once. Thread safe. */
final class ReadFiles {
    private final Map<Path, Content> contents = new ConcurrentHashMap<>();

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
