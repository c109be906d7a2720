package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.command.Program;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.result.ResultFiles;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.run.Progress;
import org.ohmgrad.run.Runner;
import org.ohmgrad.run.Shard;

/** An experiment that ends when its questions are decided ends in the same way however it was run. */
class UntilDecidedTest {
    private static final String SEEDS = "{\"least\": 3, \"most\": 8, \"until\": \"decided\"}";

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path out = Path.of("");

    private static Path experiment = Path.of("");
    private static Path once = Path.of("");
    private static ExperimentPlan plan;
    private static Program.Outcome told = new Program.Outcome(0, "", "");

    @BeforeAll
    static void runOnce() throws IOException {
        experiment = write(SEEDS);
        plan = ExperimentPlan.read(experiment, 0);
        once = shared.resolve("once");
        told = Program.execute("run", experiment, "--out", once, "--threads", 1);
        assertEquals(0, told.code(), told.err());
    }

    private static Path write(String seeds) throws IOException {
        return Files.writeString(shared.resolve("experiment" + seeds.hashCode() + ".json"), """
                {"name": "decided", "dataset": {"type": "iris"},
                 "network": {"hidden": [4], "activation": "sigmoid", "loss": "cross-entropy"},
                 "training": {"epochs": 2, "batch": 4, "learningRate": 0.5},
                 "chip": "chips/sidra-y10.json",
                 "arms": [{"rule": {"type": "backpropagation"}, "update": {"type": "nearest-level"}},
                          {"rule": {"type": "last-layer"}, "update": {"type": "nearest-level"}}],
                 "sweep": {"/chip/cell/bits": [1, 8]},
                 "seeds": %s}
                """.formatted(seeds));
    }

    private static Runner.Made run(ExperimentPlan plan, Path folder, String shard) {
        PrintStream err = System.err;
        try {
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            return new Runner(plan, folder, Shard.parse(shard), 2).run(UntilDecidedTest::silent, file -> {});
        } finally {
            System.setErr(err);
        }
    }

    private static Progress silent(int total) {
        return new Progress() {
            @Override
            public void step() {}

            @Override
            public void close() {}
        };
    }

    private static List<String> records(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("records.jsonl"));
    }

    private static Set<String> keys(Path folder) throws IOException {
        return records(folder).stream()
                .filter(line -> line.startsWith("{\"type\":\"run\""))
                .map(line -> line.replaceAll(".*?\"key\":\"([0-9a-f]{64})\".*", "$1"))
                .collect(Collectors.toSet());
    }

    private void assertSameBytes() throws IOException {
        var files = new ResultFiles(Results.of(RecordFolder.read(out)));
        assertEquals(Files.readString(once.resolve("results.csv")), files.results());
        assertEquals(Files.readString(once.resolve("curves.csv")), files.curves());
        assertEquals(Files.readString(once.resolve("costs.csv")), files.costs());
    }

    @Test
    void armsStopAtLooksOfTheirOwn() throws IOException {
        Map<String, Integer> seeds = new TreeMap<>();
        Files.readAllLines(once.resolve("results.csv")).stream()
                .filter(line -> line.contains(",sidra-y10,"))
                .map(line -> line.split(","))
                .forEach(cells -> seeds.merge(cells[0] + " at " + cells[5], 1, Integer::sum));
        assertEquals(4, seeds.size(), seeds.toString());
        assertTrue(Set.of(3, 5, 8).containsAll(seeds.values()), seeds.toString());
        assertTrue(Set.copyOf(seeds.values()).size() > 1, seeds.toString());
    }

    @Test
    void itSaysHowManyRunsThereMayBeAndWhatStopped() throws IOException {
        assertTrue(told.err().startsWith("From 18 to 48 runs, looked at after 3, 5 and 8 seeds.\n"), told.err());
        assertTrue(told.err().contains("\nAfter 3 seeds "), told.err());
        String report = Files.readString(once.resolve("report.md"));
        assertTrue(report.contains("Results were looked at after 3, 5 and 8 seeds (planned: 3, 5 and 8)."), report);
        assertTrue(report.contains("98.3 % interval") && !report.contains("95 %"), report);
    }

    @Test
    void twoThreadsMakeWhatOneMakes() throws IOException {
        run(plan, out, "1/1");
        assertSameBytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 17, 19, 30})
    void anInterruptedRunGoesOnToTheSameEnd(int kept) throws IOException {
        List<String> records = records(once);
        String torn = records.get(kept).substring(0, records.get(kept).length() / 2);
        Files.writeString(out.resolve("records.jsonl"), String.join("\n", records.subList(0, kept)) + "\n" + torn);
        run(plan, out, "1/1");
        assertSameBytes();
        assertEquals(keys(once), keys(out));
    }

    @Test
    void aKilledRunGoesOnToTheSameEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Program.command(
                        List.of("-XX:TieredStopAtLevel=1"), "run", experiment, "--out", out, "--threads", 1))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path file = out.resolve("records.jsonl");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && System.nanoTime() < end && (!Files.exists(file) || Files.size(file) < 100_000)) {
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor();
        run(plan, out, "1/1");
        assertSameBytes();
        assertEquals(keys(once), keys(out));
    }

    @Test
    void runsOfAFixedNumberOfSeedsAreTakenUpAndGivenBack() throws IOException {
        ExperimentPlan fixed = ExperimentPlan.read(experiment, 8);
        assertEquals(48, run(fixed, out, "1/1").runs());
        Path other = out.resolve("other");
        Files.createDirectories(other);
        Files.copy(once.resolve("records.jsonl"), other.resolve("records.jsonl"));
        assertEquals(48 - keys(once).size(), run(fixed, other, "1/1").runs());
        assertEquals(keys(out), keys(other));
        assertEquals(Results.of(RecordFolder.read(out)).rows().size(), 48);

        assertEquals(0, run(plan, out, "1/1").runs());
        assertSameBytes();
    }

    @Test
    void shardsDecideByTheRecordsOfAll() throws IOException {
        assertFalse(run(plan, out, "1/2").complete(), "the other's runs are missed");
        assertTrue(run(plan, out, "2/2").runs() > 0);
        for (int look = 2; look <= 3; look++) {
            run(plan, out, "1/2");
            run(plan, out, "2/2");
        }
        assertTrue(run(plan, out, "1/2").complete() && run(plan, out, "2/2").complete());
        assertSameBytes();
        assertFalse(Files.exists(out.resolve("records.jsonl")));
    }

    @Test
    void aPlainNumberOfSeedsHasNoLooks() throws IOException {
        assertTrue(run(ExperimentPlan.read(experiment, 2), out, "1/1").complete());
        assertFalse(records(out).get(0).contains("looks"));
        assertEquals(List.of(), Results.of(RecordFolder.read(out)).looks());
    }
}
