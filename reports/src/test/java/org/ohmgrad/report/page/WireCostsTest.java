package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Results;

class WireCostsTest {
    private static final String OHMS = "/chip/wires/wordLineOhms";
    private static final String TERMINALS = "/chip/wires/transposedTerminals";

    @TempDir
    Path folder = Path.of("");

    /** Ten ohms cost 3 points, far terminals cost backpropagation 2 more and feedback alignment nothing. */
    private Results results() {
        var plan = Fixture.named("wires")
                .rules("backpropagation", "feedback-alignment")
                .updates("stochastic-rounding")
                .sweep(OHMS, "0.01", "1", "10")
                .sweep(TERMINALS, "\"same\"", "\"far\"")
                .seeds(3)
                .plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            for (var run : plan.runs()) {
                boolean far = run.rule().equals("backpropagation")
                        && run.point().getOrDefault(TERMINALS, "").equals("\"far\"");
                boolean hard = run.point().getOrDefault(OHMS, "").equals("10");
                double noise = 1e-5 * run.seed() * (hard ? 2 : 1);
                double accuracy = 0.9 - (hard ? 0.03 : 0) - (hard && far ? 0.02 : 0) + noise;
                double strayed = hard ? 0.02 + 0.001 * run.seed() : 1e-4;
                var layers = List.<SortedMap<String, Double>>of(
                        run.onChip() ? new TreeMap<>(Map.of("wires_strayed_share", strayed)) : new TreeMap<>());
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(Map.of("test_accuracy", accuracy)),
                        List.of(new Epoch(1, new TreeMap<>(), layers)),
                        Fixture.provenance(run),
                        1));
            }
        }
        return Results.of(RecordFolder.read(folder));
    }

    @Test
    void lossesArePairedWithTheLeastResistance() {
        var table = WireCosts.of(results()).orElseThrow().beside();
        assertEquals(List.of("arm", "with", "lost at 1", "lost at 10"), table.header());
        assertEquals(
                List.of("backpropagation", "backpropagation", "feedback-alignment"),
                table.rows().stream().map(row -> row.get(0)).toList());
        assertTrue(table.rows().get(0).get(3).startsWith("3.00 ("), table.rows().toString());
        assertTrue(table.rows().get(1).get(3).startsWith("5.00 ("), table.rows().toString());
    }

    @Test
    void farTerminalsStandBesideNearOnes() {
        var table = WireCosts.of(results()).orElseThrow().far();
        assertEquals(1, table.rows().size(), "feedback alignment does not read backward");
        assertEquals("0.00 (0.00 to 0.00)", table.rows().get(0).get(2));
        assertTrue(table.rows().get(0).get(4).startsWith("2.00 ("), table.rows().toString());
    }

    @Test
    void whatIsDecidedIsSaid() {
        assertEquals(
                "Beside 0.01 ohm a segment, feedback alignment with stochastic rounding (transposed terminals same) loses at"
                        + " most 1 point at 1; more than 1 point at 10.",
                WireCosts.of(results()).orElseThrow().sentences().get(2));
    }

    @Test
    void howFarReadsStrayedIsSaidForEveryResistance() {
        var last = WireCosts.of(results()).orElseThrow().elements().get(3);
        assertTrue(last.markdown().contains("by at most 0.01 % at 0.01, 0.01 % at 1, 2.30 % at 10 ("), last.markdown());
    }

    @Test
    void otherSweepsHaveNoWireCosts() {
        Fixture.precision().write(folder);
        assertTrue(WireCosts.of(Results.of(RecordFolder.read(folder))).isEmpty());
    }
}
