package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private final Path folder;

    FilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** The only problem of a file, without the folder's name. */
    private String refusal(Path file) {
        return refusals(file).get(0);
    }

    private List<String> refusals(Path file) {
        Document document = Sample.READER.read(file);
        return assertThrows(ConfigException.class, () -> document.bind(Sample.Plant.class)).problems().stream()
                .map(problem -> problem.toString().replace(folder.toString(), "DIR"))
                .toList();
    }

    @Test
    void aMissingFileIsRefusedWithTheNearestNames() throws IOException {
        write("quickstart.json", "{}");
        assertEquals(
                "DIR/quikstart.json:1:1: no such file; nearest in its folder: quickstart.json",
                refusal(folder.resolve("quikstart.json")));
        assertEquals("DIR/none/x.json:1:1: no such file", refusal(folder.resolve("none/x.json")));
    }

    @Test
    void aFolderIsNotAFile() {
        assertEquals("DIR:1:1: is a folder, not a file", refusal(folder));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertEquals("DIR/x.json:1:1: is empty: a JSON value is expected", refusal(write("x.json", "")));
    }

    @Test
    void aByteOrderMarkIsRefused() throws IOException {
        assertEquals(
                "DIR/x.json:1:1: begins with a byte order mark: save it as UTF-8 without one",
                refusal(write("x.json", "\uFEFF{}")));
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        assertEquals(
                "DIR/x.json:1:1: is not UTF-8 text",
                refusal(write("x.json", "{\"name\": \"ö\"}".getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(
                "DIR/x.json:1:1: is not UTF-8 text", refusal(write("x.json", "{}".getBytes(StandardCharsets.UTF_16))));
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        byte[] spaces = new byte[Sources.LARGEST + 1];
        Arrays.fill(spaces, (byte) ' ');
        assertEquals("DIR/x.json:1:1: is larger than 5 MB", refusal(write("x.json", spaces)));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertEquals(
                "DIR/x.json:1:66: " + "/0".repeat(65) + ": is nested deeper than 64 levels",
                refusal(write("x.json", "[".repeat(100_000))));
    }

    @Test
    void columnsCountCharactersAndLinesOfEveryEnding() throws IOException {
        assertEquals(
                "DIR/x.json:3:18: /cell/bits: must lie in [2, 10] but is 11",
                refusal(write("x.json", "{\r\n\"name\": \"öß\",\r\n\"cell\": {\"bits\": 11}}")));
    }

    @Test
    void aTextEndingInJsonStandsForTheFileOfThatName() throws IOException {
        write("cell.json", "{\"$schema\": \"../schema/cell.schema.json\", \"bits\": 3}");
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": \"cell.json\"}");
        assertEquals(
                new Sample.Cell(3, 1),
                Sample.READER.read(plant).bind(Sample.Plant.class).cell());
    }

    @Test
    void aFileInAFolderAboveHidesNoPresetAndIsTakenOnlyIfTheNameSaysSo() throws IOException {
        write("devices/packaged-cell.json", "{\"bits\": 3}");
        Path plant = write("a/x.json", "{\"name\": \"p\", \"cell\": \"devices/packaged-cell.json\"}");
        assertEquals(4, cell(plant).bits());
        assertEquals(List.of(Catalogue.path("devices/packaged-cell.json")), files(plant));
        write("a/x.json", "{\"name\": \"p\", \"cell\": \"../devices/packaged-cell.json\"}");
        assertEquals(3, cell(plant).bits());
        write("a/x.json", "{\"name\": \"p\", \"cell\": \"./devices/packaged-cell.json\"}");
        assertTrue(refusal(plant).startsWith("DIR/a/x.json:1:23: /cell: no file"), refusal(plant));
    }

    @Test
    void aPresetThatAFileBesideHidesIsNotedUnlessTheNameSaysWhere() throws IOException {
        write("devices/packaged-cell.json", "{\"bits\": 3}");
        Path plant = write("x.json", "{\"name\": \"p\",\n\"cell\": \"devices/packaged-cell.json\"}");
        Document document = Sample.READER.read(plant);
        TakenFile taken = document.files(Sample.Plant.class).get(0);
        assertTrue(taken.hides());
        assertEquals(
                "DIR/x.json:2: \"devices/packaged-cell.json\" is the file DIR/devices/packaged-cell.json, which hides the"
                        + " packaged preset of that name; write \"./devices/packaged-cell.json\" to say that it is meant",
                taken.note().replace(folder.toString(), "DIR"));
        write("x.json", "{\"name\": \"p\", \"cell\": \"./devices/packaged-cell.json\"}");
        assertFalse(Sample.READER.read(plant).files(Sample.Plant.class).get(0).hides());
    }

    @Test
    void whereAKindHasPresetsTheirNameAloneIsEnough() throws IOException {
        ConfigReader reader = new ConfigReader(List.of(), Map.of(Sample.Cell.class, List.of("devices")));
        Path tower = write("x.json", "{\"cell\": \"packaged-cell\"}");
        assertEquals(0.5f, reader.read(tower).bind(Tower.class).cell().range());
        write("packaged-cell.json", "{\"bits\": 5}");
        assertEquals(5, reader.read(tower).bind(Tower.class).cell().bits());
        write("x.json", "{\"cell\": \"packaged-sell\"}");
        String message = assertThrows(
                        ConfigException.class, () -> reader.read(tower).bind(Tower.class))
                .getMessage();
        assertTrue(
                String.valueOf(message).contains("nearest: devices/packaged-bell.json, devices/packaged-cell.json"),
                message);
    }

    /** Something with a cell. */
    record Tower(Sample.Cell cell) {}

    private static Sample.Cell cell(Path plant) {
        return Sample.READER.read(plant).bind(Sample.Plant.class).cell();
    }

    private static List<Path> files(Path plant) {
        return Sample.READER.read(plant).files(Sample.Plant.class).stream()
                .map(TakenFile::file)
                .toList();
    }

    @Test
    void aReferencedFileLooksForItsOwnReferencesFromItsOwnFolder() throws IOException {
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": \"parts/first.json\"}");
        write("parts/first.json", "\"second.json\"");
        write("parts/second.json", "{\"bits\": 5}");
        assertEquals(
                5, Sample.READER.read(plant).bind(Sample.Plant.class).cell().bits());
    }

    @Test
    void problemsOfAReferencedFileNameThatFileOnce() throws IOException {
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": \"c.json\", \"cells\": [\"c.json\", \"c.json\"]}");
        write("c.json", "{\n  \"bits\": 40,\n  \"bits\": 4,\n  \"rang\": 1\n}");
        assertEquals(
                List.of(
                        "DIR/c.json:2:11: /bits: must lie in [2, 10] but is 40",
                        "DIR/c.json:3:3: /bits: the key \"bits\" stands here again, first in line 2",
                        "DIR/c.json:4:3: /rang: unknown key: did you mean \"range\"? Valid: bits, range"),
                refusals(plant));
    }

    @Test
    void allProblemsOfAllFilesComeAtOnce() throws IOException {
        Path plant =
                write("x.json", "{\"name\": 1, \"cell\": \"c.json\", \"noise\": \"n.json\", \"cells\": [\"d.json\"]}");
        write("c.json", "{\"bits\": 40}");
        write("n.json", "{\"type\": \"white\" ");
        assertEquals(
                List.of(
                        "DIR/c.json:1:10: /bits: must lie in [2, 10] but is 40",
                        "DIR/n.json:1:18: ends in the middle of a value: is it cut off?",
                        "DIR/x.json:1:10: /name: must be text in double quotes but is the number 1: write \"1\"",
                        "DIR/x.json:1:60: /cells/0: no file \"d.json\" in DIR or among the packaged presets;"
                                + " nearest: c.json, n.json, x.json"),
                refusals(plant));
    }

    @Test
    void filesThatNameEachOtherInACircleAreRefused() throws IOException {
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": {\"bits\": 4}, \"noise\": \"m.json\"}");
        write("m.json", "{\"type\": \"mixture\", \"parts\": [{\"type\": \"none\"}, \"m.json\"]}");
        assertEquals(
                "DIR/m.json:1:49: /parts/1: files name each other in a circle: DIR/x.json -> DIR/m.json -> DIR/m.json",
                refusal(plant));
    }

    @Test
    void oneFileMayBeUsedTwice() throws IOException {
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": \"c.json\", \"cells\": [\"c.json\"]}");
        write("c.json", "{\"bits\": 4}");
        assertEquals(
                1, Sample.READER.read(plant).bind(Sample.Plant.class).cells().size());
    }

    @Test
    void aFileOfTheUsersGoesBeforeAPackagedOneOfTheSameName() throws IOException {
        Path plant = write("x.json", "{\"name\": \"p\", \"cell\": \"devices/packaged-cell.json\"}");
        assertEquals(
                0.5f, Sample.READER.read(plant).bind(Sample.Plant.class).cell().range());
        write("devices/packaged-cell.json", "{\"bits\": 4, \"range\": 7}");
        assertEquals(
                7, Sample.READER.read(plant).bind(Sample.Plant.class).cell().range());
    }

    @Test
    void theRefusalListsItsProblemsInReadingOrder() throws IOException {
        Path plant = write("x.json", "{\"on\": 1,\n\"cell\": 2,\n\"name\": 3}");
        ConfigException refusal = assertThrows(
                ConfigException.class, () -> Sample.READER.read(plant).bind(Sample.Plant.class));
        assertEquals(
                List.of(1, 2, 3), refusal.problems().stream().map(Problem::line).toList());
        assertEquals(3, String.valueOf(refusal.getMessage()).lines().count());
        assertEquals(refusal.problems(), new ConfigException(refusal.problems()).problems());
    }
}
