package org.ohmgrad.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.report.record.CellBlocks;
import org.ohmgrad.report.text.UnitPrefix;

class HeatMapTest {
    private static final HeatMap.Labels WORDS =
            new HeatMap.Labels("IR drop", "voltage lost", "V", "All lines driven & measured.");
    private static final Pattern RECTANGLE = Pattern.compile("<rect x=");

    private static HeatMap map(int rows, int cols, double... values) {
        return new HeatMap(WORDS, rows, cols, values);
    }

    private static long rectangles(HeatMap map) {
        return RECTANGLE.matcher(map.svg()).results().count() - Shades.COUNT;
    }

    private static double luminance(int shade) {
        Color colour = Color.decode(Shades.colour(shade));
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }

    @Test
    void everyShadeIsDarkerThanTheOneBefore() {
        for (int shade = 1; shade < Shades.COUNT; shade++) {
            assertTrue(luminance(shade) < luminance(shade - 1), "shade " + shade);
        }
        assertTrue(luminance(0) > 0.9);
        assertTrue(luminance(Shades.COUNT - 1) < 0.01);
    }

    @Test
    void aLargerNumberIsDarkerWhereItsCellLies() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(map(2, 2, 0, 1, 2, 4).png()));
        int[] greens = IntStream.of(0, 1, 2, 3)
                .map(k -> new Color(image.getRGB(408 + 120 * (k % 2), 140 + 120 * (k / 2))).getGreen())
                .toArray();
        int[] sorted = Arrays.stream(greens)
                .map(green -> -green)
                .sorted()
                .map(green -> -green)
                .toArray();
        assertArrayEquals(sorted, greens, Arrays.toString(greens));
        assertTrue(greens[3] < greens[2], Arrays.toString(greens));
    }

    @Test
    void theWordsAndBothAxesAreWritten() {
        String svg = map(2, 3, 0, 1, 2, 3, 4, 5).svg();
        for (String text : List.of(
                "IR drop",
                "voltage lost (V)",
                "word line",
                "bit line",
                "All lines driven &amp; measured.",
                ">3</text>")) {
            assertTrue(svg.contains(text), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.02, V, mV", "3e-6, S, \u00b5S", "12, V, V", "0.02, %, %", "0, V, V", "-4e-9, A, nA"})
    void aUnitTakesThePrefixUnderWhichNumbersReadBest(double value, String unit, String shown) {
        assertEquals(shown, UnitPrefix.of(unit, new double[] {value, value / 3}).unit());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, -3, 1e-12, 1e99})
    void anArrayOfEqualNumbersIsDrawnInOnePieceARow(double value) {
        double[] values = new double[12];
        Arrays.fill(values, value);
        values[5] *= 1 + 1e-12;
        assertEquals(3, rectangles(map(3, 4, values)));
    }

    @Test
    void cellsOfDifferentNumbersAreDrawnOneByOneUpToTheMost() {
        int n = HeatMap.MOST;
        HeatMap map =
                map(n, n, IntStream.range(0, n * n).mapToDouble(k -> k % 2).toArray());
        assertEquals((long) n * n, rectangles(map));
        assertFalse(map.svg().contains("Each rectangle"));
    }

    @Test
    void blocksOfALargeArrayAreMeansAndTheCaptionSaysSo() {
        int rows = 300;
        double[] values = IntStream.range(0, rows * 2)
                .mapToDouble(k -> Math.floor(k / 2.0))
                .toArray();
        HeatMap map = map(rows, 2, values);
        assertTrue(map.svg().contains("Each rectangle is the mean of 2 x 1 cells."));
        CellBlocks blocks = CellBlocks.of(rows, 2, values, HeatMap.MOST);
        assertEquals(150, blocks.down());
        assertEquals(2, blocks.across());
        assertEquals(10.5, blocks.mean(5, 1));
    }

    @Test
    void aBlockAtTheEdgeIsTheMeanOfTheCellsItHas() {
        CellBlocks blocks = CellBlocks.of(3, 3, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 10}, 2);
        assertArrayEquals(new double[] {3, 4.5, 7.5, 10}, blocks.means());
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> map(0, 2));
        assertThrows(IllegalArgumentException.class, () -> map(2, 2, 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> map(1, 2, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> map(1, 1, 1e101));
    }
}
