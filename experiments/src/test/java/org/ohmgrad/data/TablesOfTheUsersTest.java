package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.data.Refusals.assertBroken;
import static org.ohmgrad.data.Refusals.assertRefused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.settings.Check;

/** Labelled tables as instruments, spreadsheets and programs write them; in these texts | ends a line. */
class TablesOfTheUsersTest {
    private static final String PLAIN = "a,kind,b|1.5,x,10|2,y,20|3,x,30|4,y,40|5,x,50.25|";
    private static final String MIXED = "a,kind|1,0.0|2,0|3,1.0|4,1|5,0|6,1.0|7,-0|8,1e0|9,0|10,1|";

    @TempDir
    private Path folder = Path.of("");

    private Partition load(String text, CsvDataset dataset) throws IOException {
        write("t.csv", text);
        return dataset.load(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(
                folder.resolve(name),
                text.replace("|", "\n").replace("\\t", "\t").replace("\\r", "\r"));
    }

    private static CsvDataset raw(String label, boolean header) {
        return new CsvDataset("t.csv", label, 0, 0.4, 1, false, header, "", false);
    }

    private static CsvDataset even(double validation, double test, long seed) {
        return new CsvDataset("t.csv", "kind", validation, test, seed, false, true, "", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;kind;b|1.5;x;10|2;y;20|3;x;30|4;y;40|5;x;50.25",
                "a;kind;b|1,5;x;10,0|2;y;20|3;x;30|4;y;40|5;x;50,25|",
                "a\\tkind\\tb|1,5\\tx\\t10|2\\ty\\t20|3\\tx\\t30|4\\ty\\t40|5\\tx\\t50,25|",
                "a kind b|1.5 x 10|2  y 20|3 x 30|4 y 40|5 x 50.25",
                "# lab 3, 300 K|a,kind,b|1.5,x,10|# half, way, there|2,y,20||3,x,30|4,y,40|5,x,50.25||",
                "a,kind,b,|1.5,x,10,|2,y,20,|3,x,30,|4,y,40,|5,x,50.25,|,,,|",
                "a,kind,b|1.5,x,10,|2,y,20,|3,x,30,|4,y,40,|5,x,50.25,|",
                ",a,kind,b|0,1.5,x,10|1,2,y,20|2,3,x,30|3,4,y,40|4,5,x,50.25|",
                "# a,kind,b|1.5,x,10|2,y,20|3,x,30|4,y,40|5,x,50.25|",
                "sep=;\\r|a;kind;b\\r|1,5;x;10\\r|2;y;20\\r|3;x;30\\r|4;y;40\\r|5;x;50,25\\r|",
            })
    void oneTableWrittenInManyWaysIsOneDataSet(String text) throws IOException {
        var expected = load(PLAIN, raw("kind", true));
        var found = load(text, raw("kind", true));
        assertEquals(Parts.rows(expected.train()), Parts.rows(found.train()));
        assertEquals(Parts.rows(expected.test()), Parts.rows(found.test()));
        assertEquals(expected.digest(), found.digest());
    }

    @ParameterizedTest
    @CsvSource({"2", "last"})
    void aTableWithoutAHeaderCountsItsColumns(String label) throws IOException {
        var expected = load(
                PLAIN.replace(",x,", ";x,")
                        .replace(",y,", ";y,")
                        .replace(",kind", ";kind")
                        .replaceAll(",[^|]*", "")
                        .replace(';', ','),
                raw("kind", true));
        var found = load("1.5,x|2,y|3,x|4,y|5,x|", raw(label, false));
        assertEquals(expected.digest(), found.digest());
        assertEquals(List.of("x", "y"), found.classNames());
    }

    @Test
    void columnsNumberedFromZeroAreNames() throws IOException {
        var found = load("0,1,2|1.5,10,0|2,20,1|3,30,0|4,40,1|5,50,0|", raw("2", true));
        assertEquals(5, found.train().count() + found.test().count());
        assertEquals(List.of("0", "1"), found.classNames());
    }

    @Test
    void aFirstColumnWithoutANameMustCountTheRows() throws IOException {
        write("t.csv", ",a,kind|0,1.5,x|2,2,y|");
        assertRefused(
                folder,
                "DIR/t.csv:3: column 1 has no name, and does not count the rows from 0 either",
                raw("kind", true));
        assertTrue(load(",a,kind|0,1,x|1,2,y|2,3,x|3,4,y|4,5,x|", raw("kind", true))
                .note()
                .contains("The first column, which counts the rows, is left out."));
    }

    @Test
    void spellingsOfOneNumberAreOneClassNamedByTheShortest() throws IOException {
        var found = load(MIXED, raw("kind", true));
        assertEquals(List.of("0", "1"), found.classNames());
        assertArrayEquals(new int[] {5, 5}, Parts.counts(found.train(), found.test()));
        assertEquals(
                load(MIXED.replaceAll("0\\.0|-0", "0").replaceAll("1\\.0|1e0", "1"), raw("kind", true))
                        .digest(),
                found.digest());
    }

    @Test
    void spellingsAmongWordsStayAsTheyAreAndClassesKeepTheirOrder() throws IOException {
        var words = load("a,kind|1,0|2,0.0|3,none|4,0|5,0.0|6,none|", raw("kind", true));
        assertEquals(List.of("0", "0.0", "none"), words.classNames());
        var numbers = load("a,kind|1,10|2,9|3,10|4,9.0|5,9|6,010|", raw("kind", true));
        assertEquals(List.of("10", "9"), numbers.classNames());
    }

    @Test
    void aClassThatIsTestedAndNotTrainedIsNamed() throws IOException {
        write("test.csv", "a,kind|1,x|2,z|3,y|4,w|");
        var dataset = new CsvDataset("t.csv", "kind", 0, 0.2, 1, false, true, "test.csv", false);
        var found = load("a,kind|1,x|2,y|3,x|4,y|5,y|6,x|7,x|8,y|", dataset);
        String warning =
                "Classes w, z occur in the test part and not in the training part, so no network can learn them.";
        assertEquals(warning, found.warning());
        assertTrue(found.note().endsWith(warning), found.note());
        assertEquals("", load(PLAIN.repeat(1), even(0, 0.4, 1)).warning());
    }

    @Test
    void aClassThatIsTrainedAndNotTestedIsNamed() throws IOException {
        var found = load("a,kind|1,x|2,y|3,x|4,y|5,rare|6,rare|7,x|8,x|9,y|10,y|", even(0, 0.2, 1));
        assertEquals("", found.warning());
        assertTrue(
                found.note()
                        .endsWith("Class rare occurs in the training part and not in the test part, so no accuracy"
                                + " speaks of it."),
                found.note());
    }

    @Test
    void aFirstLineOfDataIsRecognised() throws IOException {
        String there = "DIR/t.csv:1: there is no column \"kind\" to take the label from; the columns are ";
        write("t.csv", "5.1,3.5,setosa|4.9,3.0,setosa|");
        assertRefused(
                folder,
                there + "5.1, 3.5, setosa; if this first line is data already, say \"header\": false",
                raw("kind", true));
        write("t.csv", "a,b,species|4.9,3.0,setosa|");
        assertRefused(folder, there + "a, b, species", raw("kind", true));
    }

    @Test
    void theLastColumnNeedsNoName() throws IOException {
        assertEquals(
                List.of("x", "y"),
                load("a,kind|1,x|2,y|3,x|4,y|5,x|", raw("last", true)).classNames());
        assertEquals(
                List.of("x", "y"),
                load("last,kind,b|x,1,1|y,2,1|x,3,1|y,4,1|x,5,1|", raw("last", true))
                        .classNames());
    }

    @Test
    void aTestTableOfItsOwnIsTheTestPart() throws IOException {
        write("test.csv", "a;kind|100,5;y|200;x|");
        var dataset = new CsvDataset("t.csv", "kind", 0.25, 0.2, 1, false, true, "test.csv", false);
        var found = load("a,kind|1,x|2,y|3,x|4,y|", dataset);
        assertEquals(3, found.train().count());
        assertEquals(1, found.validation().count());
        assertEquals(List.of("0 [200.0]", "1 [100.5]"), Parts.sorted(found.test()));
        String digest = found.digest();
        write("test.csv", "a;kind|100,5;y|201;x|");
        assertFalse(digest.equals(dataset.load(folder).digest()));
        write("test.csv", "b;kind|100,5;y|200;x|");
        assertRefused(
                folder, "DIR/test.csv must have the columns of DIR/t.csv, which are a, kind, but has b, kind", dataset);
        assertBroken(
                "test is a share of \"file\" but \"testFile\" is the test part: leave one of them out",
                () -> new CsvDataset("t.csv", "kind", 0, 0.3, 1, true, true, "test.csv", false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStratifiedSplitGivesEveryPartItsShareOfEveryClass(long seed) throws IOException {
        String rows = IntStream.range(0, 100)
                .mapToObj(k -> k + "," + (k < 60 ? "x" : k < 98 ? "y" : k < 99 ? "z" : "w"))
                .collect(Collectors.joining("|", "a,kind|", "|"));
        var found = load(rows, even(0.1, 0.5, seed));
        double[] all = {1, 60, 38, 1};
        for (int k = 0; k < all.length; k++) {
            int tested = Parts.counts(found.test())[k];
            int validated = Parts.counts(found.validation())[k];
            assertEquals(0.5 * all[k], tested, 1, "tested of class " + k + ", seed " + seed);
            assertEquals(0.1 * all[k], validated, 1, "validated of class " + k + ", seed " + seed);
            assertTrue(Parts.counts(found.train())[k] > 0, "trained of class " + k + ", seed " + seed);
        }
        assertEquals(
                100,
                found.train().count()
                        + found.validation().count()
                        + found.test().count());
        assertEquals(
                Parts.rows(found.test()),
                Parts.rows(load(rows, even(0.3, 0.5, seed)).test()));
    }

    @Test
    void aClassThatBeginsLikeACommentIsNotPassedOver() throws IOException {
        write("t.csv", "kind,a|x,1|#y,2|x,3|");
        assertRefused(
                folder,
                "DIR/t.csv:4: the line before begins with # and has the fields of a row: put quotation marks around its class, "
                        + "or take it out if it is a comment",
                raw("kind", true));
        assertEquals(
                List.of("#y", "x"),
                load("kind,a|x,1|\"#y\",2|x,3|# red|\"#y\",4|", raw("kind", true))
                        .classNames());
    }

    @Test
    void tooManyClassesAreRefusedBeforeTheyCostAnything() throws IOException {
        String rows =
                IntStream.range(0, 10_001).mapToObj(k -> "1,c" + k).collect(Collectors.joining("\n", "a,kind\n", "\n"));
        write("t.csv", rows);
        assertRefused(
                folder,
                "DIR/t.csv:10002: column \"kind\" has more than 10000 different values, which can hardly be classes",
                raw("kind", true));
    }

    @Test
    void manyClassesAreNumberedAtOnce() throws IOException {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(k -> "1,c" + k % 10_000)
                .collect(Collectors.joining("\n", "a,kind\n", "\n"));
        var found = load(rows, raw("kind", true));
        assertEquals(10_000, found.classes());
        assertTrue(
                found.note().length() < 3000, "the note lists " + found.note().length() + " characters");
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("t.csv")))) {
            out.write("a,kind\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1 << 20]);
        }
        assertRefused(
                folder,
                "DIR/t.csv:2: a field is longer than 65536 characters: \"" + "?".repeat(80) + "...\"",
                raw("kind", true));
    }

    @Test
    void numbersThatAreNoFloatsAreStandardisedAsDoublesWhereverTheyLie() throws IOException {
        var dataset = new CsvDataset("t.csv", "kind", 0.2, 0.2, 3, true);
        String rows = IntStream.range(0, 40)
                .mapToObj(k -> (1e9 + k / 7.0) + "," + k + "," + (k % 3))
                .collect(Collectors.joining("|", "a,b,kind|", "|"));
        var found = load(rows, dataset);
        double mean = 0;
        for (int k = 0; k < found.train().count(); k++) {
            mean += found.train().inputs().get(k, 0);
        }
        assertEquals(0, mean, 1e-5);
        // Standardised, a line stays a line: both columns are one.
        for (int k = 0; k < found.test().count(); k++) {
            assertEquals(found.test().inputs().get(k, 1), found.test().inputs().get(k, 0), 2e-6);
        }
    }

    private static CsvDataset shaped(List<Integer> shape) {
        return new CsvDataset("t.csv", "kind", 0, 0.2, 1, false, true, "", false, shape);
    }

    @Test
    void columnsAreArrangedAsAnImage() throws IOException {
        String rows = "a,b,c,d,kind|1,2,3,4,x|2,3,4,5,y|3,4,5,6,x|4,5,6,7,y|5,6,7,8,x|";
        assertEquals("1 x 2 x 2", load(rows, shaped(List.of(1, 2, 2))).shape().toString());
        assertEquals("4 features", load(rows, shaped(List.of())).shape().toString());
        assertRefused(
                folder,
                "the dataset's \"shape\" has room for 9 numbers but the examples have 4",
                shaped(List.of(1, 3, 3)));
        for (List<Integer> wrong : List.of(List.of(2, 2), List.of(1, 0, 2), List.of(1, 2_000_000_000, 2_000_000_000))) {
            assertThrows(Check.BrokenRules.class, () -> shaped(wrong));
        }
    }
}
