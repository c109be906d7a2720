package org.ohmgrad.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String field(String text) {
        var csv = new Csv();
        csv.line(List.of(text));
        return csv.toString().stripTrailing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "@SUM(A1)", "-1+1", "-", "--1", "\t=1", " =1", "\uFF1D1", "-1e", "+a"})
    void whatASpreadsheetWouldComputeGetsAnApostrophe(String text) {
        assertEquals("'" + text, field(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-0.5", "+3", "-1e-9", "-1.5E+20", "0", "1e3", "-.5", "a=b", "1-2", "/chip/cell/bits", "'=1"})
    void numbersAndOtherTextsStayAsTheyAre(String text) {
        assertEquals(text, field(text));
    }
}
