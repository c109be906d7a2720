package org.ohmgrad.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList()));
        }
    }

    private static String refusal(OutputFiles files, Path file) {
        return String.valueOf(assertThrows(CircuitException.class, () -> files.open("--out", file))
                .getMessage());
    }

    @Test
    void filesAppearTogetherAndWhole() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        try (var files = new OutputFiles(Map.of())) {
            files.open("--out", old).write("new");
            files.open("--nodes", folder.resolve("b")).write("also new");
            files.openBytes("--map", folder.resolve("c")).write(200);
            assertEquals("old", Files.readString(old));
            files.publish();
        }
        assertEquals(List.of("a", "b", "c"), names());
        assertArrayEquals(new byte[] {(byte) 200}, Files.readAllBytes(folder.resolve("c")));
        assertEquals("new", Files.readString(old));
        assertEquals("also new", Files.readString(folder.resolve("b")));
    }

    @Test
    void nothingIsLeftOfFilesThatAreNotPublished() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        try (var files = new OutputFiles(Map.of())) {
            Writer writer = files.open("--out", old);
            writer.write("half");
            writer.flush();
            assertEquals(2, names().size());
        }
        assertEquals(List.of("a"), names());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void aLinkStaysALinkAndItsFileIsRenewed() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (var files = new OutputFiles(Map.of())) {
            files.open("--out", link).write("new");
            files.publish();
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void noFileIsNamedTwice() throws IOException {
        Path input = Files.writeString(folder.resolve("G.csv"), "1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), input);
        try (var files = new OutputFiles(Map.of(input, "--conductances"))) {
            assertEquals("--out and --conductances name the same file, " + input, refusal(files, input));
            assertEquals("--out and --conductances name the same file, " + link, refusal(files, link));
            Path twice = folder.resolve("x/../b");
            files.open("--nodes", folder.resolve("b"));
            assertEquals("--out and --nodes name the same file, " + twice, refusal(files, twice));
        }
    }

    @Test
    void foldersAndMissingFoldersAreRefused() {
        try (var files = new OutputFiles(Map.of())) {
            assertEquals("--out must name a file, but " + folder + " is a folder", refusal(files, folder));
            Path lost = folder.resolve("no/b");
            assertEquals(lost + " cannot be written: there is no such folder", refusal(files, lost));
        }
    }
}
