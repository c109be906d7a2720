package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.MeanInterval;
import org.ohmgrad.report.result.Results;

/** Sweeps of one setting, in which float backpropagation reaches 97 % of two classes that are equally frequent. */
class AxisFindingsTest {
    private static final String ADC = "/chip/forward/adc/bits";
    private static final String NOISE = "/chip/cell/device/readNoise/sigma";
    private static final String OHMS = "/chip/wires/wordLineOhms";
    private static final String RANGE = "/chip/forward/adc/range";
    private static final String DEVICE = "/chip/cell/device";
    private static final List<Double> LITTLE = List.of(-1e-5, 2e-5, -1e-5);
    private static final List<Double> MUCH = List.of(-0.011, 0.014, -0.003);
    private static final List<Double> NONE = List.of(0.0, 0.0, 0.0);

    @TempDir
    Path folder = Path.of("");

    /** An accuracy, and by how much seeds differ from it. */
    private record Reached(double accuracy, List<Double> apart) {}

    private static Reached surely(double accuracy) {
        return new Reached(accuracy, LITTLE);
    }

    private static Reached vaguely(double accuracy) {
        return new Reached(accuracy, MUCH);
    }

    private RecordFolder records(String pointer, Map<String, Reached> reached) {
        var values = new ArrayList<>(reached.keySet());
        return records(
                Fixture.named("axis")
                        .rules("backpropagation")
                        .updates("nearest-level")
                        .sweep(pointer, values.toArray(String[]::new))
                        .seeds(3),
                pointer,
                reached,
                Confusion.of(List.of("a", "b"), new long[] {40, 10, 10, 40}));
    }

