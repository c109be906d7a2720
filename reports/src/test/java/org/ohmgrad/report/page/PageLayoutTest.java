package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Picture;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.figure.Figures;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.Results;

/** Tables and figures fit the page, be it narrow or wide. */
class PageLayoutTest {
    @TempDir
    Path scratch = Path.of("");

    private Results results(Fixture fixture) {
        var folder = scratch.resolve(fixture.plan().experiment());
        fixture.write(folder);
        return Results.of(RecordFolder.read(folder));
    }

    private static Fixture bits() {
        return Fixture.named("bits")
                .sweep(Fixture.BITS, "2", "8")
                .updates("stochastic-rounding", "nearest-level")
                .seeds(2);
    }

    @Test
    void whatReadersLookForStandsFirst() {
        var tables = new Tables(results(bits()));
        assertEquals(
                List.of(
                        "arm",
                        "update",
                        "chip",
                        "test accuracy %",
                        "bits needed",
                        "gap to float backpropagation (points)",
                        "gap to own float (points)",
                        "float backpropagation %",
                        "own rule in float %",
                        "seeds"),
                tables.gaps().header());
        assertEquals("test accuracy %", tables.points().header().get(4));
        assertEquals("trained on chip %", tables.programmed().header().get(4));
    }

    private static String caption(Results results, String beginning) {
        return new Page(results, List.of(), true)
                .markdown()
                .lines()
                .filter(line -> line.startsWith("*" + beginning))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void captionsExplainTheColumnsThatStandThere() {
        var results = results(bits());
        var caption = caption(results, "Per layer in the last epoch");
        assertTrue(caption.contains("Feedback angle: ") && caption.contains("Updates lost: "), caption);
        assertFalse(caption.contains("Wires off: ") || caption.contains("Calibration vectors: "), caption);
        assertEquals(caption.indexOf("Saturated"), caption.lastIndexOf("Saturated"), caption);
        assertFalse(caption(results, "What was done for it").contains("Dead cells"));
        assertFalse(caption(results, "Along bits per cell").contains("Collapsed"));
        var other = results(Fixture.calibration().seeds(1));
        assertTrue(caption(other, "Per layer in the last epoch").contains("Calibration vectors: "));
    }

    @Test
    void nothingOnAPageIsOneInThePlural() {
        var results = results(Fixture.named("one")
                .rules("backpropagation")
                .updates("nearest-level")
                .sweep(Fixture.BITS, "1", "2")
                .seeds(1));
        var figures = new Figures(results).all();
        var page = new Page(results, figures, true).html()
                + new Tables(results).brief().plain();
        var plural =
                Pattern.compile("\\b(?<![.,\\d])1 (?!less|plus)[a-z-]{2,}s\\b").matcher(page);
        assertFalse(plural.find(), () -> page.substring(plural.start() - 80, plural.end() + 40));
    }

    private static final TextTable TABLE = new TextTable(
            List.of("arm", "update", "chip", "energy", "gap", "bits needed", "note"),
            List.of(
                    List.of("a", "one", "", "9.5 nJ", "-0.28 (-1.50 to 12.00)", "8", "3 of 4"),
                    List.of("b", "two", "x", "180 µJ", "10.00 (9.00 to 11.00)", "8 (fewer: undecided)", "it"),
                    List.of("c", "two", "y", "unknown", "–", "undecided with 2 seeds", "")));

    /** Columns after the first hold numbers beside a row's name on a page of 400 pixels. */
    @Test
    void whatTellsRowsApartStandsInTheFirstCell() {
        var html = TABLE.html("caption");
        assertTrue(html.contains("<tr><th scope=\"row\">a<small>one</small></th><td class=\"n\">9.5"), html);
        assertTrue(html.contains("<tr><th scope=\"row\">b<small>two, x</small></th>"), html);
        assertTrue(
                html.contains(
                        "<tr><th scope=\"col\">arm<small>update, chip</small></th><th scope=\"col\" class=\"n\">"),
                html);
        assertTrue(html.contains("<div class=\"table\" tabindex=\"0\"><table>"), "a box of its own");
    }

    @Test
    void numbersStandAtTheRightWithUnitsAndIntervalsBelowEachOther() {
        var html = TABLE.html("");
        var unit = "<span class=\"u\" style=\"min-width:2.4ch\">";
        var interval = "<span class=\"i\" style=\"min-width:13.6ch\">";
        for (var cell : List.of(
                "<td class=\"n\">180" + unit + "µJ</span></td>",
                "<td class=\"n\">-0.28" + interval + "(-1.50 to 12.00)</span></td>",
                "<td class=\"n\">–</td>",
                "<td class=\"n\">unknown</td>",
                "<td class=\"n\">undecided with 2 seeds</td>",
                "<td>3 of 4</td>",
                "<td>it</td>",
                "<th scope=\"col\">note</th>")) {
            assertTrue(html.contains(cell), cell + " in\n" + html);
        }
    }

    @Test
    void numbersAlignOnATerminalAndInMarkdownToo() {
        assertEquals(
                List.of(
                        "arm  update  chip   energy                     gap             bits needed  note",
                        "a    one            9.5 nJ  -0.28 (-1.50 to 12.00)    8                     3 of 4",
                        "b    two     x      180 µJ  10.00 (9.00 to 11.00)     8 (fewer: undecided)  it",
                        "c    two     y     unknown                       –  undecided with 2 seeds"),
                TABLE.plain().lines().toList());
        assertEquals(
                "| --- | --- | --- | ---: | ---: | ---: | --- |",
                TABLE.markdown().lines().toList().get(1));
    }

    @ParameterizedTest
    @CsvSource({"96.66 ± 10.62", "-0.5", "1,234,567", "1.5e-7", "12 (one seed)", "3.1 µJ", "8"})
    void theseAreNumbers(String text) {
        assertTrue(new ColumnLayout("", List.of(text)).numeric(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "490f98c0d2", "186 of 186", "undecided", "–", "", "2 bits and more", "OpenJDK 17"})
    void theseAreNone(String text) {
        assertFalse(new ColumnLayout("", List.of(text)).numeric(), text);
    }

    @Test
    void chartsGrowWithThePageAndTablesStayInIt() {
        var html = new Page(results(bits()), List.of(), true).html();
        assertTrue(html.contains("max-width: 1500px; margin: 2em auto;"), "body");
        assertTrue(html.contains("figure div { flex: 1 1 100%;"), "a chart has a row of its own");
        assertTrue(html.contains("figure svg { display: block; width: 100%; height: auto; }"), "and fills it");
        assertTrue(html.contains(".u, .i { min-width: 0 !important; }"), "on a phone intervals stand under numbers");
        assertTrue(
                html.contains(".table { overflow-x: auto; width: max-content; min-width: 100%; max-width: calc(100vw"));
        assertTrue(html.contains("tr > :first-child { position: sticky; left: 0;"));
    }

    /** With one panel as with many, the plots take nine tenths of a chart's width, and the chart all of the column. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void plotsFillTheColumn(int updates) {
        var fixture =
                bits().seeds(1).updates(Fixture.UPDATES.subList(0, updates).toArray(String[]::new));
        for (var figure : new Figures(results(fixture)).all()) {
            var picture = figure.picture();
            assertEquals(Picture.COLUMN, picture.width(), picture.name());
            assertTrue(widest(picture.svg()) >= 0.85 * Picture.COLUMN, picture.name() + " " + widest(picture.svg()));
        }
    }

    /** From the left edge of the first plot to the right edge of the last: frames begin and end there. */
    private static double widest(String svg) {
        var frames = Pattern.compile("<polyline fill=\"none\" points=\"([0-9.]+),[0-9.]+ \\1,([0-9.]+) ([0-9.]+),\\2\"")
                .matcher(svg);
        double left = Double.MAX_VALUE;
        double right = 0;
        while (frames.find()) {
            left = Math.min(left, Double.parseDouble(frames.group(1)));
            right = Math.max(right, Double.parseDouble(frames.group(3)));
        }
        return right - left;
    }

    @Test
    void theChartOfAnExperimentWithoutASweepFillsTheColumnToo() {
        for (var figure : new Figures(results(Fixture.named("no-sweep").seeds(2))).all()) {
            assertEquals(
                    Picture.COLUMN, figure.picture().width(), figure.picture().name());
        }
    }

    @Test
    void anglesGoToARightAngleInStepsOfThirtyDegrees() {
        assertEquals(
                List.of(0.0, 30.0, 60.0, 90.0),
                Scale.ofAngles(new double[] {1, 4}).ticks());
        assertEquals(90, Scale.ofAngles(new double[] {90}).high());
        assertEquals(90, Scale.ofAngles(new double[] {}).high());
        assertEquals(120, Scale.ofAngles(new double[] {20, 93}).high());
        assertEquals(180, Scale.ofAngles(new double[] {180}).high());
        for (var figure : new Figures(results(bits())).all()) {
            if (figure.picture().name().startsWith("gradient-angle")) {
                var scale = ((LineChart) figure.picture()).scale();
                assertEquals(0, scale.low());
                assertEquals(90, scale.high());
            }
        }
    }

    /** Two seeds have t = 12.7: the interval of a share would reach below none and above all. */
    @Test
    void theIntervalOfAShareLiesWithinTheWhole() {
        assertEquals("50.00 (0.00 to 100.00)", Tables.share(MeanInterval.of(0, 100)));
        assertEquals("99.00 (86.29 to 100.00)", Tables.share(MeanInterval.of(98, 100)));
        assertEquals("50.00 ± 12.71", Tables.share(MeanInterval.of(49, 51)));
        assertEquals("50.00 (one seed)", Tables.share(MeanInterval.of(50)));
    }
}
