package org.ohmgrad.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "100, 100",
        "0.1, 0.1",
        "0.123456789499, 0.123456789",
        "-2.5, -2.5",
        "123456789012, 123456789000",
        "999999999999, 1e12",
        "1234567890123, 1.23456789e12",
        "0.00001, 0.00001",
        "0.0000099999999999, 0.00001",
        "0.00000123456789123, 1.23456789e-6",
        "1e300, 1e300",
        "4.9e-324, 4.94065646e-324"
    })
    void aNumberHasNineDigitsAndOneForm(double value, String text) {
        assertEquals(text, NumberText.of(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void exactTextGivesTheVeryNumberBack(long seed) {
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(chance.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(NumberText.exact(value)));
            }
        }
        assertEquals("0.10000000000000001", NumberText.exact(0.1));
        assertEquals("-1.9999999999999999e-6", NumberText.exact(-2e-6));
    }

    @Test
    void tiesGoToTheEvenDigit() {
        assertEquals("0.500000002", NumberText.of(0.5 + 3 * 0x1p-30 - 0.0000000007939677));
        assertEquals("10000000.5", NumberText.of(10000000.5));
        assertEquals("1000000000", NumberText.of(1000000000.5));
        assertEquals("200000000", NumberText.of(200000000.5));
        assertEquals("200000002", NumberText.of(200000001.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsReadBackIsWrittenAlike(long seed) {
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(chance.nextLong());
            if (Double.isFinite(value)) {
                var text = NumberText.of(value);
                assertEquals(text, NumberText.of(NumberText.rounded(value)), () -> "value " + value);
                assertTrue(
                        Math.abs(NumberText.rounded(value) - value) <= Math.abs(value) * 5.1e-9 + Double.MIN_VALUE,
                        () -> value + " as " + text);
            }
        }
    }

    @Test
    void whatIsNotFiniteHasNoText() {
        assertThrows(IllegalArgumentException.class, () -> NumberText.of(Double.NaN));
        assertEquals(
                Map.of("a", 1.0),
                NumberText.asWritten(Map.of("a", 1.0, "b", Double.NaN, "c", Double.NEGATIVE_INFINITY)));
    }

    @Test
    void onlyTheWholeIsAHundredPercent() {
        assertEquals("100 %", NumberText.percent(1, 3));
        assertEquals("99.999 %", NumberText.percent(0.9999999, 3));
        assertEquals("34.21 %", NumberText.percent(0.34207, 2));
        assertEquals("0 %", NumberText.percent(0, 2));
    }

    @Test
    void oneOfAThingIsSingular() {
        assertEquals("1 cell", Words.count(1, "cell"));
        assertEquals("0 cells", Words.count(0, "cell"));
        assertEquals("12,000 classes", Words.count(12_000, "class"));
    }

    @Test
    void fixedDecimalsNeverShowAMinusZero() {
        assertEquals("0.00", NumberText.fixed(-0.001, 2));
        assertEquals("-0.01", NumberText.fixed(-0.012, 2));
    }
}
