package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.PAIR;
import static org.ohmgrad.tile.Chips.TRAINING;

import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.random.Origin;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.correction.DriftCompensation;
import org.ohmgrad.tile.correction.GlobalDriftCompensation;
import org.ohmgrad.tile.correction.NoDriftCompensation;
import org.ohmgrad.tile.correction.PerColumnDriftCompensation;
import org.ohmgrad.tile.correction.ReferenceCellsDriftCompensation;

class DriftCompensationTest {
    private static final double EXPONENT = 0.05;
    private static final int ROWS = 30;
    private static final int COLS = 20;
    private static final FMatrixRMaj WEIGHTS = Chips.random(ROWS, COLS, 1, 1);

    static Stream<DriftCompensation> compensations() {
        return Stream.of(
                new GlobalDriftCompensation(8),
                new PerColumnDriftCompensation(8),
                new ReferenceCellsDriftCompensation(16, 4));
    }

    /** Cells that drift with a spread of exponents, on tiles of 16 x 16 behind perfect converters. */
    private static Chip chip(double spread, DriftCompensation compensation) {
        var device = new ParametricDeviceModel(
                1e-6, 1e-4, new NoProgrammingNoise(), new NoReadNoise(), new PowerLawDrift(EXPONENT, spread, 1));
        return Chips.chip(
                        new Cell(new ContinuousLevels(), device, new NoStuckFaults()),
                        PAIR,
                        new TileSize(16, 16),
                        Converters.ideal(),
                        Converters.ideal(),
                        new Timing(0, 0))
                .with(compensation);
    }

    private static TileGrid waited(Chip chip, double seconds) {
        Clock clock = new Clock();
        var grid = new TileGrid(chip, WEIGHTS, clock, new Origin(1, "layer0"));
        grid.watchDrift();
        clock.advance(seconds);
        grid.compensateDrift();
        grid.refresh();
        return grid;
    }

    private static double error(FMatrixRMaj found) {
        double squares = 0;
        double sum = 0;
        for (int k = 0; k < found.data.length; k++) {
            squares += Math.pow(found.data[k] - WEIGHTS.data[k], 2);
            sum += Math.pow(WEIGHTS.data[k], 2);
        }
        return Math.sqrt(squares / sum);
    }

    @ParameterizedTest
    @MethodSource("compensations")
    void driftInCommonIsTakenBack(DriftCompensation compensation) {
        assertTrue(error(waited(chip(0, new NoDriftCompensation()), 1e6).meanForward()) > 0.4);
        assertEquals(0, error(waited(chip(0, compensation), 1e6).meanForward()), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("compensations")
    void readsAreAsLargeAsBefore(DriftCompensation compensation) {
        FMatrixRMaj inputs = Chips.random(5, ROWS, 1, 2);
        FMatrixRMaj before = Chips.grid(chip(0, compensation), WEIGHTS, 1).read(inputs, TRAINING);
        FMatrixRMaj after = waited(chip(0, compensation), 1e6).read(inputs, TRAINING);
        assertArrayEquals(before.data, after.data, 1e-4f);
    }

    /** Cell by cell the drift is exp(-exponent (1 + spread z) age): to first order the spread is what stays. */
    @ParameterizedTest
    @MethodSource("compensations")
    void whatCellsDifferInStays(DriftCompensation compensation) {
        double spread = 0.1;
        double seconds = 1e4;
        double expected = EXPONENT * spread * Math.log1p(seconds);
        double left = error(waited(chip(spread, compensation), seconds).meanForward());
        assertTrue(left > 0.7 * expected && left < 1.3 * expected, left + " beside " + expected);
    }

    @Test
    void columnsWrittenAtDifferentTimesNeedAFactorEach() {
        assertEquals(0, error(rewritten(new PerColumnDriftCompensation(8))), 1e-5);
        assertTrue(error(rewritten(new GlobalDriftCompensation(8))) > 0.05);
    }

    /** Half of the columns held the opposite weights, so that both cells of their pairs are written anew much later. */
    private static FMatrixRMaj rewritten(DriftCompensation compensation) {
        Clock clock = new Clock();
        FMatrixRMaj old = WEIGHTS.copy();
        for (int k = 0; k < old.data.length; k += 2) {
            old.data[k] = -WEIGHTS.data[k];
        }
        var grid = new TileGrid(chip(0, compensation), old, clock, new Origin(1, "layer0"));
        clock.advance(1e9);
        grid.refresh();
        FMatrixRMaj aged = grid.meanForward();
        grid.program(WEIGHTS);
        grid.watchDrift();
        clock.advance(1e4);
        grid.compensateDrift();
        grid.refresh();
        FMatrixRMaj found = grid.meanForward();
        for (int k = 1; k < found.data.length; k += 2) {
            found.data[k] *= WEIGHTS.data[k] / aged.data[k];
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("compensations")
    void nothingIsCorrectedBeforeTheChipLooksAgain(DriftCompensation compensation) {
        FMatrixRMaj inputs = Chips.random(5, ROWS, 1, 2);
        var plain = Chips.grid(chip(0.1, new NoDriftCompensation()), WEIGHTS, 1);
        var watched = Chips.grid(chip(0.1, compensation), WEIGHTS, 1);
        watched.watchDrift();
        assertArrayEquals(plain.read(inputs, TRAINING).data, watched.read(inputs, TRAINING).data);
    }

    @Test
    void looksCountAsReadsAndTakeTime() {
        Clock clock = new Clock();
        Chip chip = chip(0, new GlobalDriftCompensation(8));
        Chip slow = new Chip(
                        "slow",
                        "",
                        chip.cell(),
                        PAIR,
                        0.25,
                        chip.tile(),
                        Converters.ideal(),
                        Converters.ideal(),
                        chip.wires(),
                        new Timing(2, 0),
                        java.util.Map.of())
                .with(chip.driftCompensation());
        var grid = new TileGrid(slow, WEIGHTS, clock, new Origin(1, "layer0"));
        grid.watchDrift();
        assertEquals(16, clock.seconds());
        assertEquals(8 * (16 + 4) * 2, grid.forwardCounts().adc());
        assertEquals(8 * (16 + 14) * 2, grid.forwardCounts().dac());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GlobalDriftCompensation(0));
        assertThrows(IllegalArgumentException.class, () -> new PerColumnDriftCompensation(5000));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCellsDriftCompensation(0, 1));
    }
}
