package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.command.Program;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RunRecord;

/** Small experiments from end to end: telemetry, tuning and waiting. */
class ExperimentRunTest {
    private static final String SWEEP = "\"/chip/cell/bits\": [3, 8]";
    private static final String TUNE = "\"tune\": {\"/training/learningRate\": [0.5, 1]},";

    @TempDir
    private Path folder = Path.of("");

    private Path experiment = Path.of("");

    @BeforeEach
    void write() throws IOException {
        experiment = Program.writeExperiment(folder);
    }

    private void edit(String old, String replacement) throws IOException {
        Program.edit(experiment, old, replacement);
    }

    private Path run() {
        Path out = folder.resolve("out");
        Program.Outcome outcome = Program.execute("run", experiment, "--out", out, "--threads", 1);
        assertEquals(0, outcome.code(), outcome.err());
        return out;
    }

    /** Rows of a table without quotation marks, by the names of its columns. */
    private static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            assertEquals(names.length, fields.length, line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int k = 0; k < names.length; k++) {
                row.put(names[k], fields[k]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(Map<String, String> row, String name) {
        assertTrue(row.containsKey(name), name);
        return row.getOrDefault(name, "");
    }

    private List<Map<String, String>> idealCurves(String rule) throws IOException {
        edit("\"chip\": \"chip.json\"", "\"chip\": \"chips/ideal.json\"");
        edit(SWEEP, "\"/training/epochs\": [2]");
        edit(TUNE, "");
        List<Map<String, String>> curves = rows(run().resolve("curves.csv"));
        curves.removeIf(row ->
                !value(row, "chip").equals("ideal") || !value(row, "rule").equals(rule));
        assertTrue(!curves.isEmpty());
        return curves;
    }

    @Test
    void anIdealChipSendsTheExactGradientBack() throws IOException {
        for (Map<String, String> row : idealCurves("backpropagation")) {
            for (String layer : List.of("_layer1", "_layer2")) {
                assertEquals(0, Double.parseDouble(value(row, "gradient_angle_degrees" + layer)), 0.01);
                assertEquals(1, Double.parseDouble(value(row, "gradient_norm_ratio" + layer)), 1e-4);
                assertEquals("0", value(row, "updates_lost_share" + layer));
            }
            assertEquals(0, Double.parseDouble(value(row, "feedback_angle_degrees_layer1")), 0.01);
        }
    }

    @Test
    void gradientsAreComparedAsOftenAsAskedAndNothingElseChanges() throws IOException {
        edit(SWEEP, "\"/training/epochs\": [3]");
        edit(TUNE, "");
        List<Map<String, String>> all = rows(run().resolve("curves.csv"));
        edit("\"seeds\"", "\"telemetry\": {\"every\": 2, \"probe\": 1000}, \"seeds\"");
        List<Map<String, String>> some = rows(run().resolve("curves.csv"));
        assertEquals(all.size(), some.size());
        for (int k = 0; k < all.size(); k++) {
            boolean isDue = !value(all.get(k), "epoch").equals("1");
            Map<String, String> expected = new LinkedHashMap<>(all.get(k));
            Map<String, String> found = new LinkedHashMap<>(some.get(k));
            if (!isDue) {
                expected.replaceAll((name, value) -> name.matches("(gradient|feedback)_.*") ? "" : value);
            }
            assertTrue(isDue || !expected.equals(all.get(k)), "something is left out");
            found.remove("key");
            expected.remove("key");
            assertEquals(expected, found);
        }
    }

    @Test
    void aDivergedRunHasNoAccuracyAndIsNamed() throws IOException {
        edit("\"learningRate\": 0.5", "\"learningRate\": 1e300");
        edit("\"activation\": \"sigmoid\"", "\"activation\": \"relu\"");
        edit(TUNE, "");
        Path out = run();
        for (Map<String, String> row : rows(out.resolve("results.csv"))) {
            assertEquals("", value(row, "test_accuracy"));
            assertEquals("1", value(row, "diverged"));
        }
        assertTrue(Files.readString(out.resolve("report.md")).contains("runs diverged"));
    }

    @Test
    void whatIsNotDefinedIsAnEmptyCell() throws IOException {
        for (Map<String, String> row : idealCurves("last-layer")) {
            for (String name :
                    List.of("gradient_angle_degrees", "gradient_norm_ratio", "updates_lost_share", "cell_writes")) {
                assertEquals("", value(row, name + "_layer1"), name);
                assertNotEquals("", value(row, name + "_layer2"), name);
            }
            assertEquals("", value(row, "feedback_angle_degrees_layer1"));
            assertEquals("", value(row, "dac_transposed_saturated_share_layer2"));
        }
    }

    @Test
    void aFeedbackMatrixOfItsOwnPointsElsewhereThanTheGradient() throws IOException {
        for (Map<String, String> row : idealCurves("kolen-pollack")) {
            assertTrue(Double.parseDouble(value(row, "gradient_angle_degrees_layer1")) > 1);
            assertTrue(Double.parseDouble(value(row, "feedback_angle_degrees_layer1")) > 1);
            assertEquals(0, Double.parseDouble(value(row, "gradient_angle_degrees_layer2")), 0.01);
        }
    }

    @Test
    void aFloatRunLosesNoUpdate() throws IOException {
        edit(TUNE, "");
        for (Map<String, String> row : rows(run().resolve("curves.csv"))) {
            if (value(row, "chip").equals("float")) {
                assertEquals("0", value(row, "updates_lost_share_layer2"));
                assertEquals("", value(row, "/chip/cell/bits"));
            }
        }
    }

    @Test
    void tuningTakesTheCandidateOfBestMeanValidationAccuracy() throws IOException {
        edit("\"/training/learningRate\": [0.5, 1]", "\"/training/learningRate\": [1e-9, 1]");
        edit("\"epochs\": 2", "\"epochs\": 3");
        Path out = run();
        Map<String, Map<String, Double>> sums = validationByArm(RecordFolder.read(out));
        int checked = 0;
        for (Map<String, String> row : rows(out.resolve("results.csv"))) {
            String name = String.join(" ", value(row, "arm"), value(row, "chip"), value(row, "/chip/cell/bits"));
            if (sums.containsKey(name)) {
                Map<String, Double> candidates = sums.getOrDefault(name, Map.of());
                double best = candidates.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElseThrow();
                assertEquals(best, candidates.getOrDefault(value(row, "/training/learningRate"), -1.0), 1e-9, name);
                checked++;
            }
        }
        assertEquals(2 * 2 * 3 * 2, checked, "points, chips, arms and seeds");
    }

    /** Arm, chip and bits, then learning rate, to validation accuracy summed over seeds. */
    private static Map<String, Map<String, Double>> validationByArm(RecordFolder records) {
        Map<String, Map<String, Double>> sums = new HashMap<>();
        for (PlannedRun run : records.plan().runs()) {
            if (run.onChip()) {
                String name =
                        String.join(" ", run.arm(), run.chip(), run.point().get("/chip/cell/bits"));
                double accuracy =
                        records.run(run.key()).orElseThrow().summary().getOrDefault("validation_accuracy", -1.0);
                String rate = String.valueOf(run.tuned().get("/training/learningRate"));
                sums.computeIfAbsent(name, arm -> new HashMap<>()).merge(rate, accuracy, Double::sum);
            }
        }
        return sums;
    }

    @Test
    void waitingLetsTheChipDriftAndLeavesFloatRunsShared() throws IOException {
        edit(SWEEP, "\"/training/waitBeforeTest\": [0, 1e30]");
        edit(TUNE, "");
        edit("\"companions\": [\"chips/levels-only.json\"],", "");
        Map<String, Map<String, String>> losses = new HashMap<>();
        for (Map<String, String> row : rows(run().resolve("curves.csv"))) {
            String name = String.join(" ", value(row, "chip"), value(row, "arm"), value(row, "seed"));
            String earlier = losses.computeIfAbsent(name + " epoch " + value(row, "epoch"), run -> new HashMap<>())
                    .put(value(row, "/training/waitBeforeTest"), value(row, "test_loss"));
            assertNull(earlier, name);
        }
        losses.forEach(ExperimentRunTest::assertDrifted);
    }

    /** Only the last epoch's test comes after the wait, and float runs know of none. */
    private static void assertDrifted(String name, Map<String, String> lossByWait) {
        if (name.startsWith("float")) {
            assertEquals(Set.of(""), lossByWait.keySet(), name);
        } else {
            assertEquals(2, lossByWait.size(), name);
            int different = name.endsWith("epoch 2") ? 2 : 1;
            assertEquals(different, new HashSet<>(lossByWait.values()).size(), name);
        }
    }

    @Test
    void anArmWithARateOfItsOwnIsComparedWithBackpropagationAtTheCommonOne() throws IOException {
        edit(TUNE, "");
        edit("\"biasRateFactor\": 2", "\"learningRate\": 0.25");
        RecordFolder records = RecordFolder.read(run());
        Map<String, PlannedRun> byKey = new HashMap<>();
        records.plan().runs().forEach(planned -> byKey.put(planned.key(), planned));
        Set<String> partners = new HashSet<>();
        for (PlannedRun planned : records.plan().runs()) {
            if (planned.onChip() && planned.seed() == 1) {
                partners.add(planned.floatBackpropagationKey());
                String own = records.run(planned.floatOwnKey())
                        .orElseThrow()
                        .provenance()
                        .config();
                assertEquals(planned.rule().equals("kolen-pollack"), own.contains("\"learningRate\":0.25"), own);
            }
        }
        assertEquals(1, partners.size());
        assertTrue(records.run(partners.iterator().next())
                .orElseThrow()
                .provenance()
                .config()
                .contains("\"learningRate\":0.5"));
    }

    @Test
    void whatAnArmSetsForItselfCanBeSwept() throws IOException {
        edit(TUNE, "");
        edit("\"biasRateFactor\": 2", "\"learningRate\": 0.25");
        edit(SWEEP, "\"/arms/2/training/learningRate\": [0.125, 0.0625]");
        RecordFolder records = RecordFolder.read(run());
        Set<String> rates = new HashSet<>();
        for (PlannedRun planned : records.plan().runs()) {
            if (planned.onChip() && planned.rule().equals("kolen-pollack")) {
                String config =
                        records.run(planned.key()).orElseThrow().provenance().config();
                rates.add(config.replaceAll(".*\"learningRate\":([0-9.]*).*", "$1"));
            }
        }
        assertEquals(Set.of("0.125", "0.0625"), rates);
    }

    @Test
    void anotherExperimentInTheSameFolderIsNoted() throws IOException {
        run();
        edit("\"name\": \"small\"", "\"name\": \"other\"");
        edit(SWEEP, "\"/chip/cell/bits\": [8]");
        Program.Outcome outcome = Program.execute("run", experiment, "--out", folder.resolve("out"), "--threads", 1);
        assertTrue(outcome.err().contains("holds the report of \"small\", which is replaced now"), outcome.err());
        assertEquals(0, outcome.code());
    }

    @Test
    void everyRecordCountsTheAnswersOfItsLastTest() throws IOException {
        edit(TUNE, "");
        RecordFolder records = RecordFolder.read(run());
        for (PlannedRun planned : records.plan().runs()) {
            RunRecord record = records.run(planned.key()).orElseThrow();
            assertEquals("ash", record.confusion().classes().get(0));
            long all = record.confusion().counts().stream()
                    .mapToLong(Confusion.Count::examples)
                    .sum();
            long right = record.confusion().counts().stream()
                    .filter(count -> count.truth() == count.answer())
                    .mapToLong(Confusion.Count::examples)
                    .sum();
            assertEquals(record.summary().getOrDefault("test_accuracy", -1.0), right / (double) all, 1e-9);
        }
    }
}
