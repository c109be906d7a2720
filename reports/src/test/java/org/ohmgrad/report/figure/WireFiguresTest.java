package org.ohmgrad.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.CellMap;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;
import org.ohmgrad.report.result.Results;

class WireFiguresTest {
    @TempDir
    Path folder = Path.of("");

    private static CellMap map(String name, double value) {
        double[] values = new double[70 * 40];
        Arrays.setAll(values, cell -> value * cell / values.length);
        return CellMap.of(name, 70, 40, values);
    }

    /** Figures when the wires of every run on the chip keep more voltage the more bits it has. */
    private List<Figure> figures(boolean mapped) {
        var plan = Fixture.named("wires").sweep(Fixture.BITS, "2", "8").seeds(1).plan();
        try (var file = RecordWriter.open(folder.resolve("records.jsonl"), 1)) {
            file.plan(plan);
            for (var run : plan.runs()) {
                double bits = JsonText.number(run.point().getOrDefault(Fixture.BITS, "0"))
                        .orElse(0);
                var maps = mapped && run.onChip()
                        ? List.of(map("voltage_lost_share", bits / 100), map("weight_error", bits / 1000))
                        : List.<CellMap>of();
                file.append(new RunRecord(
                        run.key(),
                        run.seed(),
                        new TreeMap<>(),
                        List.of(),
                        maps,
                        List.of(),
                        Fixture.provenance(run),
                        1));
            }
        }
        return new WireFigures(Results.of(RecordFolder.read(folder))).all();
    }

    @Test
    void theRunWhoseWiresKeepMostVoltageIsDrawn() {
        var figures = figures(true);
        assertEquals(
                List.of("wires-voltage-lost", "wires-weight-error"),
                figures.stream().map(figure -> figure.picture().name()).toList());
        assertTrue(
                figures.get(0).caption().contains("bits per cell 8"),
                figures.get(0).caption());
        assertTrue(
                figures.get(0).caption().contains(" 4.00 % in the mean"),
                figures.get(0).caption());
        assertTrue(figures.get(1).picture().svg().contains("word line"));
    }

    @Test
    void runsWithoutWiresHaveNoMaps() {
        assertEquals(List.of(), figures(false));
    }

    @Test
    void mapsComeBackFromTheFile() {
        figures(true);
        var maps = Results.of(RecordFolder.read(folder)).rows().stream()
                .flatMap(row -> row.record().maps().stream())
                .distinct()
                .toList();
        assertTrue(maps.contains(map("voltage_lost_share", 0.08)), maps.toString());
        assertEquals(24 * 20, map("any", 1).means().size());
    }

    @Test
    void aMapWithAWrongNumberOfMeansIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new CellMap("any", 64, 3, List.of(1.0)));
        assertEquals("a map of 64 x 3 needs 96 finite means", refusal.getMessage());
    }
}
