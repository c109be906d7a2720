package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.report.record.Fixture;

/** Every kind of experiment gives a whole report. With -Dohmgrad.gallery=DIR the reports stay there to be looked at. */
class GalleryTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path scratch = Path.of("");

    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of(Fixture.precision(), 1.0),
                Arguments.of(Fixture.named("incomplete").sweep(Fixture.BITS, "2", "4", "6", "8"), 0.6),
                Arguments.of(
                        Fixture.named("continuous")
                                .sweep(Fixture.BITS, "2", "3", "4", "\"continuous\"")
                                .updates("stochastic-rounding"),
                        1.0),
                Arguments.of(
                        Fixture.named("drift")
                                .sweep("/evaluate/seconds", "0", "60", "3600", "86400", "2592000", "31557600")
                                .updates("stochastic-rounding", "nearest-level"),
                        1.0),
                Arguments.of(Fixture.named("no-sweep"), 1.0),
                Arguments.of(
                        Fixture.named("two-pointers")
                                .sweep(Fixture.BITS, "2", "4", "8")
                                .sweep("/chip/mapping/wMax", "1", "2", "4")
                                .updates("stochastic-rounding"),
                        1.0),
                Arguments.of(
                        Fixture.named("categories")
                                .sweep(
                                        "/network/initialisation",
                                        "{\"type\":\"xavier\"}",
                                        "{\"type\":\"he\"}",
                                        "{\"deviation\":0.1,\"type\":\"normal\"}")
                                .updates("stochastic-rounding"),
                        1.0),
                Arguments.of(
                        Fixture.named("tuned")
                                .sweep(Fixture.BITS, "2", "4", "8")
                                .tune("/training/learningRate", "0.25", "0.5", "1")
                                .updates("stochastic-rounding")
                                .seeds(3),
                        1.0),
                Arguments.of(
                        Fixture.named("single-seed")
                                .sweep(Fixture.BITS, "2", "4", "8")
                                .seeds(1),
                        1.0),
                Arguments.of(Fixture.calibration(), 1.0),
                Arguments.of(Fixture.named("float-only").updates().companions(), 1.0),
                Arguments.of(Fixture.named("empty").sweep(Fixture.BITS, "2", "4"), 0.0));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyKindOfExperimentGivesAWholeReport(Fixture fixture, double share) throws Exception {
        var kept = System.getProperty("ohmgrad.gallery");
        var folder =
                (kept == null ? scratch : Path.of(kept)).resolve(fixture.plan().experiment());
        fixture.write(folder, share);
        var summary = Report.write(folder);
        assertTrue(summary.contains("report.html"), summary);
        for (var name : List.of("results.csv", "curves.csv", "report.md", "report.html")) {
            assertTrue(Files.size(folder.resolve(name)) > 0, name);
        }
        var html = Files.readString(folder.resolve("report.html"));
        assertFalse(html.contains("NaN") || html.contains("<script") || html.contains("src=\"http"), "clean page");
        if (share > 0) {
            checkFigures(folder.resolve("figures"));
        }
    }

    private static void checkFigures(Path folder) throws Exception {
        List<Path> figures;
        try (var files = Files.list(folder)) {
            figures = files.sorted().toList();
        }
        assertTrue(figures.size() >= 2, "figures");
        for (var figure : figures) {
            if (figure.toString().endsWith(".svg")) {
                checkSvg(figure);
            } else {
                assertTrue(ImageIO.read(figure.toFile()).getWidth() > 400, figure.toString());
            }
        }
    }

    private static void checkSvg(Path figure) throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(figure.toFile())
                .getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals(1, root.getElementsByTagName("desc").getLength());
        assertFalse(text(figure).contains("NaN"), figure.toString());
    }

    private static String text(Path figure) throws IOException {
        return Files.readString(figure);
    }
}
