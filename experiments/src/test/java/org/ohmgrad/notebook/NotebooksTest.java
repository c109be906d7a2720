package org.ohmgrad.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook of the folder; a new one needs no change here. */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");
    private static final Path STARTUP = FOLDER.resolve("startup.jsh");

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jsh") && !file.equals(STARTUP))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everySnippetRunsAndTheReaderSeesWhatTheLessonPromises(Path notebook) throws IOException {
        String lesson = Files.readString(notebook);
        List<String> promises = Promises.of(lesson);
        assertFalse(promises.isEmpty(), notebook + " has no line \"//> ...\" that says what one should see");
        String shown = Session.outputOf(List.of(Files.readString(STARTUP), lesson));
        assertEquals(
                "", Promises.firstBroken(promises, shown), () -> notebook + " promises this line; it shows\n" + shown);
    }
}
