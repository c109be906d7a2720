package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.PAIR;
import static org.ohmgrad.tile.Chips.TRAINING;
import static org.ohmgrad.tile.Chips.grid;
import static org.ohmgrad.tile.Chips.random;
import static org.ohmgrad.tile.LineBench.ERRORS;
import static org.ohmgrad.tile.LineBench.NONE;
import static org.ohmgrad.tile.LineBench.NO_ERRORS;
import static org.ohmgrad.tile.LineBench.errorsOf;
import static org.ohmgrad.tile.LineBench.exact;
import static org.ohmgrad.tile.LineBench.known;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Significance;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.LinearDac;
import org.ohmgrad.tile.correction.GaussianTransposedErrors;
import org.ohmgrad.tile.correction.LineFit;
import org.ohmgrad.tile.correction.LineResponse;

class TransposeCalibrationTest {
    private static void refused(String message, Executable action) {
        assertEquals(message, assertThrows(Check.BrokenRules.class, action).getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void gainsAndOffsetsOfLinesAreNormalAndTheirOwn(long seed) {
        int lines = 4000;
        LineResponse response = ERRORS.of(lines, new Origin(seed, "layer1/tile0,0"));
        double[] gains = IntStream.range(0, lines).mapToDouble(response::gain).toArray();
        double[] offsets =
                IntStream.range(0, lines).mapToDouble(response::offset).toArray();
        Significance.assertMean(1, 0.1, gains, seed);
        Significance.assertVariance(0.01, gains, seed);
        Significance.assertMean(0, 0.3, offsets, seed);
        Significance.assertVariance(0.09, offsets, seed);
        Significance.assertUncorrelated(
                IntStream.range(0, lines).mapToDouble(k -> (gains[k] - 1) / 0.1).toArray(),
                IntStream.range(0, lines).mapToDouble(k -> offsets[k] / 0.3).toArray(),
                seed);
        LineResponse fewer = ERRORS.of(10, new Origin(seed, "layer1/tile0,0"));
        LineResponse elsewhere = ERRORS.of(10, new Origin(seed, "layer1/tile0,1"));
        for (int line = 0; line < 10; line++) {
            assertEquals(gains[line], fewer.gain(line));
            assertTrue(gains[line] != elsewhere.gain(line));
        }
    }

    @Test
    void everyLineOfEveryTileAddsItsGainAndOffset() {
        FMatrixRMaj errors = random(3, 30, 1, 5);
        FMatrixRMaj weights = random(40, 30, 2, 6);
        TileGrid exact = grid(exact(PAIR, NO_ERRORS, NONE), weights, 7);
        TileGrid off = grid(exact(PAIR, ERRORS, NONE), weights, 7);
        FMatrixRMaj found = off.readTransposed(errors, TRAINING);
        float[] scales = new AbsMaxInputScaling().scales(errors);
        FMatrixRMaj expected = new FMatrixRMaj(3, 40);
        for (Tile tile : exact.tiles()) {
            LineResponse response = errorsOf(off, tile, 7);
            FMatrixRMaj share = errors.copy();
            for (int k = 0; k < share.data.length; k++) {
                boolean here = k % 30 >= tile.col()
                        && k % 30 < tile.col() + tile.crossbar().cols();
                float scaled = share.data[k] / scales[k / 30];
                share.data[k] = here ? scaled : 0;
            }
            new LinearDac(8).convert(share.data);
            FMatrixRMaj product = new FMatrixRMaj(3, 40);
            Gemm.best().multTransB(share, exact.meanTransposed(), product);
            for (int k = 0; k < expected.data.length; k++) {
                int line = k % 40 - tile.row();
                if (line >= 0 && line < tile.crossbar().rows()) {
                    expected.data[k] += (float)
                            (scales[k / 40] * (response.gain(line) * product.data[k] + 2 * response.offset(line)));
                }
            }
        }
        assertArrayEquals(expected.data, found.data, 1e-5f);
        assertArrayEquals(off.readTransposed(errors, TRAINING).data, found.data);
    }

    @Test
    void aVectorOfZerosReadsAsZeroWhateverTheOffset() {
        TileGrid grid = grid(exact(PAIR, ERRORS, NONE), random(40, 30, 2, 6), 7);
        float[] found = grid.readTransposed(new FMatrixRMaj(1, 30), TRAINING).data;
        assertArrayEquals(new float[40], found, 1e-30f);
    }

    @Test
    void linesWithoutErrorsThatAreNotCalibratedKeepEveryBit() {
        FMatrixRMaj weights = random(40, 30, 2, 6);
        FMatrixRMaj errors = random(3, 30, 1, 5);
        TileGrid one = grid(exact(PAIR, NO_ERRORS, NONE), weights, 7);
        TileGrid other = grid(exact(PAIR, NO_ERRORS, NONE), weights, 7);
        other.calibrate(0);
        assertArrayEquals(one.readTransposed(errors, TRAINING).data, other.readTransposed(errors, TRAINING).data);
        assertEquals(one.transposedCounts().dac(), other.transposedCounts().dac());
        assertEquals(Optional.empty(), other.transposedResidual());
        assertEquals(
                0, new GaussianTransposedErrors(0, 0).of(3, new Origin(1, "x")).offset(2));
        assertEquals(
                1, new GaussianTransposedErrors(0, 0).of(3, new Origin(1, "x")).gain(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gainErrorsBreakTheAdjointAndAnExactCalibrationRestoresIt(long seed) {
        for (ConductanceMapping mapping : new ConductanceMapping[] {PAIR, new ReferenceColumn(2)}) {
            TileGrid grid = grid(exact(mapping, ERRORS, known(16)), random(40, 30, 2, seed), seed);
            assertTrue(adjointError(grid, seed) > 1e-3);
            assertEquals(0.1, grid.transposedResidual().orElseThrow().gain(), 0.04);
            grid.calibrate(0);
            assertEquals(0, adjointError(grid, seed), 1e-6);
            assertEquals(0, grid.transposedResidual().orElseThrow().gain(), 1e-6);
            assertEquals(0, grid.transposedResidual().orElseThrow().offset(), 1e-6);
        }
    }

    /** How far (x, W^T d) lies from (W x, d), relative to the lengths of x and d. */
    private static double adjointError(TileGrid grid, long seed) {
        FMatrixRMaj x = random(1, 40, 1, seed + 10);
        FMatrixRMaj d = random(1, 30, 1, seed + 20);
        d.data[0] = 1;
        new LinearDac(8).convert(d.data);
        double there = inner(x, grid.readTransposed(d, TRAINING));
        double back = inner(grid.read(x, TRAINING), d);
        return Math.abs(there - back) / Math.sqrt(inner(x, x) * inner(d, d));
    }

    private static double inner(FMatrixRMaj a, FMatrixRMaj b) {
        double sum = 0;
        for (int k = 0; k < a.data.length; k++) {
            sum += (double) a.data[k] * b.data[k];
        }
        return sum;
    }

    @Test
    void aLineWithoutWeightsOrWithASlopeBeyondBeliefKeepsItsGain() {
        FMatrixRMaj expected = new FMatrixRMaj(new float[][] {{0, 1, 1, 1}, {0, -1, -1, -1}});
        FMatrixRMaj measured = new FMatrixRMaj(new float[][] {{3, 2, 0.5f, 9}, {5, -1, 1.5f, -9}});
        LineResponse fit = LineFit.of(expected, measured);
        assertEquals(1, fit.gain(0));
        assertEquals(4, fit.offset(0));
        assertEquals(1.5, fit.gain(1));
        assertEquals(0.5, fit.offset(1));
        assertEquals(1, fit.gain(2));
        assertEquals(1, fit.offset(2));
        assertEquals(1, fit.gain(3));
        assertEquals(0, fit.offset(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theResidualIsTheDistanceOfTheMeanMatrices(long seed) {
        TileGrid grid = grid(LineBench.readNoise(32), random(40, 30, 2, seed), seed);
        grid.calibrate(0);
        float[] forward = grid.meanForward().data;
        float[] transposed = grid.meanTransposed().data;
        double apart = 0;
        double size = 0;
        for (int k = 0; k < forward.length; k++) {
            apart += Math.pow(transposed[k] - forward[k], 2);
            size += Math.pow(forward[k], 2);
        }
        double residual = grid.transposedResidual().orElseThrow().gain();
        assertEquals(Math.sqrt(apart / size), residual, 1e-6);
        assertTrue(residual > 1e-4 && residual < 0.05, () -> "residual " + residual);
    }

    @Test
    void calibrationCountsItsReadsAndMovesTheClock() {
        Clock clock = new Clock();
        TileGrid grid = new TileGrid(LineBench.readNoise(8), random(40, 30, 2, 1), clock, new Origin(1, "layer0"));
        grid.calibrate(0);
        assertEquals(8 * 30 * 2, grid.transposedCounts().dac());
        assertEquals(8 * 40 * 2, grid.transposedCounts().adc());
        assertEquals(0, grid.forwardCounts().dac());
        assertEquals(8 * 3, clock.seconds());
    }

    @Test
    void calibrationHasStreamsOfItsOwn() {
        FMatrixRMaj x = random(4, 40, 1, 1);
        FMatrixRMaj d = random(4, 30, 1, 2);
        TileGrid one = grid(LineBench.readNoise(8), random(40, 30, 2, 1), 9);
        TileGrid other = grid(LineBench.readNoise(8), random(40, 30, 2, 1), 9);
        other.calibrate(0);
        other.calibrate(1);
        assertArrayEquals(one.read(x, TRAINING).data, other.read(x, TRAINING).data);
        FMatrixRMaj plain = one.readTransposed(d, TRAINING);
        one.calibrate(1);
        assertArrayEquals(other.readTransposed(d, TRAINING).data, one.readTransposed(d, TRAINING).data);
        assertTrue(!Arrays.equals(plain.data, one.readTransposed(d, TRAINING).data));
    }

    @Test
    void aLaterCalibrationStartsAnew() {
        TileGrid grid = grid(LineBench.readNoise(64), random(40, 30, 2, 1), 9);
        grid.calibrate(0);
        double first = grid.transposedResidual().orElseThrow().gain();
        grid.calibrate(1);
        double second = grid.transposedResidual().orElseThrow().gain();
        grid.calibrate(0);
        assertEquals(first, grid.transposedResidual().orElseThrow().gain());
        assertTrue(first != second);
    }

    @Test
    void knownVectorsComeInPairsOfOppositeSigns() {
        FMatrixRMaj voltages =
                known(6).voltages(50, new Draws(1, "calibration/x"), 2).orElseThrow();
        for (int k = 0; k < 3 * 50; k++) {
            assertEquals(1, Math.abs(voltages.data[k]));
            assertEquals(-voltages.data[k], voltages.data[3 * 50 + k]);
        }
        assertEquals(6, known(6).vectors());
        assertEquals(0, NONE.vectors());
    }

    @Test
    void nonsenseIsRefused() {
        refused("vectors must lie in [2, 4096] but is 0", () -> known(0));
        refused("vectors must be even but is 7", () -> known(7));
        refused(
                "gain must lie in [0, 1] but is -0.1; offset must not be negative but is NaN",
                () -> new GaussianTransposedErrors(-0.1, Double.NaN));
    }
}
