package org.ohmgrad.tile.converter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;

class ConvertersTest {
    /** Either converter, as the function of an array that it is. */
    private interface Converter {
        long convert(float[] values);
    }

    static Stream<Arguments> linear() {
        return Stream.of(
                Arguments.of((Converter) new LinearDac(2)::convert, 2, 1f),
                Arguments.of((Converter) new LinearDac(8)::convert, 8, 1f),
                Arguments.of((Converter) new LinearAdc(3, 0.2f)::convert, 3, 0.2f),
                Arguments.of((Converter) new LinearAdc(8, 12)::convert, 8, 12f),
                Arguments.of((Converter) new LinearAdc(9, 12)::convert, 9, 12f),
                Arguments.of((Converter) new LinearAdc(16, 32)::convert, 16, 32f));
    }

    private static float converted(Converter converter, float value) {
        float[] values = {value};
        converter.convert(values);
        return values[0];
    }

    /** A grid of values from below the range to above it. */
    private static float[] sweep(float range) {
        float[] values = new float[20001];
        for (int k = 0; k < values.length; k++) {
            values[k] = 1.5f * range * (k - 10000) / 10000f;
        }
        return values;
    }

    @Test
    void everyKindIsTested() {
        assertEquals(List.of(IdealDac.class, LinearDac.class), List.of(Dac.class.getPermittedSubclasses()));
        assertEquals(List.of(IdealAdc.class, LinearAdc.class), List.of(Adc.class.getPermittedSubclasses()));
        assertEquals(
                List.of(NoInputScaling.class, AbsMaxInputScaling.class),
                List.of(InputScaling.class.getPermittedSubclasses()));
    }

