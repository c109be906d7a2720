package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.chart.DotChart;
import org.ohmgrad.report.figure.Figures;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.EffectCosts;
import org.ohmgrad.report.result.Results;

class EffectFiguresTest {
    /** Accuracy by setting: noise costs 5 points alone and gives 4 back, wires cost nothing. */
    private static final Map<String, Double> ACCURACY = Map.of(
            "all",
            0.90,
            "none",
            0.95,
            "without noise",
            0.94,
            "without wires",
            0.90,
            "only noise",
            0.90,
            "only wires",
            0.95);

    @TempDir
    Path folder = Path.of("");

    private Results results() {
        var settings = List.of(
                EffectSetting.all(),
                EffectSetting.none(),
                EffectSetting.without("noise"),
                EffectSetting.without("wires"),
                EffectSetting.only("noise"),
                EffectSetting.only("wires"));
        var plan = Fixture.named("effects")
                .rules("backpropagation")
                .updates("stochastic-rounding")
                .sweep(
                        EffectSetting.POINTER,
                        settings.stream().map(EffectSetting::text).toArray(String[]::new))
                .seeds(3)
                .plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            for (var run : plan.runs()) {
                var setting = JsonText.words(run.point().getOrDefault(EffectSetting.POINTER, "\"none\""));
                boolean noisy =
                        !setting.equals("only wires") && !setting.equals("none") && !setting.equals("without noise");
                double accuracy = ACCURACY.getOrDefault(setting, 0.96) + (noisy ? 1e-5 * run.seed() : 0);
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(Map.of("test_accuracy", accuracy)),
                        List.of(),
                        Fixture.provenance(run),
                        1));
            }
        }
        return Results.of(RecordFolder.read(folder));
    }

    @Test
    void eachEffectIsPairedWithItsAbsence() {
        var results = results();
        var costs = new EffectCosts(results).all();
        assertEquals(
                List.of("noise", "wires"),
                costs.stream().map(EffectCosts.Cost::effect).toList());
        assertEquals(0.05, costs.get(0).alone().difference().mean().orElseThrow(), 1e-4);
        assertEquals(0.04, costs.get(0).missing().difference().mean().orElseThrow(), 1e-4);
        assertEquals(0, costs.get(1).alone().difference().mean().orElseThrow());
        assertEquals(0, costs.get(1).missing().difference().mean().orElseThrow());
    }

    @Test
    void bothChartsHaveARowForEachEffect() {
        var results = results();
        var figures = new Figures(results).all();
        assertEquals(
                List.of("effects-alone", "effects-missing"),
                figures.stream().map(figure -> figure.picture().name()).toList());
        var chart = (DotChart) figures.get(0).picture();
        assertEquals(
                List.of("noise", "wires"),
                chart.rows().stream().map(DotChart.Row::label).toList());
        assertEquals(5, chart.rows().get(0).marks().get(0).dots().get(0).y(), 1e-2);
    }

    @Test
    void whatCostsMostIsSaid() {
        var said = Findings.of(results());
        assertEquals(
                "With stochastic rounding, backpropagation loses most to noise alone: 5.00 (5.00 to 5.00) points.",
                said.get(0));
        assertEquals(
                "With stochastic rounding, backpropagation, with all effects on, wins most back without noise: 4.00 (4.00 to"
                        + " 4.00) points.",
                said.get(1));
    }

    @Test
    void anEffectThatChangesNothingIsNamed() {
        assertEquals(
                List.of(
                        "\"wires\" changed no result of backpropagation with stochastic rounding, not in one digit: it is"
                                + " not in use there."),
                SettingsWithoutEffect.of(results()));
    }

    @Test
    void aSweptSettingThatChangesNothingIsNamed() {
        var plan = Fixture.named("plain")
                .rules("backpropagation", "feedback-alignment")
                .sweep(Fixture.BITS, "2", "4");
        var swept = plan.sweep(Fixture.GAIN, "0", "0.1")
                .updates("stochastic-rounding")
                .seeds(2)
                .plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(swept);
            for (var run : swept.runs()) {
                boolean aligned = run.rule().equals("feedback-alignment");
                var counted = new TreeMap<>(run.point());
                if (aligned) {
                    counted.remove(Fixture.GAIN);
                }
                double accuracy = 0.9 + 1e-3 * Math.floorMod(counted.hashCode(), 50) + 1e-4 * run.seed();
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(Map.of("test_accuracy", accuracy)),
                        List.of(),
                        Fixture.provenance(run),
                        1));
            }
        }
        assertEquals(
                List.of(
                        "\"gain error\" changed no result of feedback alignment with stochastic rounding, not in one digit:"
                                + " it is not in use there."),
                SettingsWithoutEffect.of(Results.of(RecordFolder.read(folder))));
    }
}
