package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.PAIR;
import static org.ohmgrad.tile.Chips.TRAINING;
import static org.ohmgrad.tile.Chips.exact;
import static org.ohmgrad.tile.Chips.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.AdcRange;
import org.ohmgrad.tile.converter.CalibratedRange;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.IdealDac;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.ReadCounts;
import org.ohmgrad.tile.converter.StatedRange;
import org.ohmgrad.tile.correction.GaussianTransposedErrors;
import org.ohmgrad.tile.correction.GlobalDriftCompensation;
import org.ohmgrad.tile.correction.KnownVectorsTransposeCalibration;

/** Converters whose range the chip finds by reads. */
class CalibratedRangeTest {
    private static final Occasion RANGING = new Occasion(Phase.RANGE, 0, 0);
    private static final int ROWS = 40;
    private static final int COLS = 30;
    private static final int READS = CalibratedRange.TRIALS + 1;
    private static final double SECONDS = 1e-3;

    private final Clock clock = new Clock();

    private static Converters converters(AdcRange range) {
        return new Converters(new AbsMaxInputScaling(), new IdealDac(), new LinearAdc(8, range));
    }

    private static Chip chip(AdcRange forward, AdcRange transposed) {
        return Chips.chip(
                exact(new ContinuousLevels()),
                PAIR,
                new TileSize(20, 30),
                converters(forward),
                converters(transposed),
                new Timing(SECONDS, 0));
    }

    private TileGrid grid(AdcRange forward, AdcRange transposed, float size) {
        return new TileGrid(chip(forward, transposed), random(ROWS, COLS, size, 3), clock, new Origin(1, "layer0"));
    }

    /** Root mean square distance of a forward read from the product itself. */
    private static double error(TileGrid grid) {
        FMatrixRMaj x = random(50, ROWS, 1, 7);
        FMatrixRMaj y = grid.read(x, new Occasion(Phase.PROBE, 1, 0));
        FMatrixRMaj w = grid.meanForward();
        double squares = 0;
        for (int k = 0; k < y.data.length; k++) {
            double sum = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += (double) x.get(k / COLS, row) * w.get(row, k % COLS);
            }
            squares += (y.data[k] - sum) * (y.data[k] - sum);
        }
        return Math.sqrt(squares / y.data.length);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.003f, 0.4f, 3, 25, 99})
    void theNarrowestSettingThatHardlyClipsIsFoundAndDoubled(float needed) {
        List<Double> tried = new ArrayList<>();
        float found = new CalibratedRange().found(100, range -> {
            tried.add(range);
            return range >= needed ? 0.001 : 0.0011;
        });
        assertEquals(CalibratedRange.TRIALS, tried.size());
        double narrowest = Math.min(100, 2 * needed * Math.pow(2, 0.25) * (1 + 1e-6));
        assertTrue(found >= Math.min(100, 2 * needed) && found <= narrowest, needed + " needed, " + found + " found");
    }

    @Test
    void aStatedRangeReadsNothing() {
        float found = new StatedRange(12).found(100, range -> {
            throw new AssertionError("a read");
        });
        assertEquals(12, found);
        assertEquals(12, new StatedRange(12).first(100));
    }

    @Test
    void bothDirectionsFindTheirOwnRangeAndReadBetterWithIt() {
        TileGrid grid = grid(new CalibratedRange(), new CalibratedRange(), 0.1f);
        assertTrue(grid.findsRanges());
        FMatrixRMaj errors = random(4, COLS, 1, 5);
        FMatrixRMaj before = grid.readTransposed(errors, new Occasion(Phase.PROBE, 1, 0));
        double wide = error(grid);
        grid.read(random(64, ROWS, 1, 2), RANGING);
        assertTrue(error(grid) < wide / 10, wide + " before, " + error(grid) + " after");
        assertArrayEquals(before.data, grid.readTransposed(errors, new Occasion(Phase.PROBE, 1, 0)).data);
        double found = error(grid);
        grid.readTransposed(random(64, COLS, 1, 2), RANGING);
        assertEquals(found, error(grid));
        assertFalse(Arrays.equals(before.data, grid.readTransposed(errors, new Occasion(Phase.PROBE, 1, 0)).data));
    }

    @Test
    void aSearchIsPaidForButNoCodeOfItIsJudged() {
        TileGrid grid = grid(new CalibratedRange(), new StatedRange(12), 0.1f);
        grid.read(random(64, ROWS, 1, 2), RANGING);
        ReadCounts counts = grid.forwardCounts();
        assertEquals(READS * 64 * 2, counts.reads());
        assertEquals(READS * 64 * 2 * COLS, counts.adc());
        assertEquals(READS * 64 * ROWS, counts.dac());
        assertEquals(0, counts.adcSaturated());
        assertEquals(0, counts.vectors());
        assertTrue(counts.joules() > 0);
        assertEquals(READS * 64 * SECONDS, clock.seconds(), 1e-9);
        assertEquals(0, grid.transposedCounts().reads());
    }

    @Test
    void aRangeThatWeightsOutgrowIsWidened() {
        TileGrid grid = grid(new CalibratedRange(), new StatedRange(12), 0.02f);
        FMatrixRMaj inputs = random(64, ROWS, 1, 2);
        grid.read(inputs, RANGING);
        grid.program(random(ROWS, COLS, 1, 3));
        double tooNarrow = error(grid);
        long clipped = -1;
        for (int read = 0; read < 12; read++) {
            long before = grid.forwardCounts().adcSaturated();
            grid.read(inputs, TRAINING);
            clipped = grid.forwardCounts().adcSaturated() - before;
        }
        assertTrue(clipped <= 4, clipped + " of 3840 codes are clipped in the end");
        assertTrue(error(grid) < tooNarrow / 10);
    }

    @Test
    void anEvaluationNeverChangesTheRange() {
        TileGrid grid = grid(new CalibratedRange(), new StatedRange(12), 0.02f);
        grid.read(random(64, ROWS, 1, 2), RANGING);
        grid.program(random(ROWS, COLS, 1, 3));
        double error = error(grid);
        for (int read = 0; read < 5; read++) {
            grid.read(random(64, ROWS, 1, 2), new Occasion(Phase.TEST, 1, 0));
        }
        assertEquals(error, error(grid));
    }

    @Test
    void aConverterWithoutARangeDoesNotConvert() {
        LinearAdc adc = new LinearAdc(8, new CalibratedRange());
        assertEquals(
                "the converter's range is yet to be found by reads",
                assertThrows(IllegalStateException.class, () -> adc.convert(new float[1]))
                        .getMessage());
        assertEquals(new LinearAdc(8, 3), adc.at(3));
    }

    /** Their reads drive all lines, which those of training hardly ever do. */
    @Test
    void knownVectorsNeedAStatedRange() {
        Chip chip = chip(new CalibratedRange(), new CalibratedRange());
        assertEquals(
                "transposeCalibration must be none where the transposed adc finds its range by training reads, beyond which"
                        + " known vectors, which drive all lines, may lie: state that range",
                assertThrows(
                                Check.BrokenRules.class,
                                () -> chip.with(
                                        new GaussianTransposedErrors(0.1, 0.1),
                                        new KnownVectorsTransposeCalibration(4)))
                        .getMessage());
        assertEquals(
                "driftCompensation must be none where the forward adc finds its range by training reads, beyond which"
                        + " known vectors, which drive all lines, may lie: state that range",
                assertThrows(Check.BrokenRules.class, () -> chip.with(new GlobalDriftCompensation(4)))
                        .getMessage());
    }
}