    @Test
    void sevenAndNineBitsGiveTheKnownNumbers() {
        assertEquals(0.015873016, converted(new LinearDac(7)::convert, 0.016f), 1e-8);
        assertEquals(0.5079365, converted(new LinearDac(7)::convert, 0.5f), 1e-7);
        assertEquals(0.0470588, converted(new LinearAdc(9, 12)::convert, 0.05f), 1e-7);
        assertEquals(0.9882353, converted(new LinearAdc(9, 12)::convert, 1), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("linear")
    void aConverterHasTwoToTheBitsLessOneEvenlySpacedCodes(Converter converter, int bits, float range) {
        double step = range / (Math.pow(2, bits - 1) - 1);
        TreeSet<Float> codes = new TreeSet<>();
        for (int code = -(1 << bits); code <= 1 << bits; code++) {
            codes.add(converted(converter, (float) (code * step)) + 0f);
        }
        assertEquals((1 << bits) - 1, codes.size());
        assertTrue(codes.contains(0f));
        assertEquals(range, codes.last(), 1e-6 * range);
        assertEquals(-range, codes.first(), 1e-6 * range);
        codes.forEach(code -> assertEquals(Math.rint(code / step) * step, code, 1e-6 * range));
    }

    @ParameterizedTest
    @MethodSource("linear")
    void insideTheRangeAConverterIsOffByAtMostHalfAStep(Converter converter, int bits, float range) {
        double step = range / (Math.pow(2, bits - 1) - 1);
        for (float value : sweep(range)) {
            double bounded = Math.max(-range, Math.min(range, value));
            assertEquals(bounded, converted(converter, value), 0.5 * step + 2e-6 * range);
        }
    }

    @ParameterizedTest
    @MethodSource("linear")
    void aConverterIsMonotoneOddAndIdempotent(Converter converter, int bits, float range) {
        float last = Float.NEGATIVE_INFINITY;
        for (float value : sweep(range)) {
            float here = converted(converter, value);
            assertTrue(here >= last);
            assertEquals(0, here + converted(converter, -value));
            assertEquals(here, converted(converter, here));
            last = here;
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 127", "4, 7", "16, 32767"})
    void halvesAreRoundedToEvenCodes(int bits, float range) {
        Converter adc = new LinearAdc(bits, range)::convert;
        assertEquals(0, Math.abs(converted(adc, 0.5f)));
        assertEquals(2, converted(adc, 1.5f));
        assertEquals(2, converted(adc, 2.5f));
        assertEquals(-2, converted(adc, -1.5f));
        assertEquals(-4, converted(adc, -3.5f));
        assertEquals(1, converted(adc, Math.nextUp(0.5f)));
    }

    @Test
    void whatRoundsToACodeBeyondTheLastIsClippedAndCounted() {
        float[] currents = {7.49f, 7.5f, 100, -7.49f, -8, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0};
        assertEquals(5, new LinearAdc(4, 7).convert(currents));
        assertArrayEquals(new float[] {7, 7, 7, -7, -7, 7, -7, 0}, currents);
        float[] voltages = {1, -1, 1.01f, -2, 0.99f};
        assertEquals(2, new LinearDac(8).convert(voltages));
        assertEquals(1, voltages[2], 1e-7);
        assertEquals(-1, voltages[3], 1e-7);
    }

    @Test
    void theErrorOfAConverterHasTheVarianceOfAUniformStep() {
        double step = 12.0 / 255;
        double sum = 0;
        int n = 100_000;
        for (int k = 0; k < n; k++) {
            float value = (float) (11.9 * (2 * (k + 0.5) / n - 1));
            sum += Math.pow(converted(new LinearAdc(9, 12)::convert, value) - value, 2);
        }
        assertEquals(step * step / 12, sum / n, 0.01 * step * step / 12);
    }

    @Test
    void perfectConvertersLeaveEverythingAsItIs() {
        float[] values = {0, 1e-30f, -3, 1e10f};
        float[] before = values.clone();
        assertEquals(0, new IdealDac().convert(values));
        assertEquals(0, new IdealAdc().convert(values));
        assertArrayEquals(before, values);
        assertEquals(new Converters(new NoInputScaling(), new IdealDac(), new IdealAdc()), Converters.ideal());
    }

    @Test
    void scalingDividesEachVectorByItsLargestMagnitude() {
        FMatrixRMaj vectors = new FMatrixRMaj(3, 2);
        vectors.data = new float[] {0.25f, -4, 0, 0, -1e-6f, 1e-7f};
        assertArrayEquals(new float[] {4, 0, 1e-6f}, new AbsMaxInputScaling().scales(vectors));
        assertArrayEquals(new float[] {1, 1, 1}, new NoInputScaling().scales(vectors));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, -8})
    void bitsOutsideTwoToSixteenAreRefused(int bits) {
        refused("bits must lie in [2, 16] but is " + bits, () -> new LinearDac(bits));
        refused("bits must lie in [2, 16] but is " + bits, () -> new LinearAdc(bits, 12));
    }

    @Test
    void nonsenseIsRefused() {
        refused("range must be positive but is 0", () -> new LinearAdc(8, 0));
        refused(
                "bits must lie in [2, 16] but is 0; range must be positive but is NaN",
                () -> new LinearAdc(0, Float.NaN));
        refused(
                "rows must lie in [1, 4096] but is 0; cols must lie in [1, 4096] but is 5000",
                () -> new TileSize(0, 5000));
        refused("readSeconds must lie in [0, 1000] but is -1", () -> new Timing(-1, 0));
        refused("writeSeconds must lie in [0, 1000] but is Infinity", () -> new Timing(0, Double.POSITIVE_INFINITY));
        Chip ideal = Chip.ideal(2);
        refused(
                "readVoltage must be positive but is 0",
                () -> new Chip(
                        "none",
                        "",
                        ideal.cell(),
                        ideal.mapping(),
                        0,
                        ideal.tile(),
                        ideal.forward(),
                        ideal.transposed(),
                        ideal.wires(),
                        ideal.timing(),
                        ideal.sources()));
    }

    private static void refused(String message, Executable action) {
        assertEquals(message, assertThrows(Check.BrokenRules.class, action).getMessage());
    }
}
