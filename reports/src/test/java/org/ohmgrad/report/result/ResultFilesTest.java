package org.ohmgrad.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.report.page.Report;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.text.NumberText;

class ResultFilesTest {
    @TempDir
    Path folder = Path.of("");

    private static final Fixture PLAIN = Fixture.named("plain")
            .sweep(Fixture.BITS, "2", "\"continuous\"")
            .updates("stochastic-rounding")
            .seeds(2);

    private static final Fixture TUNED = Fixture.named("tuned")
            .sweep(Fixture.BITS, "2", "8")
            .tune("/training/learningRate", "0.25", "0.5", "1")
            .updates("stochastic-rounding")
            .seeds(2);

    private List<String> lines(String name) throws IOException {
        Report.write(folder);
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void resultsHaveOneLineARunInTheOrderOfThePlan() throws IOException {
        PLAIN.write(folder);
        var lines = lines("results.csv");
        assertEquals(
                "arm,rule,update,chip,seed,/chip/cell/bits,test_accuracy,float_own_accuracy,"
                        + "float_backpropagation_accuracy,gap_own,gap_backpropagation,programmed_accuracy,"
                        + "validation_accuracy,chip_epochs,float_epochs",
                lines.get(0));
        var runs = PLAIN.plan().runs();
        assertEquals(1 + runs.size(), lines.size());
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var bits = JsonText.plain(run.point().getOrDefault(Fixture.BITS, ""));
            var start = String.join(
                    ",", run.arm(), run.rule(), run.update(), run.chip(), Long.toString(run.seed()), bits, "");
            assertTrue(lines.get(i + 1).startsWith(start), lines.get(i + 1));
        }
    }

    @Test
    void gapsAreFloatLessChipOfTheSameSeed() throws IOException {
        PLAIN.write(folder);
        for (var line : lines("results.csv")) {
            var fields = line.split(",", -1);
            if (fields[3].equals("sidra-y10")) {
                double chip = Double.parseDouble(fields[6]);
                assertEquals(NumberText.of(Double.parseDouble(fields[7]) - chip), fields[9]);
                assertEquals(NumberText.of(Double.parseDouble(fields[8]) - chip), fields[10]);
            }
        }
    }

    @Test
    void curvesHaveOneLineARunAndEpoch() throws IOException {
        PLAIN.write(folder);
        var lines = lines("curves.csv");
        assertEquals(1 + 20 * PLAIN.plan().runs().size(), lines.size());
        assertTrue(lines.get(0)
                .contains(",epoch,train_loss,test_loss,test_accuracy,validation_accuracy,"
                        + "gradient_angle_degrees_layer1,gradient_angle_degrees_layer2,"));
        int columns = lines.get(0).split(",", -1).length;
        lines.forEach(line -> assertEquals(columns, line.split(",", -1).length, line));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBytesDoNotDependOnOrderOrShards(long seed) throws IOException {
        var fixture = Fixture.named("order")
                .sweep(Fixture.BITS, "2", "8")
                .updates("stochastic-rounding")
                .companions("levels-only")
                .seeds(2);
        fixture.write(folder);
        Report.write(folder);
        var shuffled = new ArrayList<>(fixture.records());
        Collections.shuffle(shuffled, new Random(seed));
        var other = folder.resolve("other");
        try (var one = RecordWriter.open(other.resolve("records-1of2.jsonl"), 1);
                var two = RecordWriter.open(other.resolve("records-2of2.jsonl"), 1)) {
            one.plan(fixture.plan());
            two.plan(fixture.plan());
            for (int i = 0; i < shuffled.size(); i++) {
                (i % 3 == 0 ? one : two).append(shuffled.get(i));
            }
        }
        Report.write(other);
        for (var name : List.of("results.csv", "curves.csv", "report.md", "figures/accuracy-vs-bits.svg")) {
            assertEquals(-1, Files.mismatch(folder.resolve(name), other.resolve(name)), name);
        }
    }

    /** Records of an older release give the tables that were committed with them, byte for byte. */
    @Test
    void committedRecordsGiveTheCommittedTables() throws IOException {
        var gallery = Path.of("gallery", "fashion-mnist");
        var files = new ResultFiles(Results.of(RecordFolder.read(gallery)));
        assertEquals(Files.readString(gallery.resolve("results.csv")), files.results());
        assertEquals(Files.readString(gallery.resolve("curves.csv")), files.curves());
    }

    @Test
    void onlyTheBestCandidateByValidationIsShown() throws IOException {
        TUNED.write(folder);
        var lines = lines("results.csv");
        assertTrue(lines.get(0).contains(",/chip/cell/bits,/training/learningRate,test_accuracy"), lines.get(0));
        assertEquals(1 + TUNED.plan().runs().size() / 3, lines.size());
        lines.subList(1, lines.size()).forEach(line -> assertEquals("0.5", line.split(",", -1)[6], line));
        assertTrue(Files.readString(folder.resolve("report.md")).contains("/training/learningRate = 0.5"));
    }

    @Test
    void ofEqualCandidatesTheFirstIsChosenAndThePartnerIsTheChosenFloatRun() {
        // Float runs tune to 0.5 although the chip run below asks for the partner tuned to 1.
        var records = new ArrayList<RunRecord>();
        var plan = TUNED.plan();
        plan.runs().forEach(run -> records.add(run.onChip() ? flat(run) : Fixture.record(run)));
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            records.forEach(file::append);
        }
        var results = Results.of(RecordFolder.read(folder));
        for (var row : results.rows()) {
            if (row.planned().onChip()) {
                assertEquals("0.25", row.planned().tuned().get("/training/learningRate"));
                var best = row.planned().floatOwnKey().replace("learningRate=0.25", "learningRate=0.5");
                assertEquals(
                        Fixture.record(planned(plan, best)).summary().get("test_accuracy"),
                        row.floatOwn().orElseThrow());
            }
        }
    }

