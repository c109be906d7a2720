package org.ohmgrad.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as instruments, spreadsheets and people write them; in these texts | ends a line. */
class TableReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private InputFile file(String text) {
        try {
            Path file = folder.resolve("t.csv");
            Files.writeString(file, text.replace("|", "\n").replace("\\t", "\t").replace("\\r", "\r"));
            return InputFile.of(file, "", 1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as text, numbers where a field is one. */
    private List<String> rows(String text, Decimal decimal, int fewest) {
        List<String> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(file(text), decimal, fewest)) {
            while (reader.next()) {
                rows.add(IntStream.range(0, reader.filledFields())
                        .mapToObj(k -> Double.isNaN(reader.number(k)) ? reader.text(k) : "" + reader.number(k))
                        .toList()
                        .toString());
            }
        }
        return rows;
    }

    private List<String> rows(String text) {
        return rows(text, Decimal.AUTO, 1);
    }

    private String refusal(String text, int fewest) {
        return String.valueOf(assertThrows(TableException.class, () -> rows(text, Decimal.AUTO, fewest))
                        .getMessage())
                .replace(folder.toString(), "DIR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pulse,conductance,branch|0,1.5e-6,up|1,2,down",
                "pulse;conductance;branch|0;1.5e-6;up|1;2;down",
                "pulse;conductance;branch|0;1,5e-6;up|1;2;down",
                "pulse\\tconductance\\tbranch|0\\t1,5e-6\\tup|1\\t2\\tdown",
                "pulse conductance branch|0   1,5e-6 up|1 2,0   down  ",
                "\uFEFF\"pulse\",\"conductance\",\"branch\"\\r|\"0\",1.50e-06 ,up\\r|1.0, 2 ,\"down\"\\r|\\r|",
                "# made, by; hand|pulse,conductance,branch,||0,.0000015,up,|# \"half way|1,2.,down,|,,,|",
                "sep=;|pulse;conductance;branch|0;1,5e-6;up|1;2;down",
                "pulse;conductance;branch|0;0,0000015;up;;|1;2;down;;"
            })
    void oneTableWrittenInManyWaysIsOneTable(String text) {
        assertEquals(List.of("[pulse, conductance, branch]", "[0.0, 1.5E-6, up]", "[1.0, 2.0, down]"), rows(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "1,50E-04|2,50E-04 -> t.csv:1: \"1,50E-04\" may be two numbers or one with a decimal comma",
                "1,2|3|4 -> t.csv:1: \"1,2\" may be two numbers or one with a decimal comma",
                "# volt||0,5 -> t.csv:3: \"0,5\" may be two numbers or one with a decimal comma",
                "-1,0|0,1|12,25 -> t.csv:1: \"-1,0\" may be two numbers or one with a decimal comma"
            })
    void commasThatMayPartOrMarkAreAsked(String text, String message) {
        String refusal = refusal(text, 1);
        assertTrue(refusal.startsWith("DIR/" + message), refusal);
        assertTrue(refusal.endsWith("say which with --decimal comma or --decimal point"), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "1,50|1,0050 -> [1.5] [1.005]",
                "0,05|1|1,5 -> [0.05] [1.0] [1.5]",
                "1|2|03 -> [1.0] [2.0] [3.0]",
                "0,1;0,2 -> [0.1, 0.2]",
                "0,1 0,2 -> [0.1, 0.2]",
                "0,1\\t3 -> [0.1, 3.0]",
                "\"1,5\"|\"2,5\" -> [1.5] [2.5]",
                "1, 50|2,50 -> [1.0, 50.0] [2.0, 50.0]",
                "1,50|2,50.5 -> [1.0, 50.0] [2.0, 50.5]",
                "1,50|2,-50 -> [1.0, 50.0] [2.0, -50.0]",
                "1e-3,2|3,4 -> [0.001, 2.0] [3.0, 4.0]",
                "1,2,3 -> [1.0, 2.0, 3.0]",
                "a,b|1,50 -> [a, b] [1.0, 50.0]"
            })
    void whereARowTellsCommasAreRead(String text, String rows) {
        assertEquals(rows, String.join(" ", rows(text)));
    }

    @Test
    void theDecimalMarkCanBeSaid() {
        assertEquals(List.of("[1.5]", "[2.5]"), rows("1,50|2,50", Decimal.COMMA, 1));
        assertEquals(List.of("[1.0, 50.0]", "[2.0, 50.0]"), rows("1,50|2,50", Decimal.POINT, 1));
        assertEquals(List.of("[1.0, 50.0]", "[2.0, 50.0]"), rows("1,50|2,50", Decimal.AUTO, 2));
    }

    @Test
    void aTableHasOneDecimalMark() {
        try (TableReader reader = TableReader.open(file("1;2|1,5;2|3;2.5"), Decimal.AUTO, 1)) {
            while (reader.line() < 3 && reader.next()) {
                reader.number(0);
            }
            assertTrue(Double.isNaN(reader.number(1)));
            assertEquals("has \"2.5\" where the decimal mark is a comma", reader.found(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nan",
                "0x10",
                "1f",
                "1d",
                "1 2",
                ".",
                "+",
                "1e",
                "e5",
                "1.2.3",
                "1,2.3",
                "--1",
                "1_000",
                "Infinity"
            })
    void onlyDecimalNumbersAreNumbers(String text) {
        try (TableReader reader = TableReader.open(file("1;" + text), Decimal.AUTO, 2)) {
            assertTrue(reader.next());
            assertTrue(Double.isNaN(reader.number(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "12345",
                "0.1",
                "5.",
                ".5",
                "-1.50E-04",
                "1e22",
                "9007199254740993",
                "0.30000000000000004",
                "1.7976931348623157e308",
                "4.9e-324",
                "123456789012345678901234567890",
                "0.00000000000000000000000000001",
                "000123",
                "+7",
                "1e999"
            })
    void aNumberIsTheNearestDouble(String text) {
        try (TableReader reader = TableReader.open(file("1;" + text), Decimal.AUTO, 2)) {
            assertTrue(reader.next());
            assertEquals(Double.parseDouble(text), reader.number(1));
        }
    }

    @Test
    void namesInACommentAreKept() {
        try (TableReader reader = TableReader.open(file("# pulse; G\n1;2\n"), Decimal.AUTO, 1)) {
            assertTrue(reader.next());
            assertEquals(List.of("pulse", "G"), reader.comment());
        }
    }

    @Test
    void emptyLinesAreTold() {
        try (TableReader reader = TableReader.open(file("1;2|;|# x||3;4|5;6"), Decimal.AUTO, 1)) {
            assertTrue(reader.next() && reader.emptyLine() == 0);
            assertTrue(reader.next());
            assertEquals(2, reader.emptyLine());
            assertTrue(reader.next());
            assertEquals(0, reader.emptyLine());
        }
    }

    @Test
    void columnsAreFoundByAnyOfTheirNamesAndTellTheirUnits() {
        Header header = new Header(List.of("Pulse Number", "Conductance (S)", "I / A", "read_voltage[V]", ""));
        assertEquals(0, header.find("pulse", "pulse-number").orElseThrow());
        assertEquals(1, header.find("conductance").orElseThrow());
        assertEquals("S", header.unit(1));
        assertEquals("A", header.unit(2));
        assertEquals("V", header.unit(header.find("readvoltage").orElseThrow()));
        assertTrue(header.find("branch").isEmpty());
        assertEquals("", header.unit(0));
        String several = assertThrows(IllegalArgumentException.class, () -> header.find("I", "conductance"))
                .getMessage();
        assertEquals("the columns \"Conductance (S)\" and \"I / A\" mean the same", several);
    }

    @Test
    void aFieldWithoutAnEndIsRefusedAndShownInPart() {
        String refusal = refusal("1,2|1," + "7".repeat(100_000), 1);
        assertEquals("DIR/t.csv:2: a field is longer than 65536 characters: \"" + "7".repeat(80) + "...\"", refusal);
    }

    @Test
    void aFileBeyondTheLimitIsRefusedBeforeItIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("large.csv"), "1,2\n");
        var refused = assertThrows(TableException.class, () -> InputFile.of(file, "take fewer rows", 3));
        assertEquals(
                file + " is too large: at most 3 bytes are read, counted without compression; take fewer rows",
                refused.getMessage());
    }
}
