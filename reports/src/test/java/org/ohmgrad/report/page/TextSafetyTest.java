package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.report.figure.Figures;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.result.ResultFiles;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.text.Markup;
import org.ohmgrad.report.text.PlainText;
import org.xml.sax.InputSource;

/** Titles, descriptions and labels may hold anything; in every file of a report they can only be read. */
class TextSafetyTest {
    private static final String HOSTILE =
            "# <script>alert(1)</script> [x](javascript:alert(2)) ![y](z.png) `code` $m$ \r\r\n"
                    + "\u001b[2J \uFFFE \u009b \u202e & &lt; \" ' | ~~s~~ <img src=x onerror=alert(3)>";

    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void aReportOfHostileNames(@TempDir Path folder) {
        var plain = Fixture.named("plain")
                .sweep(Fixture.BITS, "2", "8")
                .updates("stochastic-rounding")
                .seeds(2)
                .plan();
        var runs = plain.runs().stream().map(TextSafetyTest::renamed).toList();
        var settings = "{\"text\":\"```\"}";
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(
                    new Plan(HOSTILE, HOSTILE, HOSTILE, 1, settings, plain.pointers(), plain.axes(), List.of(), runs));
            runs.forEach(run -> file.append(Fixture.record(run)));
        }
        var results = Results.of(RecordFolder.read(folder));
        var figures = new Figures(results).all();
        figures.forEach(figure ->
                FILES.put(figure.picture().name() + ".svg", figure.picture().svg()));
        FILES.put("results.csv", new ResultFiles(results).results());
        FILES.put("curves.csv", new ResultFiles(results).curves());
        FILES.put("costs.csv", new ResultFiles(results).costs());
        FILES.put("report.html", new Page(results, figures, true).html());
        FILES.put("report.md", new Page(results, figures, true).markdown());
    }

    private static String text(String name) {
        return Objects.requireNonNull(FILES.get(name), name);
    }

    private static PlannedRun renamed(PlannedRun run) {
        return new PlannedRun(
                run.key(),
                "=1+1 " + run.rule() + HOSTILE,
                run.rule(),
                run.update(),
                run.chip(),
                run.onChip(),
                run.point(),
                run.seed(),
                run.floatOwnKey(),
                run.floatBackpropagationKey(),
                run.tuned(),
                run.companion());
    }

    @Test
    void noFileOfAReportHoldsCharactersThatCommand() {
        FILES.forEach((name, text) -> assertEquals(
                List.of(),
                text.codePoints()
                        .filter(c ->
                                (Character.isISOControl(c) && c != '\n' && c != '\t') || c == 0xFFFE || c == 0x202E)
                        .mapToObj(Integer::toHexString)
                        .toList(),
                name));
    }

    @Test
    void picturesAreWellFormed() throws Exception {
        var svg = text("accuracy-vs-bits.svg");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertTrue(svg.contains("&lt;script&gt;"), svg);
    }

    @Test
    void noTagOfATextGetsIntoThePage() {
        var html = text("report.html");
        assertTrue(html.contains("&lt;script&gt;"));
        for (var live : List.of("<script", "<img", "&& ")) {
            assertFalse(html.contains(live), live);
        }
    }

    @Test
    void noLinkPictureTagOrCodeOfATextIsLiveInMarkdown() {
        // A summary is HTML, where Markdown means nothing.
        var markdown = text("report.md").replaceAll("<summary>.*</summary>", "");
        for (var live : List.of("[x](", "![y]", "<script", "<img", " `code`", " ~~s", " $m", "& &lt; ")) {
            assertFalse(markdown.contains(live), live);
        }
        assertTrue(markdown.contains("\n\n\\# &lt;script"), "the description is no heading");
        assertTrue(markdown.contains("\n````\n{"), "a fence longer than the text's");
    }

    @Test
    void noLabelIsAFormulaForASpreadsheet() {
        for (var name : List.of("results.csv", "curves.csv", "costs.csv")) {
            var lines = text(name).lines().skip(1).toList();
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("\"'=1+1 ")), name);
            assertFalse(lines.stream().anyMatch(line -> line.matches("\"?[=+@-].*")), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "- a~\\- a",
                "+ a~\\+ a",
                "1. a~1\\. a",
                "12) a~12\\) a",
                "> a~\\> a",
                "--- ~\\---",
                "-0.5 points~-0.5 points",
                "12.5 %~12.5 %",
                "a > b~a > b",
                "R&D~R&amp;D",
                "a & b~a & b"
            })
    void aParagraphBeginsNothingElse(String text, String markdown) {
        assertEquals(markdown, Markup.paragraph(text));
    }

    @Test
    void charactersThatCommandAreShownAndOthersStay() {
        assertEquals("a\uFFFDb\uFFFD\uFFFD\nc\nd\te", PlainText.of("a\u001bb\uD800\uFDD0\r\nc\rd\te"));
        assertEquals("a\\u001bb\\u007f\\ufffe\r\nc\\u000dd\te\n", PlainText.named("a\u001bb\u007f\uFFFE\r\nc\rd\te\n"));
        var words = "Größe 10 µS, 漢字, \uD83D\uDE00, א";
        assertEquals(words, PlainText.of(words));
        assertEquals(words, PlainText.named(words));
    }
}