    private static PlannedRun planned(Plan plan, String key) {
        return plan.runs().stream()
                .filter(run -> run.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static RunRecord flat(PlannedRun run) {
        var summary = new TreeMap<>(Map.of("test_accuracy", 0.9, "validation_accuracy", 0.9));
        return new RunRecord(run.key(), run.seed(), summary, List.of(), Fixture.provenance(run), 1);
    }

    @Test
    void anIncompleteFolderSaysSoAtTheTop() throws IOException {
        PLAIN.write(folder, 0.5);
        var summary = Report.write(folder);
        assertTrue(summary.contains("9 of 18 runs are not there yet"), summary);
        assertTrue(Files.readAllLines(folder.resolve("report.md")).get(2).contains("9 of 18 runs are not there yet"));
    }

    @Test
    void runsOutsideThePlanAreKeptButNotShown() throws IOException {
        PLAIN.write(folder);
        var before = lines("results.csv");
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.append(Fixture.record(TUNED.plan().runs().get(0)));
        }
        assertEquals(before, lines("results.csv"));
    }

    @Test
    void fieldsWithCommasAndQuotesAreQuoted() {
        var csv = new Csv();
        csv.line(List.of("plain", "a,b", "say \"x\"", "two\nlines", ""));
        assertEquals("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\n", csv.toString());
    }

    @Test
    void figuresOfAnEarlierReportGo() throws IOException {
        var figures = Files.createDirectories(folder.resolve("figures"));
        Files.writeString(figures.resolve("accuracy-vs-cols.svg"), "");
        Files.writeString(figures.resolve("mine.svg"), "");
        Fixture.precision().seeds(1).write(folder);
        Report.write(folder);
        assertFalse(Files.exists(figures.resolve("accuracy-vs-cols.svg")));
        assertTrue(Files.exists(figures.resolve("mine.svg")));
        assertTrue(Files.exists(figures.resolve("accuracy-vs-bits.svg")));
    }

    @Test
    void noDraftsAreLeftBehind() throws IOException {
        PLAIN.write(folder);
        Report.write(folder);
        try (var files = Files.walk(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".tmp")));
        }
    }

    @Test
    void accuracyVersusPrecisionHasOneEntryAnArmAndPoint() {
        PLAIN.write(folder);
        var entries = AccuracyVersusPrecision.of(RecordFolder.read(folder)).entries();
        assertEquals(3 + 3 * 2, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.accuracy().n() == 2));
    }
}
