package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.data.Refusals.assertBroken;
import static org.ohmgrad.data.Refusals.assertRefused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDatasetTest {
    private static final String PLAIN = "a,kind,b\n1,x,10\n2,y,20\n3,x,30\n4,y,40\n5,x,50\n";

    private final Path folder;

    CsvDatasetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Partition load(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        return raw("kind").load(folder);
    }

    private void write(byte[] bytes) {
        try {
            Files.write(folder.resolve("t.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static CsvDataset raw(String label) {
        return new CsvDataset("t.csv", label, 0, 0.4, 1, false);
    }

    private void assertFileRefused(String expected, String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        assertRefused(folder, expected, raw("kind"));
    }

    @Test
    void theLabelColumnNamesTheClassAndAllOthersAreInputsInTheirOrder() {
        var parts = load(PLAIN);
        assertEquals(3, parts.train().count());
        assertEquals(2, parts.test().count());
        assertEquals(
                "[0 [1.0, 10.0], 0 [3.0, 30.0], 0 [5.0, 50.0], 1 [2.0, 20.0], 1 [4.0, 40.0]]",
                Parts.sorted(parts.train(), parts.test()).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,kind,b\r\n1,x,10\r\n2,y,20\r\n3,x,30\r\n4,y,40\r\n5,x,50",
                "a,kind,b\r1,x,10\r2,y,20\r3,x,30\r4,y,40\r5,x,50\r\r",
                "\uFEFF\"a\",kind,b\n\"1\",x,10\n2,\"y\",20\n 3 , x,3e1\n+4,y,40.0\n5.,x,.5E2\n\n\n",
            })
    void lineEndsQuotesAndSpellingsOfANumberDoNotMatter(String text) {
        var expected = load(PLAIN);
        var found = load(text);
        assertEquals(Parts.rows(expected.train()), Parts.rows(found.train()));
        assertEquals(expected.digest(), found.digest());
    }

    @Test
    void quotedFieldsMayHoldCommasQuotesAndLineBreaks() {
        var parts = load("a,kind\n1,\"u, v\"\n2,\"say \"\"w\"\"\nagain\"\n3,\"u, v\"\n4,\"u, v\"\n5,\"u, v\"\n");
        assertTrue(parts.note().contains("classes say \"w\"\nagain, u, v in column kind"), parts.note());
    }

    @Test
    void gzipIsKnownByTheContentAndLeavesTheDigestAsItWas() {
        var expected = load(PLAIN);
        write(gzip(PLAIN.getBytes(StandardCharsets.UTF_8)));
        var found = raw("kind").load(folder);
        assertEquals(expected.digest(), found.digest());
        assertEquals(Parts.rows(expected.test()), Parts.rows(found.test()));
    }

    @Test
    void anyChangedValueOrLabelChangesTheDigest() {
        String digest = load(PLAIN).digest();
        assertEquals(64, digest.length());
        assertNotEquals(digest, load(PLAIN.replace("50", "51")).digest());
        assertNotEquals(digest, load(PLAIN.replace("5,x", "5,y")).digest());
    }

    @Test
    void standardisingIsFittedToTheTrainingPartAlone() {
        write(PLAIN.getBytes(StandardCharsets.UTF_8));
        var unscaled = raw("kind").load(folder);
        var scaled = new CsvDataset("t.csv", "kind", 0, 0.4, 1, true).load(folder);
        double[] a = {
            unscaled.train().inputs().get(0, 0),
            unscaled.train().inputs().get(1, 0),
            unscaled.train().inputs().get(2, 0)
        };
        double mean = Arrays.stream(a).sum() / 3;
        double deviation =
                Math.sqrt(Arrays.stream(a).map(x -> (x - mean) * (x - mean)).sum() / 3);
        for (int i = 0; i < 2; i++) {
            double expected = (unscaled.test().inputs().get(i, 0) - mean) / deviation;
            assertEquals(expected, scaled.test().inputs().get(i, 0), 1e-6);
        }
    }

    @Test
    void aColumnThatIsConstantInTrainingBecomesZeroEverywhere() {
        write("a,kind\n0.1,x\n0.1,y\n0.1,x\n0.1,y\n0.1,x\n0.1,y\n0.1,x\n".getBytes(StandardCharsets.UTF_8));
        var parts = new CsvDataset("t.csv", "kind", 0, 0.4, 1, true).load(folder);
        assertArrayEquals(new float[4], parts.train().inputs().data);
        assertArrayEquals(new float[3], parts.test().inputs().data);
    }

    @Test
    void theNoteNamesClassesScalingAndParts() {
        assertEquals(
                "A table with the classes x, y in column kind, not scaled. 6 examples to train on, 0 to validate, 4 to "
                        + "test: one test example is 25.00 points of accuracy.",
                load(PLAIN + "6,y,20\n7,x,30\n8,y,40\n9,x,50\n10,y,60\n").note());
    }

    @Test
    void aMissingFileIsNamedWithTheWayToGiveIt() {
        assertRefused(
                folder,
                "DIR/t.csv does not exist; the dataset's \"file\" must name a table in CSV, and a relative path starts "
                        + "from the experiment file's folder",
                raw("kind"));
    }

    @Test
    void aFolderIsNoTable() {
        assertRefused(
                folder,
                "DIR is a folder, not a file; the dataset's \"file\" must name a table in CSV, and a relative path "
                        + "starts from the experiment file's folder",
                new CsvDataset(".", "kind", 0, 0.2, 1, true));
    }

    @Test
    void aPathThatCannotBeIsRefused() {
        assertRefused(
                folder,
                "the dataset's file \"a?b\" is not a path on this system",
                new CsvDataset("a\0b", "kind", 0, 0.2, 1, true));
    }

    @Test
    void damagedGzipIsNamedAsSuch() {
        String help =
                "; the dataset's \"file\" must name a table in CSV, and a relative path starts from the experiment "
                        + "file's folder";
        byte[] whole = gzip(PLAIN.getBytes(StandardCharsets.UTF_8));
        write(Arrays.copyOf(whole, whole.length - 9));
        assertRefused(folder, "DIR/t.csv is cut off: its gzip stream has no end" + help, raw("kind"));
        whole[whole.length - 5] ^= 1;
        write(whole);
        assertRefused(
                folder,
                "DIR/t.csv is damaged: its gzip stream cannot be unpacked (Corrupt GZIP trailer)" + help,
                raw("kind"));
    }

    @Test
    void textMustBeUtf8() {
        write(new byte[] {'a', ',', (byte) 0xe9, '\n'});
        assertRefused(folder, "DIR/t.csv is not text in UTF-8", raw("kind"));
    }

    @Test
    void allMistakesAreNamedAtOnceUpToTwenty() {
        String mistakes = """
                DIR/t.csv:2: column "kind" must name a class but is empty
                DIR/t.csv:2: column "x" must hold a number but has "one"
                DIR/t.csv:4: column "x" must hold a number but is empty""";
        assertFileRefused(mistakes, "x,kind\none,\n2,a\n,b\n");
        String many = "x,kind\n" + "?,a\n".repeat(25);
        String lines = IntStream.rangeClosed(2, 21)
                .mapToObj(line -> "DIR/t.csv:" + line + ": column \"x\" must hold a number but has \"?\"\n")
                .collect(Collectors.joining());
        assertFileRefused(lines + "and 5 more mistakes", many);
    }

    @Test
    void aTableNeedsAHeaderAndRows() {
        assertFileRefused("DIR/t.csv is empty", "");
        assertFileRefused("DIR/t.csv is empty", "\n\r\n");
        assertFileRefused("DIR/t.csv has a header line but no rows", "a,kind\n");
        assertFileRefused(
                "DIR/t.csv:1: a header line with the columns' names must come first, but it holds only numbers; "
                        + "where there is none, say \"header\": false and give as label the number of its column, or "
                        + "\"last\"",
                "1,2\n3,4\n");
        assertFileRefused(
                "DIR/t.csv:1: at least two columns, separated by commas, are needed but there is one", "a|kind\n1|x\n");
        assertFileRefused("DIR/t.csv:1: column 2 has no name", "a,,kind\n1,2,x\n");
        assertFileRefused("DIR/t.csv:1: two columns are named \"a\"", "a,a,kind\n1,2,x\n");
        assertFileRefused(
                "DIR/t.csv:1: there is no column \"kind\" to take the label from; the columns are a, Kind",
                "a,Kind\n1,x\n");
    }

    @Test
    void aRaggedRowIsRefused() {
        assertFileRefused("DIR/t.csv:3: this row has 1 field but the header has 2", "a,kind\n1,x\n2\n");
        assertFileRefused("DIR/t.csv:2: this row has 3 fields but the header has 2", "a,kind\n1,x,y\n");
        assertFileRefused("DIR/t.csv:4: this row has 1 field but the header has 2", "a,kind\n1,x\n\n2\n");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, has \"NaN\"",
        "'', is empty",
        "abc, has \"abc\"",
        "Infinity, has \"Infinity\"",
        "1f, has \"1f\"",
        "0x10, has \"0x10\"",
        "1 2, has \"1 2\"",
        "., has \".\"",
        "'\"1,5\"', 'has \"1,5\" where the decimal mark is a point'",
    })
    void onlyDecimalNumbersAreNumbers(String field, String found) {
        assertFileRefused(
                "DIR/t.csv:3: column \"a\" must hold a number but " + found,
                "kind,a\nx,1\ny," + field + "\nx,3\ny,4\n");
    }

    @Test
    void lineNumbersCountTheLineBreaksInsideQuotes() {
        assertFileRefused(
                "DIR/t.csv:4: column \"a\" must hold a number but has \"?\"", "kind,a\n\"x\ny\",1\nz,?\nz,1\nz,1\n");
    }

    @Test
    void aNumberBeyondAFloatIsRefused() {
        assertFileRefused(
                "DIR/t.csv:2: column \"a\" must lie within the range of a 32-bit float but has -1e39",
                "kind,a\nx,-1e39\ny,1\nx,2\ny,3\n");
    }

    @Test
    void badQuotesAreRefused() {
        assertFileRefused("DIR/t.csv:2: a quotation mark opens here and is never closed", "a,kind\n1,\"x\n2,y\n");
        assertFileRefused(
                "DIR/t.csv:2: after a closing quotation mark a comma or the line's end must follow",
                "a,kind\n1,\"x\"z\n");
        assertFileRefused(
                "DIR/t.csv:2: a field with a quotation mark inside must stand in quotation marks itself",
                "a,kind\n1,x\"z\"\n");
    }

    @Test
    void labelsMustBeClasses() {
        assertFileRefused("DIR/t.csv:3: column \"kind\" must name a class but is empty", "a,kind\n1,x\n2, \n");
        assertFileRefused(
                "DIR/t.csv has only the class \"x\" in column \"kind\" where at least two are needed",
                "a,kind\n1,x\n2,x\n3,x\n");
        assertFileRefused(
                "DIR/t.csv has 3 different values in 5 rows of column \"kind\", which can hardly be classes",
                "a,kind\n1,1.5\n2,2.5\n3,3.5\n4,1.5\n5,1.5\n");
    }

    @Test
    void emptyNamesAndSharesThatLeaveNothingAreRefusedTogether() {
        assertBroken(
                "file must name a file but is empty; label must name a column but is empty; "
                        + "test must be below 1 together with validation",
                () -> new CsvDataset(" ", "", 0.5, 0.6, 1, true));
        assertBroken("test must be positive but is 0", () -> new CsvDataset("f", "l", 0, 0, 1, true));
    }
}
