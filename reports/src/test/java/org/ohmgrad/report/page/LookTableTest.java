package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.result.Results;

/** A report says when each arm ended, and how sure its intervals are. */
class LookTableTest {
    private static final Fixture LOOKS = Fixture.named("looks")
            .rules("backpropagation")
            .updates("stochastic-rounding")
            .sweep(Fixture.BITS, "2", "4", "8")
            .looks(3, 6);

    @TempDir
    Path folder = Path.of("");

    private static double accuracy(PlannedRun run) {
        double scatter = 0.0001 * (run.seed() % 2);
        var bits = run.point().getOrDefault(Fixture.BITS, "");
        return 0.9 - scatter - (bits.equals("2") ? 0.4 : bits.equals("4") ? 0.01 : 0);
    }

    private String page(long seeds) {
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(LOOKS.plan());
            LOOKS.plan().runs().stream()
                    .filter(run -> run.seed() <= seeds)
                    .forEach(run -> file.append(Fixture.record(run, 0.5, run.onChip() ? accuracy(run) : 0.9)));
        }
        var records = RecordFolder.read(folder);
        assertEquals(List.of(3, 6), records.plan().looks(), "kept in the records");
        return new Page(Results.of(records), List.of(), false).markdown();
    }

    @Test
    void itSaysWithHowManySeedsAndAtWhichLookEachArmEnded() {
        var page = page(6);
        assertTrue(page.contains("looked at after 3 and 6 seeds (planned: 3 and 6)."), page);
        assertTrue(page.contains("each with intervals of 97.5 %"), page);
        assertRow(page, "bits per cell 2", "3", "1 of 2", "decided");
        assertRow(page, "bits per cell 4", "6", "2 of 2", "undecided");
        assertRow(page, "bits per cell 8", "3", "1 of 2", "decided");
        assertFalse(page.contains("not there yet"), page);
    }

    private static void assertRow(String page, String... cells) {
        assertTrue(
                page.lines().anyMatch(line -> {
                    var found = List.of(line.split(" *\\| *"));
                    return found.size() > cells.length
                            && found.subList(found.size() - cells.length, found.size())
                                    .equals(List.of(cells));
                }),
                String.join(", ", cells) + " in " + page);
    }

    @Test
    void whileTheFirstLookIsNotDoneItSaysWhenThatIs() {
        var page = page(2);
        assertTrue(page.contains("The first look is planned after 3 seeds."), page);
        assertTrue(page.contains("4 of 12 runs are not there yet"), page);
    }
}
