package org.ohmgrad.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.data.IrisDataset;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.experiment.Lab;
import org.ohmgrad.experiment.Trained;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.LastLayer;
import org.ohmgrad.training.update.StochasticRounding;

class LabTest {
    private static final Lab DIGITS = Lab.of("quickstart", 1);

    private static List<Epoch> train(Chip chip, long seed) {
        return trained(chip, seed).epochs();
    }

    private static Trained trained(Chip chip, long seed) {
        var lab = new Lab(new IrisDataset().load(Path.of(".")), DIGITS.network(), DIGITS.training());
        return lab.train(chip, new Backpropagation(), new StochasticRounding(), seed);
    }

    @Test
    void aPresetIsTheChipOfItsFile() {
        Chip read =
                Settings.reader().read(Catalogue.path("chips/sidra-y10.json")).bind(Chip.class);
        assertEquals(read, Lab.chip("sidra-y10"));
    }

    @Test
    void aChangeIsMadeWhereThePointerPoints() {
        Chip chip = Lab.chip("sidra-y10", Map.of("/cell/bits", 4, "/mapping/type", "\"differential-pair\""));
        assertEquals(new DiscreteLevels(4), chip.cell().bits());
        assertEquals(Lab.chip("sidra-y10").cell().device(), chip.cell().device());
    }

    @Test
    void whatCannotBeIsNamed() {
        assertNamed("no-such-chip.json", () -> Lab.chip("no-such-chip"));
        assertNamed("no-such-plan.json", () -> Lab.of("no-such-plan", 3));
        assertNamed("bits", () -> Lab.chip("sidra-y10", Map.of("/cell/bits", 11)));
        assertNamed("bit", () -> Lab.chip("sidra-y10", Map.of("/cell/bit", 4)));
    }

    private static void assertNamed(String word, Runnable attempt) {
        var error = assertThrows(ConfigException.class, attempt::run);
        assertTrue(error.toString().contains(word), error.getMessage());
    }

    @Test
    void anotherDeviceLeavesTheRestOfTheChip() {
        Chip preset = Lab.chip("sidra-y10");
        var device = ParametricDeviceModel.ideal(1e-6, 1e-4);
        Chip own = Lab.withDevice(preset, "own", device);
        assertEquals("own", own.name());
        assertEquals(device, own.cell().device());
        assertEquals(preset.cell().bits(), own.cell().bits());
        assertEquals(preset.forward(), own.forward());
        assertEquals(preset.transposed(), own.transposed());
        assertEquals(preset.timing(), own.timing());
        assertEquals(Map.of(), own.sources());
    }

    @Test
    void aRunIsAFunctionOfItsSettingsAndItsSeed() {
        Chip chip = Lab.chip("sidra-y10");
        assertEquals(train(chip, 1), train(chip, 1));
        assertNotEquals(train(chip, 1), train(chip, 2));
    }

    @Test
    void theNetworkThatWasTrainedIsThere() {
        Trained trained = trained(Lab.chip("ideal"), 1);
        assertEquals(DIGITS.network().hidden().size() + 1, trained.network().depth());
        assertEquals(trained.epochs().get(0).values().get("test_accuracy"), trained.last("test_accuracy"));
        assertEquals(Double.NaN, trained.last("no_such_value"));
        var iris = new IrisDataset().load(Path.of(".")).test();
        var answers = trained.network()
                .forward(iris.inputs(), new Occasion(Phase.PROBE, 0, 0))
                .output();
        assertEquals(iris.count(), answers.numRows);
        long right = IntStream.range(0, iris.count())
                .filter(row -> IntStream.range(0, answers.numCols)
                        .allMatch(col -> answers.get(row, col) <= answers.get(row, iris.labels()[row])))
                .count();
        assertEquals(trained.last("test_accuracy"), right / (double) iris.count(), 1e-9);
    }

    @Test
    void whatCalibrationLeavesIsToldOnlyWhereLinesHaveErrors() {
        List<Epoch> plain = train(Lab.chip("sidra-y10"), 1);
        List<Epoch> calibrated = train(Lab.chip("sidra-y10-line-errors"), 1);
        var names = new TreeSet<>(calibrated.get(0).layers().get(1).keySet());
        names.removeAll(plain.get(0).layers().get(1).keySet());
        assertEquals(Set.of("calibration_vectors", "transposed_gain_error", "transposed_offset_error"), names);
        assertEquals(
                plain.get(0).layers().get(0).keySet(),
                calibrated.get(0).layers().get(0).keySet());
        assertEquals(32, calibrated.get(0).layers().get(1).get("calibration_vectors"));
    }

    @Test
    void onlyTheNumberOfEpochsIsReplaced() {
        assertEquals(1, DIGITS.training().epochs());
        assertEquals(
                Lab.of("quickstart", 3).training().batch(), DIGITS.training().batch());
        assertThrows(IllegalArgumentException.class, () -> Lab.of("quickstart", 0));
    }

    @Test
    void aRuleThatLeavesNoEpochForTheChipIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> DIGITS.trainInFloat(new LastLayer(0.5), 1));
        assertTrue(error.toString().contains("epochs"), error.getMessage());
    }
}
