package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Bill;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.text.Quantities;

/** What learning costs, in records, costs.csv and reports. */
class CostsTest {
    private static final Fixture FIXTURE = Fixture.named("costs")
            .rules("backpropagation", "feedback-alignment", "last-layer")
            .updates("stochastic-rounding")
            .sweep(Fixture.BITS, "4", "8")
            .seeds(2);

    @TempDir
    Path folder = Path.of("");

    /** The lines of costs.csv as name to text. */
    private List<Map<String, String>> lines() throws IOException {
        var lines = Files.readAllLines(folder.resolve("costs.csv"));
        var names = lines.get(0).split(",", -1);
        var table = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int k = 0; k < names.length; k++) {
                row.put(names[k], fields[k]);
            }
            table.add(row);
        }
        return table;
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.getOrDefault(name, ""));
    }

    private static RunRecord run(String rule) {
        return Fixture.record(FIXTURE.plan().runs().stream()
                .filter(run -> run.onChip() && run.rule().equals(rule))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void everyRunOnTheChipHasALineForEachLayerAndOneForAll() throws IOException {
        FIXTURE.write(folder);
        Report.write(folder);
        var lines = lines();
        assertEquals(3 * 2 * 2 * 3, lines.size(), "rules, points, seeds; two layers and the total");
        for (int k = 0; k < lines.size(); k++) {
            assertEquals(List.of("1", "2", "total").get(k % 3), lines.get(k).get("layer"));
            assertEquals("sidra-y10", lines.get(k).get("chip"));
        }
    }

    @Test
    void layersAddUpToTotals() throws IOException {
        FIXTURE.write(folder);
        Report.write(folder);
        var lines = lines();
        for (int k = 0; k < lines.size(); k += 3) {
            for (var name : lines.get(k).keySet()) {
                boolean isSum = name.endsWith("joules")
                        || name.endsWith("_reads")
                        || name.endsWith("_conversions")
                        || name.endsWith("_adds")
                        || name.endsWith("seconds")
                        || name.endsWith("bytes")
                        || List.of("cell_writes", "cells", "tiles").contains(name);
                if (isSum) {
                    double sum = number(lines.get(k), name) + number(lines.get(k + 1), name);
                    assertEquals(sum, number(lines.get(k + 2), name), 2e-9 * sum, name);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"backpropagation", "feedback-alignment", "last-layer"})
    void epochsAddUpToTheRunAndWritesToWear(String rule) {
        var run = run(rule);
        double before = Bill.totals(run).get(0).joules();
        double sum = before;
        for (int epoch = 1; epoch <= run.epochs().size(); epoch++) {
            sum += Bill.totals(run).get(epoch).joules()
                    - Bill.totals(run).get(epoch - 1).joules();
        }
        var whole = Bill.total(run);
        assertEquals(whole.joules(), sum, 1e-12 * sum);
        assertTrue(before > 0 && before < sum);
        assertEquals(whole.amount(CostNames.WORN_WRITES), whole.amount(CostNames.CELL_WRITES));
    }

    @Test
    void energiesAreCountsTimesTheirConstants() {
        var bill = Bill.total(run("backpropagation"));
        // 20 epochs of 3,000 forward and 1,000 transposed vectors, 64 DAC and 32 ADC conversions each.
        assertEquals(20 * 4000 * 1e-11, bill.crossbarJoules(), 1e-18);
        assertEquals(20 * 4000 * 64 * 1.5e-13, bill.dacJoules().orElseThrow(), 1e-18);
        assertEquals(20 * 4000 * 32 * 2e-13, bill.adcJoules().orElseThrow(), 1e-18);
        assertEquals((4736 + 20 * 2 * 4736) * 1e-11, bill.writeJoules().orElseThrow(), 1e-18);
        assertEquals(20 * 2 * 2_048_000 * 5e-12, bill.digitalJoules().orElseThrow(), 1e-15);
        assertEquals(20 * 1000 * (1e-11 + 64 * 1.5e-13 + 32 * 2e-13), bill.readJoules("transposed"), 1e-18);
        assertEquals(41, bill.meanWrites().orElseThrow());
        assertEquals(101, bill.amount(CostNames.MOST_WRITES));
    }

    private void rewrite(String pattern, String replacement) throws IOException {
        FIXTURE.write(folder);
        var file = folder.resolve("records.jsonl");
        Files.writeString(file, Fixture.withoutSum(Files.readString(file)).replaceAll(pattern, replacement));
        Report.write(folder);
    }

    @Test
    void unknownEnergiesAreEmptyAndSaidToBeLeftOut() throws IOException {
        rewrite(",\"" + CostNames.MAC_EACH + "\":[^,}]+", "");
        assertEquals("", lines().get(0).get("digital_joules"));
        assertTrue(number(lines().get(0), "training_joules") > 0);
        var page = Files.readString(folder.resolve("report.md"));
        assertTrue(
                page.contains("Left out, because no constant of the chip tells it: the energy of digital work."), page);
        assertTrue(page.contains("| unknown |"), page);
    }

    @Test
    void recordsOfOlderProgramsWithoutCostsAreRead() throws IOException {
        FIXTURE.write(folder);
        Report.write(folder);
        var results = Files.readString(folder.resolve("results.csv"));
        var curves = Files.readString(folder.resolve("curves.csv"));
        rewrite(",\"costs\":\\[[^\\]]*\\]", "");
        assertFalse(Files.readString(folder.resolve("records.jsonl")).contains("costs\":"));
        assertEquals(results, Files.readString(folder.resolve("results.csv")));
        assertEquals(curves, Files.readString(folder.resolve("curves.csv")));
        assertEquals(List.of(), lines());
        assertFalse(Files.readString(folder.resolve("report.md")).contains("What learning costs"));
        assertFalse(Files.exists(folder.resolve("figures/accuracy-vs-energy.svg")));
    }

    @Test
    void theReportTellsWhatAnAccuracyCosts() throws IOException {
        FIXTURE.write(folder);
        Report.write(folder);
        var page = Files.readString(folder.resolve("report.md"));
        assertTrue(page.contains("## What learning costs"), page);
        assertTrue(Files.exists(folder.resolve("figures/accuracy-vs-energy.svg")));
    }

    @Test
    void whatIsNeverReachedIsSaidSo() {
        FIXTURE.write(folder);
        var spending = new Spending(Results.of(RecordFolder.read(folder)));
        var group = spending.groups().get(0);
        var last = Spending.moments(group).get(Spending.moments(group).size() - 1);
        assertTrue(Spending.reached(group, 1).isEmpty());
        assertTrue(
                Spending.reached(group, spending.reachedByAll().orElseThrow()).isPresent());
        assertTrue(last.joules() > Spending.moments(group).get(0).joules());
    }

    @Test
    void aFindingSaysWhatTheTransposedReadCosts() {
        FIXTURE.write(folder);
        var said = Findings.of(Results.of(RecordFolder.read(folder)));
        assertEquals(
                "With stochastic rounding at 8 bits per cell, the transposed read takes 520 nJ of the 414 µJ that"
                        + " backpropagation spends on training (0.1 %, digital work 99.0 %); feedback alignment, which does"
                        + " without it, spends 413 µJ, 0.1 % less, and writes 1.00 times as many cells.",
                said.get(said.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 J",
        "1.234e-7, 123 nJ",
        "0.9996, 1.00 J",
        "1234, 1.23 kJ",
        "5e-18, 0.00500 fJ",
        "12, 12.0 J",
        "0.05, 50.0 mJ"
    })
    void amountsHaveThreeDigitsAndAPrefix(double amount, String text) {
        assertEquals(text, Quantities.of(amount, "J"));
    }
}
