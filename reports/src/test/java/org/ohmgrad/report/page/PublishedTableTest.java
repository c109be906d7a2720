package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.Measure;
import org.ohmgrad.report.record.PublishedNumber;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.text.NumberText;

class PublishedTableTest {
    private static final String BITS = "/chip/cell/bits";

    @TempDir
    private Path folder;

    private static PublishedNumber number(String what, Measure measure, String arm, String bits) {
        return new PublishedNumber(
                "A. Author (2001)",
                what,
                "about 2",
                measure,
                arm,
                "stochastic-rounding",
                new TreeMap<>(Map.of(BITS, bits)),
                "theirs was real");
    }

    private static Fixture fixture(PublishedNumber... numbers) {
        return Fixture.named("beside")
                .sweep(BITS, "4", "8")
                .updates("stochastic-rounding")
                .published(numbers);
    }

    private static Results.Group group(Results results, PublishedNumber number) {
        return results.groups().stream()
                .filter(group -> PublishedTable.isOf(number, group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void publishedNumbersStandBesideOursWithWhatDiffers() throws IOException {
        fixture(number("points lost", Measure.GAP_OWN, "backpropagation", "8")).write(folder);
        Report.write(folder);
        var report = Files.readString(folder.resolve("report.md"));
        var ours = number("points lost", Measure.GAP_OWN, "backpropagation", "8");
        var results = Results.of(RecordFolder.read(folder));
        assertTrue(report.contains("## Published beside ours"), report);
        assertTrue(
                report.contains("| points lost | about 2 | " + MeasuredHere.words(Measure.GAP_OWN, group(results, ours))
                        + " | 5 |"),
                report);
        assertTrue(report.contains("- points lost: theirs was real"), report);
        assertTrue(report.contains("A. Author (2001)"), report);
    }

    @Test
    void nothingIsSaidWhereNothingIsPublished() throws IOException {
        fixture().write(folder);
        Report.write(folder);
        assertFalse(Files.readString(folder.resolve("report.md")).contains("Published beside"));
    }

    @Test
    void numbersAreTakenFromTheRunsOfTheirArmAndPoint() {
        fixture().write(folder);
        var results = Results.of(RecordFolder.read(folder));
        var low = number("", Measure.TEST_ERROR, "backpropagation", "4");
        var rows = group(results, low).rows();
        double mean = rows.stream()
                .mapToDouble(row -> 100 * (1 - row.summary("test_accuracy").orElseThrow()))
                .average()
                .orElseThrow();
        assertEquals("4", rows.get(0).planned().point().get(BITS));
        assertTrue(MeasuredHere.words(Measure.TEST_ERROR, group(results, low)).startsWith(NumberText.fixed(mean, 2)));
        assertEquals("never", MeasuredHere.words(Measure.EPOCHS_TO_PERFECT, group(results, low)));
        assertEquals("never", MeasuredHere.words(Measure.PROGRAMMED_ACCURACY, group(results, low)));
    }

    @Test
    void whatWasWonBackIsAShareOfWhatWritingLost() {
        fixture().write(folder);
        var results = Results.of(RecordFolder.read(folder));
        var last = group(results, number("", Measure.RECOVERED_SHARE, "last-layer", "8"));
        double mean = last.rows().stream()
                .mapToDouble(row -> {
                    double written = row.summary("programmed_accuracy").orElseThrow();
                    double end = row.summary("test_accuracy").orElseThrow();
                    return 100 * (end - written) / (row.floatOwn().orElseThrow() - written);
                })
                .average()
                .orElseThrow();
        assertTrue(
                MeasuredHere.words(Measure.RECOVERED_SHARE, last).startsWith(NumberText.fixed(mean, 0)),
                () -> MeasuredHere.words(Measure.RECOVERED_SHARE, last) + " beside " + mean);
    }
}
