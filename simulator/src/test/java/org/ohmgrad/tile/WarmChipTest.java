package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.PAIR;
import static org.ohmgrad.tile.Chips.TRAINING;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.device.law.ArrheniusTemperatureLaw;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.NoTelegraphNoise;
import org.ohmgrad.device.law.NoTemperatureLaw;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.law.TwoStateTelegraphNoise;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.correction.DriftCompensation;
import org.ohmgrad.tile.correction.GlobalDriftCompensation;
import org.ohmgrad.tile.correction.PerColumnDriftCompensation;
import org.ohmgrad.tile.correction.ReferenceCellsDriftCompensation;

class WarmChipTest {
    private static final double ELECTRONVOLT = 11_604.5;
    private static final TemperatureLaw COMMON = new ArrheniusTemperatureLaw(0.05 * ELECTRONVOLT, 0.05 * ELECTRONVOLT);
    private static final TemperatureLaw FALLING = new ArrheniusTemperatureLaw(0.05 * ELECTRONVOLT, 0);
    private static final Temperature THROTTLE = new Temperature(300, 333, 25);
    private static final int ROWS = 30;
    private static final int COLS = 20;
    private static final FMatrixRMaj WEIGHTS = Chips.random(ROWS, COLS, 1, 1);

    static Stream<DriftCompensation> compensations() {
        return Stream.of(
                new GlobalDriftCompensation(8),
                new PerColumnDriftCompensation(8),
                new ReferenceCellsDriftCompensation(16, 4));
    }

    private static Chip chip(TemperatureLaw law, ReadNoise noise, ConductanceMapping mapping) {
        var device = new ParametricDeviceModel(1e-6, 1e-4, new NoProgrammingNoise(), noise, new NoDrift())
                .with(law, new NoTelegraphNoise());
        return Chips.chip(
                new Cell(new ContinuousLevels(), device, new NoStuckFaults()),
                mapping,
                new TileSize(16, 16),
                Converters.ideal(),
                Converters.ideal(),
                new Timing(0, 0));
    }

    private static Chip chip(TemperatureLaw law) {
        return chip(law, new NoReadNoise(), PAIR);
    }

    private static TileGrid warmed(Chip chip) {
        var grid = Chips.grid(chip, WEIGHTS, 1);
        grid.watchDrift();
        grid.warmForLastTest();
        grid.compensateDrift();
        return grid;
    }

    /** Root mean square of how much each weight is off what it was at the temperature of operation, beside that of the weights. */
    private static double error(Chip chip) {
        FMatrixRMaj before = Chips.grid(chip, WEIGHTS, 1).meanForward();
        FMatrixRMaj after = warmed(chip).meanForward();
        double squares = 0;
        double sum = 0;
        for (int k = 0; k < before.data.length; k++) {
            squares += Math.pow(after.data[k] - before.data[k], 2);
            sum += Math.pow(before.data[k], 2);
        }
        return Math.sqrt(squares / sum);
    }

    @ParameterizedTest
    @MethodSource("compensations")
    void whatATemperatureDoesToAllCellsAlikeIsTakenBackLikeDrift(DriftCompensation compensation) {
        Chip chip = chip(COMMON).at(THROTTLE);
        double factor = COMMON.between(1e-6, 1e-4, 333, 358).applyAsDouble(1);
        assertEquals(factor - 1, error(chip), 1e-5);
        assertTrue(factor > 1.12);
        assertEquals(0, error(chip.with(compensation)), 1e-5);
    }

    /** Where the energy falls with conductance, small weights change more than large ones, and one factor cannot serve both. */
    @Test
    void whatCellsDifferInStays() {
        Chip chip = chip(FALLING).at(THROTTLE);
        double alone = error(chip);
        double compensated = error(chip.with(new GlobalDriftCompensation(8)));
        assertTrue(alone > 0.015, "" + alone);
        assertTrue(compensated > 0.2 * alone && compensated < 0.9 * alone, compensated + " of " + alone);
    }

    @Test
    void withoutARiseTheLastTestIsAtTheTemperatureOfOperation() {
        Chip chip = chip(FALLING).at(new Temperature(300, 358, 0));
        FMatrixRMaj inputs = Chips.random(5, ROWS, 1, 2);
        FMatrixRMaj before = Chips.grid(chip, WEIGHTS, 1).read(inputs, TRAINING);
        assertArrayEquals(before.data, warmed(chip).read(inputs, TRAINING).data);
        assertEquals(0, error(chip));
    }

    @Test
    void aChipAtOtherTemperaturesReadsTheSameBitsIfNothingDependsOnThem() {
        FMatrixRMaj inputs = Chips.random(5, ROWS, 1, 2);
        Chip still = chip(new NoTemperatureLaw());
        FMatrixRMaj expected = Chips.grid(still, WEIGHTS, 1).read(inputs, TRAINING);
        FMatrixRMaj found = warmed(still.at(THROTTLE)).read(inputs, TRAINING);
        assertArrayEquals(expected.data, found.data);
    }

    private static void refused(String message, Chip chip, Temperature temperature) {
        var refusal = assertThrows(Check.BrokenRules.class, () -> chip.at(temperature));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void temperaturesBeyondTheLawAndBesideTheNoiseAreRefused() {
        refused(
                "temperature must lie where the cell's temperatureLaw is known (250.0 to 400.0 kelvin) at all times",
                chip(FALLING),
                new Temperature(300, 390, 20));
        Chip noisy = chip(new NoTemperatureLaw(), new JohnsonReadNoise(1e8, 350), PAIR);
        assertEquals(Temperature.room(), noisy.at(Temperature.room()).temperature());
        assertEquals(350, noisy.at(new Temperature(350, 300, 0)).temperature().programming());
        refused(
                "temperature must have the programming temperature that the cell's readNoise names, but has 300.0 kelvin",
                noisy,
                new Temperature(300, 350, 0));
    }

    @Test
    void numbersInThePlaceOfCellsNeitherWarmUpNorJump() {
        var device = ParametricDeviceModel.ideal(1e-6, 1e-4);
        for (ParametricDeviceModel each : List.of(
                device.with(FALLING, new NoTelegraphNoise()),
                device.with(new NoTemperatureLaw(), new TwoStateTelegraphNoise(0.01, 1)))) {
            var cell = new Cell(new ContinuousLevels(), each, new NoStuckFaults());
            Chip exact = Chip.exactNumbers();
            var refusal = assertThrows(Check.BrokenRules.class, () -> exact.madeOf("other", cell));
            assertTrue(String.valueOf(refusal.getMessage())
                    .startsWith("cell has conductances that follow temperature or jump"));
        }
    }
}
