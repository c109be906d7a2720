package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Results;

class WarningsTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final Confusion GOOD = answers(8, 1, 1, 1, 8, 1, 1, 1, 8);
    private static final Confusion WITHOUT_C = answers(8, 2, 0, 1, 9, 0, 5, 5, 0);
    private static final Confusion NO_EXAMPLE = answers(8, 2, 0, 1, 9, 0, 0, 0, 0);

    private static Confusion answers(long... counts) {
        return Confusion.of(CLASSES, counts);
    }

    @TempDir
    Path folder = Path.of("");

    /** Two layers' telemetry of the last epoch, what the test examples were taken for, and whether the loss was a number. */
    private record Shown(Map<String, Double> first, Map<String, Double> second, Confusion answers, boolean diverged) {}

    private static final Shown SOUND = new Shown(Map.of(), Map.of(), GOOD, false);

    private static Shown layers(Map<String, Double> first, Map<String, Double> second) {
        return new Shown(first, second, GOOD, false);
    }

    private List<String> warnings(Function<PlannedRun, Shown> shown) {
        var plan = Fixture.named("warnings")
                .rules("backpropagation", "feedback-alignment")
                .updates("nearest-level")
                .sweep(Fixture.BITS, "2", "8")
                .seeds(2)
                .plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            plan.runs().forEach(run -> file.append(record(run, run.onChip() ? shown.apply(run) : SOUND)));
        }
        return new Warnings(Results.of(RecordFolder.read(folder))).sentences();
    }

    private static RunRecord record(PlannedRun run, Shown shown) {
        var epoch = Epoch.of(1, Map.of("train_loss", 1.0), List.of(shown.first(), shown.second()));
        return new RunRecord(
                run.key(),
                run.seed(),
                new TreeMap<>(shown.diverged() ? Map.of("diverged", 1.0) : Map.of("test_accuracy", 0.8)),
                List.of(epoch),
                List.of(),
                List.of(),
                shown.diverged() ? Confusion.none() : shown.answers(),
                Fixture.provenance(run),
                1);
    }

    private static boolean isCoarse(PlannedRun run) {
        return run.point().containsValue("2");
    }

    @Test
    void nothingIsSaidOfSoundRuns() {
        var limits = Map.of("adc_forward_saturated_share", 0.01, "updates_lost_share", 0.999);
        assertEquals(List.of(), warnings(run -> layers(limits, Map.of())));
    }

    @Test
    void aConverterThatSaturatesIsNamedWithItsArmsAndValues() {
        assertEquals(
                List.of(
                        "More than 1 % of the codes of the ADCs of transposed reads are saturated in backpropagation and"
                                + " feedback alignment with nearest level at 2 bits per cell: the last epoch has up to 34.20 %, in"
                                + " layer 2 of feedback alignment with nearest level at 2 bits per cell. What lies beyond a"
                                + " converter's range is cut off."),
                warnings(run -> !isCoarse(run)
                        ? SOUND
                        : layers(
                                Map.of("adc_transposed_saturated_share", 0.02),
                                Map.of(
                                        "adc_transposed_saturated_share",
                                        run.rule().equals("backpropagation") ? 0.3 : 0.342))));
    }

    @Test
    void aLayerWhoseUpdatesAreLostIsNamed() {
        assertEquals(
                List.of(
                        "More than 99.9 % of the wanted changes of a layer are lost in backpropagation with nearest level"
                                + " at every point of the sweep: the last epoch has up to 99.950 %, in layer 1 of backpropagation"
                                + " with nearest level at 2 bits per cell, where 1,234 cells were written."),
                warnings(run -> run.rule().equals("backpropagation")
                        ? layers(Map.of("updates_lost_share", 0.9995, "cell_writes", 1234.0), Map.of())
                        : SOUND));
    }

    @Test
    void aLayerWhoseChangesNeverReachedItsWeightsIsNamed() {
        var gathered = Map.of("weight_writes", 0.0, "cell_writes", 500.0, "updates_lost_share", 0.2);
        var brought = Map.of("weight_writes", 3.0, "cell_writes", 500.0);
        assertEquals(
                List.of(
                        "The weights of layer 2 were never written in any seed by feedback alignment with nearest level at"
                                + " 2 bits per cell: all that was written are arrays beside the weights, so the weights stayed as"
                                + " they began. Train longer, or with a larger learning rate."),
                warnings(run -> isCoarse(run) && run.rule().equals("feedback-alignment")
                        ? layers(brought, gathered)
                        : layers(brought, run.seed() == 1 ? gathered : brought)));
    }

    @Test
    void runsThatDivergedAreCountedAndNamed() {
        assertEquals(
                List.of(
                        "3 runs diverged, for the loss became infinite or no number: backpropagation with nearest level at"
                                + " 8 bits per cell, 1 seed; feedback alignment with nearest level at 8 bits per cell, 2 seeds."),
                warnings(run -> !isCoarse(run) && (run.seed() == 1 || run.rule().equals("feedback-alignment"))
                                ? new Shown(Map.of(), Map.of(), GOOD, true)
                                : SOUND)
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void aClassThatNoSeedPredictsIsNamed() {
        assertEquals(
                List.of(
                        "'c' is never predicted in any seed by feedback alignment with nearest level at 2 bits per cell."),
                warnings(run -> isCoarse(run) && run.rule().equals("feedback-alignment")
                        ? new Shown(Map.of(), Map.of(), WITHOUT_C, false)
                        : SOUND));
    }

    @Test
    void aClassThatOneSeedPredictsOrNoTestExampleHasIsNotMissed() {
        assertEquals(
                List.of(),
                warnings(run -> new Shown(
                        Map.of(), Map.of(), isCoarse(run) ? run.seed() == 1 ? WITHOUT_C : GOOD : NO_EXAMPLE, false)));
    }

    @Test
    void warningsStandUnderFindingsAndOnTheTerminal() {
        warnings(run -> layers(Map.of("dac_forward_saturated_share", 0.5), Map.of()));
        var warning =
                "More than 1 % of the codes of the DACs of forward reads are saturated in backpropagation and feedback"
                        + " alignment with nearest level at every point of the sweep";
        var summary = Report.write(folder);
        Stream.of(summary, String.join("\n", Findings.of(Results.of(RecordFolder.read(folder)))))
                .forEach(text -> assertEquals(2, text.split(warning, -1).length, text));
    }
}
