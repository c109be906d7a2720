package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;

/** Which files an experiment's names stood for is recorded and told, and changes nothing else. */
class PlanFilesTest {
    private static final Fixture SMALL = Fixture.named("small")
            .sweep(Fixture.BITS, "2", "8")
            .updates("stochastic-rounding")
            .seeds(2);

    @TempDir
    Path folder = Path.of("");

    private static Plan withFiles() {
        var plan = SMALL.plan();
        return new Plan(
                plan.experiment(),
                plan.title(),
                plan.description(),
                plan.resultsVersion(),
                plan.settings(),
                plan.pointers(),
                plan.axes(),
                plan.published(),
                plan.runs(),
                new TreeMap<>(Map.of("/chip", "(packaged)/chips/ideal.json")),
                List.of(),
                plan.needs());
    }

    private void write(String name, Plan plan) {
        try (var records = RecordWriter.open(folder.resolve(name), 1)) {
            records.plan(plan);
            SMALL.records().forEach(records::append);
        }
    }

    @Test
    void theFilesOfAPlanAreReadBackAndStandInTheReport() throws IOException {
        write("records.jsonl", withFiles());
        assertEquals(withFiles(), RecordFolder.read(folder).plan());
        Report.write(folder);
        assertTrue(Files.readString(folder.resolve("report.md")).contains("(packaged)/chips/ideal.json"));
    }

    @Test
    void shardsOfAnOlderProgramThatNamesNoFilesStillBelongTogether() {
        write("records-1of2.jsonl", withFiles());
        write("records-2of2.jsonl", SMALL.plan());
        assertEquals(SMALL.plan().runs(), RecordFolder.read(folder).plan().runs());
    }
}
