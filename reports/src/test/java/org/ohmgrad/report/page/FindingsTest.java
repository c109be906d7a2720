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
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.PairedGap;
import org.ohmgrad.report.result.Results;

class FindingsTest {
    private static Fixture bits() {
        return Fixture.named("bits")
                .rules("backpropagation", "feedback-alignment")
                .updates("stochastic-rounding")
                .sweep(Fixture.BITS, "2", "4", "8")
                .seeds(2);
    }

    /** 1 for accuracies that differ a little from seed to seed, 0 for equal ones. */
    private int spread = 1;

    /** How many test examples runs count, all of one class; 0 if they do not count them. */
    private long examples;

    @TempDir
    Path folder = Path.of("");

    /** Findings when every run on the chip has the accuracy that its rule and width are given; float has 0.95. */
    private List<String> findings(Fixture fixture, Map<String, Double> accuracies) {
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            var plan = fixture.plan();
            file.plan(plan);
            for (var run : plan.runs()) {
                var bits = run.point().getOrDefault(Fixture.BITS, "");
                double accuracy = run.onChip()
                        ? accuracies.getOrDefault(run.rule() + bits, 0.5)
                        : accuracies.getOrDefault("float " + run.rule(), 0.95);
                double apart = 1e-8 * run.seed() * (run.rule().length() + (run.onChip() ? 7 : 0));
                var summary = new TreeMap<>(Map.of("test_accuracy", accuracy + spread * apart));
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        summary,
                        List.of(epoch(run)),
                        List.of(),
                        List.of(),
                        Confusion.of(List.of("a"), new long[] {examples}),
                        Fixture.provenance(run),
                        1));
            }
        }
        return Findings.of(Results.of(RecordFolder.read(folder)));
    }

    /** An epoch in which backpropagation alone read weights transposed. */
    private static Epoch epoch(PlannedRun run) {
        double reads = run.rule().equals("backpropagation") ? 100 : 0;
        return new Epoch(
                1, new TreeMap<>(), List.of(), List.of(new TreeMap<>(Map.of(CostNames.TRANSPOSED_READS, reads))));
    }

    @Test
    void decidedWidthsAreSaid() {
        var said = findings(
                bits(), Map.of("backpropagation4", 0.945, "backpropagation8", 0.95, "feedback-alignment8", 0.945));
        assertEquals(
                "With stochastic rounding, these stay within 1 point of float backpropagation: backpropagation from 4"
                        + " bits per cell on; feedback alignment at 8 bits per cell, the most tried.",
                said.get(0));
        assertTrue(said.get(1).endsWith("not more than 1 point worse, so learning does not need that read there."));
        assertTrue(said.get(1).contains("lies 0.50 (0.50 to 0.50) points below backpropagation on the same chip"));
    }

    @Test
    void whatStaysBelowAtEveryWidthIsSaid() {
        var said = findings(bits(), Map.of("backpropagation8", 0.95, "feedback-alignment8", 0.9));
        assertEquals(
                "With stochastic rounding, feedback alignment is more than 1 point below float backpropagation even at"
                        + " 8 bits per cell, the most tried.",
                said.get(1));
        assertTrue(said.get(2).endsWith("more than 1 point, so that read is worth having there."));
    }

    @Test
    void ofARuleThatFallsShortInFloatThatIsSaid() {
        var said = findings(bits(), Map.of("backpropagation8", 0.95, "float feedback-alignment", 0.92));
        assertEquals(
                "With stochastic rounding, feedback alignment (in float already 3.00 (3.00 to 3.00) points below it) is"
                        + " more than 1 point below float backpropagation even at 8 bits per cell, the most tried.",
                said.get(1));
    }

    @Test
    void equalGapsOfAllSeedsAreACoincidenceUnlessTheyAreZero() {
        spread = 0;
        var said = findings(bits(), Map.of("backpropagation8", 0.945));
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("Nothing is decided"));
        assertTrue(PairedGap.between(Confidence.SINGLE, seeds(0.9, 0.8), seeds(0.9, 0.8))
                .withinOnePoint());
    }

    /** With 100 test examples one of them is one point, with 12 it is 8.3. */
    @Test
    void noGapInAllSeedsDecidesOnlyWhereOneTestExampleIsAtMostOnePoint() {
        spread = 0;
        examples = 100;
        var float95 = Map.of("backpropagation2", 0.95, "backpropagation4", 0.95, "backpropagation8", 0.95);
        assertTrue(findings(bits(), float95).get(0).contains("stays within 1 point"));
        folder = folder.resolve("small");
        examples = 12;
        var said = findings(bits(), float95);
        assertEquals(1, said.size(), said.toString());
        assertEquals(
                "Nothing is decided by these runs: every interval is too wide, or there is none. In 6 of 6 comparisons"
                        + " all seeds give the same gap, a coincidence of counts that decides nothing: the test part has 12"
                        + " examples, so that one example is 8.3 points.",
                said.get(0));
        var results = Results.of(RecordFolder.read(folder));
        assertTrue(
                new Tables(results)
                        .briefNote()
                        .contains(
                                "decides nothing: the test part has 12 examples, so that one example is 8.3 points.\n"),
                new Tables(results).briefNote());
        assertTrue(new Page(results, List.of(), true).html().contains("one test example is at most 1 point"));
    }

    @Test
    void oneSeedIsNoCoincidence() {
        assertEquals(
                " One seed has no interval: run more, with --seeds 5 for example.",
                Undecided.reasons(List.of(new PairedGap(MeanInterval.of(0.05), 12))));
    }

    private static SortedMap<Long, Double> seeds(double first, double second) {
        return new TreeMap<>(Map.of(1L, first, 2L, second));
    }

    @Test
    void undecidedEntriesSayNothing() {
        var said = findings(bits().seeds(1), Map.of());
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("Nothing is decided"));
    }

    @Test
    void withoutASweepGapsAreSaid() {
        var said = findings(
                Fixture.named("arms")
                        .rules("backpropagation")
                        .updates("nearest-level")
                        .seeds(2),
                Map.of());
        assertEquals(
                List.of("With nearest level, backpropagation lies 45.00 (45.00 to 45.00) points below float"
                        + " backpropagation: more than 1 point."),
                said);
    }
}
