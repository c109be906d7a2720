package org.ohmgrad.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.table.Decimal;

/** Tables as people and programs write them; in these texts | ends a line. */
class NumberTableReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(
                folder.resolve("G.csv"),
                text.replace("|", "\n").replace("\\t", "\t").replace("\\r", "\r"));
    }

    private String refusal(Path file, Quantity quantity, OptionalInt width) {
        var refused = assertThrows(
                CircuitException.class,
                () -> NumberTableReader.read(file, quantity, Decimal.AUTO, width, "one for each word line of G.csv"));
        return String.valueOf(refused.getMessage()).replace(file.toString(), "G.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,2e-5|0,4",
                "1.5,2e-5|0,4|",
                "1.5,2e-5\\r|0,4\\r|\\r|",
                "1.5,2e-5\\r0,4\\r",
                "\uFEFF1.5,2e-5|0,4",
                "# siemens|1.5,2e-5|  # the second word line|0,4|",
                "||1.5,2e-5|0,4||",
                "1.5,2e-5|0,4|,|,|",
                "\"1.5\",\"2e-5\"|\"0\", \"4\"",
                " 1.5 , +2E-5 |-0,4.",
                "1.5;2e-5|0;4",
                "1,5;2e-5|0;4,0",
                "1.5\\t2e-5|0\\t4",
                "1,5\\t0,00002|0\\t4",
                "  1.5   2e-5|0 4  |",
                "1.5 \\t 2e-5|0\\t4"
            })
    void whatHasOneMeaningIsRead(String text) throws IOException {
        NumberTable table = NumberTableReader.read(file(text), Quantity.CONDUCTANCE, Decimal.AUTO);
        assertEquals(2, table.rows());
        assertEquals(2, table.cols());
        assertArrayEquals(new double[] {1.5, 2e-5, 0, 4}, table.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            quoteCharacter = '`',
            value = {
                "1,2.|3 -> G.csv:2: row 2 has 1 conductance but must have 2, as row 1 has",
                "1,2|3,4,5 -> G.csv:2: row 2 has 3 conductances but must have 2, as row 1 has",
                "# S|1,-2e-6 -> G.csv:2: row 1, column 2 must not be negative but is -2e-6",
                "1,2|NaN,1 -> G.csv:2: row 2, column 1 must be a conductance in siemens but is \"NaN\"",
                "inf -> G.csv:1: row 1, column 1 must be a conductance in siemens but is \"inf\"",
                "1,+1e999 -> G.csv:1: row 1, column 2 must be a finite conductance but is +1e999",
                "1,,3 -> G.csv:1: row 1, column 2 must be a conductance in siemens but is empty",
                "1,2,|3,4,5 -> G.csv:2: row 2 has 3 conductances but must have 2, as row 1 has",
                "1,2|3,open -> G.csv:2: row 2, column 2 must be a conductance in siemens but is \"open\"",
                "c1,c2|1,2 -> G.csv:1: row 1, column 1 must be a conductance in siemens but is \"c1\"; the table must have no header",
                "1,10u -> G.csv:1: row 1, column 2 must be a conductance in siemens but is \"10u\"",
                "0x10 -> G.csv:1: row 1, column 1 must be a conductance in siemens but is \"0x10\"",
                "1d,2f -> G.csv:1: row 1, column 1 must be a conductance in siemens but is \"1d\"",
                "1.234,5;6 -> G.csv:1: row 1, column 1 must be a conductance in siemens but is \"1.234,5\"",
                "1.0,2||3,4 -> G.csv:2: an empty line stands between rows 1 and 2",
                "|| -> G.csv is empty, but must hold conductances in siemens",
                "# nothing -> G.csv is empty, but must hold conductances in siemens"
            })
    void whatHasNotIsRefusedWithItsPlace(String text, String message) throws IOException {
        assertEquals(message, refusal(file(text), Quantity.CONDUCTANCE, OptionalInt.empty()));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertEquals(
                "G.csv is empty, but must hold voltages in volt",
                refusal(file(""), Quantity.VOLTAGE, OptionalInt.empty()));
    }

    @Test
    void voltagesMayBeNegativeButMustBeAsManyAsThereAreLines() throws IOException {
        Path file = file("-1,2|3,-4");
        assertArrayEquals(
                new double[] {3, -4},
                NumberTableReader.read(file, Quantity.VOLTAGE, Decimal.AUTO, OptionalInt.of(2), "")
                        .row(1));
        assertEquals(
                "G.csv:1: row 1 has 2 voltages but must have 3, one for each word line of G.csv",
                refusal(file, Quantity.VOLTAGE, OptionalInt.of(3)));
    }

    @Test
    void aTableBeyondTheLimitIsRefusedWhereItGoesBeyond() throws IOException {
        Path tall = file("1.0,2|" + "1,2|".repeat((1 << 19) - 1) + "0,0");
        assertEquals(
                "G.csv:524289: the table is too large: at most 1,048,576 conductances can be read",
                refusal(tall, Quantity.CONDUCTANCE, OptionalInt.empty()));
        Path wide = file("1,".repeat(1 << 20) + "1");
        assertEquals(
                "G.csv:1: the table is too large: at most 1,048,576 conductances can be read",
                refusal(wide, Quantity.CONDUCTANCE, OptionalInt.empty()));
    }

    @Test
    void aFieldWithoutAnEndIsRefused() throws IOException {
        assertEquals(
                "G.csv:1: a field is longer than 65536 characters: \"" + "0".repeat(80) + "...\"",
                refusal(file("0".repeat((1 << 16) + 1)), Quantity.CONDUCTANCE, OptionalInt.empty()));
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = folder.resolve("G.csv");
        Files.write(file, "1,2\n".getBytes(StandardCharsets.UTF_16));
        assertEquals("G.csv is not text in UTF-8", refusal(file, Quantity.CONDUCTANCE, OptionalInt.empty()));
        Files.write(file, new byte[] {'1', 0, '\n'});
        assertEquals(
                "G.csv:1: row 1, column 1 must be a conductance in siemens but is \"1?\"",
                refusal(file, Quantity.CONDUCTANCE, OptionalInt.empty()));
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        Path missing = folder.resolve("no.csv");
        assertEquals("G.csv does not exist", refusal(missing, Quantity.VOLTAGE, OptionalInt.empty()));
        assertEquals("G.csv is a folder, not a file", refusal(folder, Quantity.VOLTAGE, OptionalInt.empty()));
    }

    @Test
    void aLongWordIsShownInPart() throws IOException {
        assertEquals(
                "G.csv:1: row 1, column 1 must be a conductance in siemens but is \"" + "7x".repeat(40) + "...\"",
                refusal(file("7x".repeat(5000)), Quantity.CONDUCTANCE, OptionalInt.empty()));
    }
}