    private RecordFolder records(Fixture fixture, String pointer, Map<String, Reached> reached, Confusion confusion) {
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(fixture.plan());
            for (var run : fixture.plan().runs()) {
                var found = reached.getOrDefault(run.point().getOrDefault(pointer, ""), new Reached(0.97, NONE));
                double accuracy = found.accuracy() + found.apart().get((int) run.seed() - 1);
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(Map.of("test_accuracy", accuracy)),
                        List.of(),
                        List.of(),
                        List.of(),
                        confusion,
                        Fixture.provenance(run),
                        1));
            }
        }
        return RecordFolder.read(folder);
    }

    private List<String> said(String pointer, Map<String, Reached> reached) {
        return Findings.of(Results.of(records(pointer, reached)));
    }

    @Test
    void anUndecidedWidthIsNamedWithItsReasonAndTheCollapseToo() {
        var said = said(
                ADC, Map.of("2", surely(0.14), "4", surely(0.92), "6", vaguely(0.965), "8", new Reached(0.9672, NONE)));
        assertEquals(
                List.of(
                        "With nearest level, backpropagation is more than 1 point below float backpropagation at 2 and 4"
                                + " bits of the ADC, and undecided at 6 and 8; the gap at 8 bits of the ADC is 0.28 points"
                                + " with each of 3 seeds, a coincidence of counts that decides nothing.",
                        "With nearest level, accuracy collapses, below halfway between chance and float backpropagation:"
                                + " backpropagation at 2 bits of the ADC (14.00 %)."),
                said);
    }

    @Test
    void theTerminalSaysTheReasonAndWhereItsTableStands() {
        records(ADC, Map.of("4", surely(0.92), "8", new Reached(0.9672, NONE)));
        var summary = Report.write(folder);
        assertTrue(summary.matches("(?s).*0\\.28 ± 0\\.00 +undecided with 3 seeds.*"), summary);
        assertTrue(summary.contains("Accuracies and gaps at 8 bits of the ADC;"), summary);
        assertTrue(summary.contains("A gap ± 0.00 is the same in all seeds, a coincidence"), summary);
        assertTrue(summary.contains("with each of 3 seeds, a coincidence of counts that decides nothing."), summary);
    }

    @Test
    void whereMoreIsBetterAnArmStaysWithinFromSomeValueOn() {
        var said = said(RANGE, Map.of("0.1", surely(0.3), "1", vaguely(0.965), "4", surely(0.97), "12", surely(0.969)));
        assertEquals(
                "With nearest level, this stays within 1 point of float backpropagation: backpropagation from 4 on"
                        + " (undecided at 1; more than 1 point below at 0.1) (forward adc range).",
                said.get(0));
    }

    @Test
    void whereLessIsBetterAnArmStaysWithinUpToSomeValue() {
        var said = said(NOISE, Map.of("0", surely(0.97), "0.1", surely(0.965), "0.5", vaguely(0.96), "1", surely(0.6)));
        assertEquals(
                "With nearest level, this stays within 1 point of float backpropagation: backpropagation up to 0.1"
                        + " (undecided at 0.5; more than 1 point below at 1) (read noise, share of a cell's current).",
                said.get(0));
        assertTrue(said.get(1).endsWith(": backpropagation at 1 (60.00 %) (read noise, share of a cell's current)."));
    }

    @Test
    void aSweepOfWiresTellsTheTolerableOhms() {
        var said = said(OHMS, Map.of("0", surely(0.97), "2", surely(0.969), "10", surely(0.9)));
        assertEquals(
                List.of(
                        "With nearest level, this stays within 1 point of float backpropagation: backpropagation up to 2 ohm"
                                + " a segment (more than 1 point below at 10 ohm a segment) (wire resistance)."),
                said);
    }

    @Test
    void theEndsOfASweepAreSaidToBeItsEnds() {
        assertEquals(
                "With nearest level, this stays within 1 point of float backpropagation: backpropagation at every value"
                        + " tried, from 0 to 10 ohm a segment (wire resistance).",
                said(OHMS, Map.of("0", surely(0.97), "10", surely(0.969))).get(0));
    }

    @Test
    void anArmThatFailsAtTheGoodEndFailsEverywhere() {
        assertEquals(
                "With nearest level, backpropagation is more than 1 point below float backpropagation even at 0, the least"
                        + " tried (read noise, share of a cell's current).",
                said(NOISE, Map.of("0", surely(0.95), "0.1", vaguely(0.95), "1", surely(0.9)))
                        .get(0));
    }

    @Test
    void anEffectThatIsNotMonotoneIsSaidToBeSo() {
        assertEquals(
                "With nearest level, backpropagation lies within 1 point of float backpropagation at 2 and 4, and more than"
                        + " 1 point below it at 0.1 and 12; undecided at 8 (forward adc range): it is not monotone.",
                said(
                                RANGE,
                                Map.of(
                                        "0.1", surely(0.3),
                                        "2", surely(0.97),
                                        "4", surely(0.97),
                                        "8", vaguely(0.965),
                                        "12", surely(0.95)))
                        .get(0));
        assertEquals(
                "With nearest level, this stays within 1 point of float backpropagation: backpropagation at 8 bits of the"
                        + " ADC, the most tried (not monotone, for it is within at 2 too, and more than 1 point below at 4).",
                Findings.of(Results.of(recordsElsewhere())).get(0));
    }

    private RecordFolder recordsElsewhere() {
        folder = folder.resolve("elsewhere");
        return records(ADC, Map.of("2", surely(0.97), "4", surely(0.9), "8", surely(0.97)));
    }

    @Test
    void devicesHaveNoOrder() {
        assertEquals(
                "With nearest level, backpropagation lies within 1 point of float backpropagation at device ecram, and"
                        + " more than 1 point below it at device pcm; undecided at device fefet.",
                said(DEVICE, Map.of("\"ecram\"", surely(0.97), "\"pcm\"", surely(0.9), "\"fefet\"", vaguely(0.965)))
                        .get(0));
    }

    @Test
    void withoutCountedAnswersNobodyKnowsChanceAndNothingIsSaidOfACollapse() {
        var reached = Map.of("0", surely(0.97), "1", surely(0.3));
        var fixture = Fixture.named("axis")
                .rules("backpropagation")
                .updates("nearest-level")
                .sweep(NOISE, "0", "1")
                .seeds(3);
        var results = Results.of(records(fixture, NOISE, reached, Confusion.none()));
        assertFalse(String.join("", Findings.of(results)).contains("collapse"));
        assertEquals(List.of(), new ClassTables(results).elements());
    }

    @Test
    void whatIsNotDecidedAnywhereHasItsReasons() {
        assertEquals(
                List.of("Nothing is decided by these runs: every interval is too wide, or there is none. In 1 of 2"
                        + " comparisons all seeds give the same gap, a coincidence of counts that decides nothing. The"
                        + " narrowest interval reaches from -2.67 to 3.67 points, with 3 seeds (t = 4.30; about 28 seeds of"
                        + " this scatter would decide)."),
                said(ADC, Map.of("4", vaguely(0.965), "8", new Reached(0.9672, NONE))));
    }

    @Test
    void seedsThatWouldDecideAreThoseWhoseIntervalLeavesOutThePoint() {
        // deviation 0.01, mean 0.005 away: t s / sqrt n <= 0.005 first at n = 18, where t(17) = 2.110 and 2.110 / sqrt
        // 18 = 0.497
        var gap = MeanInterval.of(0.005, 0.015, 0.025);
        assertEquals(18, gap.seedsToTellFrom(0.01, 100));
        assertEquals(101, gap.seedsToTellFrom(0.015, 100));
    }

    @Test
    void theTableAlongAnAxisListsItsValues() {
        var results = Results.of(records(
                NOISE, Map.of("0", surely(0.97), "0.1", surely(0.965), "0.5", vaguely(0.96), "1", surely(0.6))));
        var block = (PageElement.Tabular) new ReachTable(results).elements().get(0);
        assertEquals(
                List.of("arm", "within 1 point", "undecided", "beyond 1 point", "collapsed"),
                block.table().header());
        assertEquals(
                List.of(List.of("backpropagation", "0 and 0.1", "0.5", "1", "1")),
                block.table().rows());
    }
}
