package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.ResultFiles;
import org.ohmgrad.report.result.Results;

class ClassTablesTest {
    private static final String NOISE = "/chip/cell/device/readNoise/sigma";
    private static final List<String> CLASSES = List.of("cat", "dog");

    @TempDir
    Path folder = Path.of("");

    private Results results(Function<PlannedRun, Confusion> answers) {
        var plan = Fixture.named("classes")
                .rules("backpropagation")
                .updates("nearest-level")
                .sweep(NOISE, "0", "0.5")
                .seeds(2)
                .plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            for (var run : plan.runs()) {
                double accuracy = run.point().containsValue("0") ? 0.5 : 0.9;
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(Map.of("test_accuracy", accuracy)),
                        List.of(),
                        List.of(),
                        List.of(),
                        answers.apply(run),
                        Fixture.provenance(run),
                        1));
            }
        }
        return Results.of(RecordFolder.read(folder));
    }

    private static Confusion small(PlannedRun run) {
        boolean worse = run.point().containsValue("0");
        long right = run.seed() == 1 ? 6 : 8;
        return Confusion.of(
                CLASSES, run.onChip() && !worse ? new long[] {right, 10 - right, 1, 3} : new long[] {9, 1, 0, 4});
    }

    @Test
    void accuraciesOfClassesAreMeansOverSeedsAtTheBestPoint() {
        var tables = new ClassTables(results(ClassTablesTest::small));
        assertEquals(
                List.of("class", "test examples", "float backpropagation", "backpropagation"),
                tables.accuracies().header());
        // 0.6 and 0.8: deviation 0.1414, t(0.975, 1) = 12.706, half width 12.706 x 0.1414 / sqrt 2 = 1.2706
        assertEquals(
                List.of(
                        List.of("cat", "10", "90.00 ± 0.00", "70.00 (0.00 to 100.00)"),
                        List.of("dog", "4", "100.00 ± 0.00", "75.00 ± 0.00")),
                tables.accuracies().rows());
    }

    @Test
    void theReportShowsAConfusionOfEveryArmAndWhereItStands() throws IOException {
        results(ClassTablesTest::small);
        Report.write(folder);
        var text = Files.readString(folder.resolve("report.md"));
        assertTrue(text.contains("## Class by class"), text);
        assertTrue(text.contains("after the last epoch at read noise 0.5 (share of a cell's current)"), text);
        assertTrue(text.contains("| cat | 70.0 | 30.0 |\n| dog | 25.0 | 75.0 |\n"), text);
        assertTrue(text.contains("| cat | 90.0 | 10.0 |\n| dog |  | 100.0 |\n"), text);
    }

    @Test
    void resultFilesDoNotKnowOfAnswers() {
        var with = new ResultFiles(results(ClassTablesTest::small));
        folder = folder.resolve("without");
        var without = new ResultFiles(results(run -> Confusion.none()));
        assertEquals(without.results(), with.results());
        assertEquals(without.curves(), with.curves());
        assertEquals(without.costs(), with.costs());
    }

    @Test
    void ofManyClassesTheWorstAreListedAndTheCommonestMistakes() {
        var names = IntStream.range(0, 30).mapToObj(k -> "c" + k).toList();
        var matrix = new long[900];
        for (int k = 0; k < 30; k++) {
            matrix[31 * k] = 30L + k;
            matrix[30 * k + (k + 1) % 30] = 30L - k;
        }
        var tables = new ClassTables(results(run -> Confusion.of(names, matrix)));
        assertEquals(20, tables.accuracies().rows().size());
        assertEquals(
                List.of("c0", "60", "50.00 ± 0.00", "50.00 ± 0.00"),
                tables.accuracies().rows().get(0));
        var mistakes = ClassTables.mistakes(Answers.of(Confidence.SINGLE, List.of(Confusion.of(names, matrix))))
                .rows();
        assertEquals(20, mistakes.size());
        assertEquals(List.of("c1", "c2", "48.3"), mistakes.get(1));
    }
}
