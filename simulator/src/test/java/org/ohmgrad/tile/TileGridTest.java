package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.PAIR;
import static org.ohmgrad.tile.Chips.TRAINING;
import static org.ohmgrad.tile.Chips.grid;
import static org.ohmgrad.tile.Chips.random;
import static org.ohmgrad.tile.Chips.row;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Identity;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.SumReadNoise;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.random.Significance;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.IdealDac;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.LinearDac;
import org.ohmgrad.tile.converter.NoInputScaling;
import org.ohmgrad.tile.converter.ReadCounts;

class TileGridTest {
    private static final Converters SCALED =
            new Converters(new AbsMaxInputScaling(), new LinearDac(8), new LinearAdc(9, 12));

    private static void assertProduct(FMatrixRMaj x, FMatrixRMaj w, Direction direction, FMatrixRMaj y, double wMax) {
        for (int example = 0; example < x.numRows; example++) {
            for (int line = 0; line < y.numCols; line++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < x.numCols; k++) {
                    sum += (double) x.get(example, k) * w.get(direction.driven(k, line), direction.sensed(k, line));
                    size += Math.abs(x.get(example, k));
                }
                assertEquals(sum, y.get(example, line), 5e-7 * wMax * (size + 1));
            }
        }
    }

    private static void assertGridIsTheMatrix(Chip chip, int rows, int cols, double wMax, long seed) {
        FMatrixRMaj weights = random(rows, cols, 2, seed);
        TileGrid grid = grid(chip, weights, seed);
        FMatrixRMaj x = random(3, rows, 1, seed + 1);
        FMatrixRMaj y = random(3, cols, 1, seed + 2);
        assertProduct(x, weights, Direction.FORWARD, grid.read(x, TRAINING), wMax);
        assertProduct(y, weights, Direction.TRANSPOSED, grid.readTransposed(y, TRAINING), wMax);
        assertArrayEquals(weights.data, grid.targetWeights().data, (float) (5e-7 * wMax));
        assertArrayEquals(weights.data, grid.meanForward().data, (float) (5e-7 * wMax));
        assertArrayEquals(weights.data, grid.meanTransposed().data, (float) (5e-7 * wMax));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 256, 256",
        "3, 3, 256, 256",
        "255, 256, 256, 256",
        "256, 255, 256, 256",
        "257, 3, 256, 256",
        "3, 257, 256, 256",
        "300, 520, 256, 256",
        "20, 23, 7, 5",
        "7, 5, 7, 5",
        "8, 6, 7, 5",
        "1, 40, 7, 5",
        "40, 1, 7, 5"
    })
    void anIdealGridIsOneBigMatrixInBothDirections(int rows, int cols, int tileRows, int tileCols) {
        assertGridIsTheMatrix(Chips.ideal(PAIR, tileRows, tileCols), rows, cols, 2, 1);
        assertGridIsTheMatrix(Chips.ideal(new ReferenceColumn(2), tileRows, tileCols), rows, cols, 4, 2);
        int tiles = ((rows + tileRows - 1) / tileRows) * ((cols + tileCols - 1) / tileCols);
        assertEquals(
                tiles,
                grid(Chips.ideal(PAIR, tileRows, tileCols), new FMatrixRMaj(rows, cols), 1)
                        .tiles()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theFloatChipIsThePlainProductOfAnyNumbers(long seed) {
        FMatrixRMaj weights = random(70, 31, 1000, seed);
        TileGrid grid = grid(Chip.exactNumbers(), weights, seed);
        assertArrayEquals(weights.data, grid.meanForward().data);
        assertArrayEquals(weights.data, grid.targetWeights().data);
        assertEquals(new Identity(), grid.chip().mapping());
        assertEquals(0, grid.clippedShare());
        FMatrixRMaj x = random(4, 70, 1, seed);
        assertProduct(x, weights, Direction.FORWARD, grid.read(x, TRAINING), 1000);
    }

    @Test
    void theIdealChipIsIdeal() {
        assertGridIsTheMatrix(Chip.ideal(2), 64, 32, 2, 3);
        assertEquals("ideal", Chip.ideal(2).name());
        assertEquals(Map.of(), Chip.ideal(2).sources());
    }

    @Test
    void aGridKnowsItsShapeAndItsTilesTheirPlaces() {
        TileGrid grid = grid(Chips.ideal(PAIR, 7, 5), random(9, 11, 1, 1), 1);
        assertEquals(9, grid.rows());
        assertEquals(11, grid.cols());
        List<String> places = grid.tiles().stream()
                .map(tile -> grid.nameOf(tile) + " at " + tile.row() + "," + tile.col() + ": "
                        + tile.crossbar().rows() + "x" + tile.crossbar().cols())
                .toList();
        assertEquals(
                List.of(
                        "tile0,0 at 0,0: 7x5",
                        "tile0,1 at 0,5: 7x5",
                        "tile0,2 at 0,10: 7x1",
                        "tile1,0 at 7,0: 2x5",
                        "tile1,1 at 7,5: 2x5",
                        "tile1,2 at 7,10: 2x1"),
                places);
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        TileGrid grid = grid(Chips.ideal(PAIR, 7, 5), random(9, 11, 1, 1), 1);
        assertEquals(
                "vectors must have 9 elements but have 11",
                assertThrows(IllegalArgumentException.class, () -> grid.read(new FMatrixRMaj(2, 11), TRAINING))
                        .getMessage());
        assertEquals(
                "vectors must have 11 elements but have 9",
                assertThrows(IllegalArgumentException.class, () -> grid.readTransposed(new FMatrixRMaj(2, 9), TRAINING))
                        .getMessage());
    }

    /** Cells from 0 to 1 S hold weights in eighths exactly, so that a test can follow every rounding. */
    private static Chip dyadic(Converters forward, Converters transposed, int rows, int cols) {
        Cell cell = new Cell(new ContinuousLevels(), ParametricDeviceModel.ideal(0, 1), new NoStuckFaults());
        return Chips.chip(cell, PAIR, new TileSize(rows, cols), forward, transposed, new Timing(0, 0));
    }

    private static FMatrixRMaj eighths(FMatrixRMaj numbers) {
        for (int k = 0; k < numbers.data.length; k++) {
            numbers.data[k] = Math.round(8 * numbers.data[k]) / 8f;
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachTileConvertsItsOwnPartialSums(long seed) {
        Converters coarse = new Converters(new NoInputScaling(), new IdealDac(), new LinearAdc(4, 1.75f));
        FMatrixRMaj weights = eighths(random(20, 13, 2, seed));
        TileGrid grid = grid(dyadic(coarse, coarse, 7, 5), weights, seed);
        assertPartialSums(grid.read(eighths(random(6, 20, 1, seed)), TRAINING), weights, 7, Direction.FORWARD, seed);
        assertPartialSums(
                grid.readTransposed(eighths(random(6, 13, 1, seed)), TRAINING), weights, 5, Direction.TRANSPOSED, seed);
    }

    private static void assertPartialSums(
            FMatrixRMaj result, FMatrixRMaj weights, int size, Direction direction, long seed) {
        int inputs = direction.driven(weights.numRows, weights.numCols);
        FMatrixRMaj x = eighths(random(6, inputs, 1, seed));
        for (int example = 0; example < 6; example++) {
            for (int line = 0; line < result.numCols; line++) {
                double sum = 0;
                for (int start = 0; start < inputs; start += size) {
                    double part = 0;
                    for (int k = start; k < Math.min(start + size, inputs); k++) {
                        part += x.get(example, k)
                                * weights.get(direction.driven(k, line), direction.sensed(k, line))
                                / 2;
                    }
                    sum += Math.max(-7, Math.min(7, Math.rint(part / 0.25))) * 0.25;
                }
                assertEquals(2 * sum, result.get(example, line));
            }
        }
    }

    @Test
    void conversionsAreCountedWhileTrainingOnly() {
        Converters narrow = new Converters(new NoInputScaling(), new LinearDac(8), new LinearAdc(8, 0.5f));
        TileGrid grid = grid(
                dyadic(narrow, narrow, 2, 2), new FMatrixRMaj(new float[][] {{2, 0, 0}, {0, 0, 0}, {0, 0, -2}}), 1);
        FMatrixRMaj x = row(1.5f, 0.25f, -1);
        grid.read(x, TRAINING);
        grid.read(x, new Occasion(Phase.TEST, 1, 0));
        grid.readTransposed(x, new Occasion(Phase.PROBE, 1, 0));
        // Two tiles beside each other, and two above each other, each with DACs of its own.
        assertCounts(grid.forwardCounts(), 6, 2, 6, 2);
        assertCounts(grid.transposedCounts(), 0, 0, 0, 0);
        grid.readTransposed(x, TRAINING);
        grid.readTransposed(row(0.1f, 0.2f, 0.3f), TRAINING);
        assertCounts(grid.transposedCounts(), 12, 2, 12, 2);
        assertEquals(1, grid.forwardCounts().vectors());
        assertEquals(2, grid.transposedCounts().vectors());
        grid.forwardCounts().reset();
        assertCounts(grid.forwardCounts(), 0, 0, 0, 0);
    }

    private static void assertCounts(ReadCounts counts, long dac, long dacClipped, long adc, long adcClipped) {
        assertEquals(
                List.of(dac, dacClipped, adc, adcClipped),
                List.of(counts.dac(), counts.dacSaturated(), counts.adc(), counts.adcSaturated()));
    }

    private static Chip noisy(ConductanceMapping mapping, Converters converters, Timing timing) {
        ParametricDeviceModel device = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new GaussianProgrammingNoise(0.01),
                new SumReadNoise(List.of(new ProportionalReadNoise(0.05), new JohnsonReadNoise(1e8, 300))),
                new NoDrift());
        Cell cell = new Cell(ConductanceLevels.ofBits(8), device, new RandomStuckFaults(0.02, 0.02, 0, 0.02));
        return Chips.chip(cell, mapping, new TileSize(7, 5), converters, converters, timing);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aZeroVectorReadsAsZeroThroughAnyNoise(long seed) {
        TileGrid grid = grid(noisy(new ReferenceColumn(2), SCALED, new Timing(0, 0)), random(20, 13, 2, seed), seed);
        FMatrixRMaj x = new FMatrixRMaj(2, 20);
        x.data[25] = 0.5f;
        FMatrixRMaj currents = grid.read(x, TRAINING);
        assertEquals(0, largest(currents.data, 0, 13));
        assertTrue(largest(currents.data, 13, 26) > 0);
        assertEquals(0, largest(grid.readTransposed(new FMatrixRMaj(2, 13), TRAINING).data, 0, 40));
    }

    private static float largest(float[] values, int from, int to) {
        float largest = 0;
        for (int k = from; k < to; k++) {
            largest = Math.max(largest, Math.abs(values[k]));
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(floats = {2, 1024, 0x1p-40f})
    void scaledReadsFollowThePowersOfTwoOfTheirInputsExactly(float factor) {
        TileGrid grid = grid(noisy(PAIR, SCALED, new Timing(0, 0)), random(20, 13, 2, 5), 5);
        for (Direction direction : Direction.values()) {
            FMatrixRMaj x = random(4, direction.driven(20, 13), 1, 6);
            FMatrixRMaj scaled = x.copy();
            for (int k = 0; k < x.data.length; k++) {
                scaled.data[k] *= factor;
            }
            FMatrixRMaj one = grid.read(direction, x, TRAINING);
            FMatrixRMaj other = grid.read(direction, scaled, TRAINING);
            for (int k = 0; k < one.data.length; k++) {
                assertEquals(factor * one.data[k], other.data[k]);
            }
        }
    }

    @Test
    void scalingSavesASmallVectorFromTheConverters() {
        Converters unscaled = new Converters(new NoInputScaling(), new LinearDac(8), new LinearAdc(9, 12));
        FMatrixRMaj weights = random(16, 8, 2, 1);
        FMatrixRMaj small = random(2, 8, 1e-5f, 2);
        float[] dead = grid(dyadic(SCALED, unscaled, 256, 256), weights, 1).readTransposed(small, TRAINING).data;
        float[] alive = grid(dyadic(unscaled, SCALED, 256, 256), weights, 1).readTransposed(small, TRAINING).data;
        assertEquals(0, largest(dead, 0, dead.length));
        assertTrue(largest(alive, 0, alive.length) > 1e-6f);
    }

    @Test
    void readsAndWritesMoveTheClockAndProbesDoNot() {
        Clock clock = new Clock();
        assertEquals(0, clock.seconds());
        Chip chip = Chips.chip(
                Chips.exact(ConductanceLevels.ofBits(4)),
                PAIR,
                new TileSize(2, 2),
                Converters.ideal(),
                Converters.ideal(),
                new Timing(1e-3, 1));
        TileGrid grid = new TileGrid(chip, random(3, 3, 2, 1), clock, new Origin(1, "layer0"));
        assertEquals(8, clock.seconds(), "the largest tile has four pairs; tiles are written at the same time");
        grid.read(random(5, 3, 1, 1), TRAINING);
        assertEquals(8.005, clock.seconds(), 1e-12);
        grid.readTransposed(random(7, 3, 1, 1), new Occasion(Phase.TEST, 0, 0));
        assertEquals(8.012, clock.seconds(), 1e-12);
        grid.read(random(5, 3, 1, 1), new Occasion(Phase.PROBE, 0, 0));
        grid.readTransposed(random(5, 3, 1, 1), new Occasion(Phase.PROBE, 0, 0));
        assertEquals(0, grid.program(grid.targetWeights()));
        assertEquals(8.012, clock.seconds(), 1e-12);
        clock.advance(3600);
        assertEquals(3608.012, clock.seconds(), 1e-9);
    }

    @Test
    void writesByPulsesTakeTheTimeOfTheirPulsesAndReads() {
        Clock clock = new Clock();
        var device = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new NoProgrammingNoise(),
                new NoReadNoise(),
                new NoDrift(),
                new ConstantStep(0.25, 0.25, 0),
                DeviceToDevice.none());
        Cell cell = new Cell(
                ConductanceLevels.ofBits(8),
                device,
                new NoStuckFaults(),
                new WriteVerifyProgramming(0.01, 9, 3, 1),
                new NoEndurance());
        Chip chip = Chips.chip(
                cell, PAIR, new TileSize(2, 1), Converters.ideal(), Converters.ideal(), new Timing(1e-3, 0, 0.1));
        TileGrid grid =
                new TileGrid(chip, new FMatrixRMaj(new float[][] {{2}, {-1}, {0}}), clock, new Origin(1, "layer0"));
        assertEquals(6 * 0.1 + 3 * (6 + 4) * 1e-3, clock.seconds(), 1e-12, "the other tile fires no pulse");
        assertEquals(6, grid.writeSums().cells());
        assertEquals(6, grid.writeSums().pulses());
        assertEquals(3 * (6 + 6), grid.writeSums().verifies());
        assertEquals(0, grid.writeSums().failures());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, Double.NaN, Double.POSITIVE_INFINITY})
    void theClockNeverRunsBackwards(double by) {
        Clock clock = new Clock();
        String message = assertThrows(IllegalArgumentException.class, () -> clock.advance(by))
                .getMessage();
        assertEquals("by must not be negative but is " + by, message);
        assertEquals(0, clock.seconds());
    }

    @Test
    void aProbeLeavesTheNextReadAsItWas() {
        FMatrixRMaj x = random(4, 20, 1, 1);
        TileGrid one = grid(noisy(PAIR, SCALED, new Timing(1, 1)), random(20, 13, 2, 1), 9);
        TileGrid other = grid(noisy(PAIR, SCALED, new Timing(1, 1)), random(20, 13, 2, 1), 9);
        float[] probe = one.read(x, new Occasion(Phase.PROBE, 1, 0)).data;
        float[] train = one.read(x, TRAINING).data;
        assertArrayEquals(other.read(x, TRAINING).data, train);
        assertTrue(!Arrays.equals(probe, train));
    }

    @Test
    void allTilesDriftWithTheClock() {
        ParametricDeviceModel device = new ParametricDeviceModel(
                1e-6, 1e-4, new NoProgrammingNoise(), new NoReadNoise(), new PowerLawDrift(0.05, 0, 1));
        Cell cell = new Cell(new ContinuousLevels(), device, new NoStuckFaults());
        Chip chip =
                Chips.chip(cell, PAIR, new TileSize(7, 5), Converters.ideal(), Converters.ideal(), new Timing(0, 0));
        Clock clock = new Clock();
        FMatrixRMaj weights = random(20, 13, 2, 1);
        TileGrid grid = new TileGrid(chip, weights, clock, new Origin(1, "layer0"));
        clock.advance(999);
        grid.refresh();
        float[] mean = grid.meanForward().data;
        for (int k = 0; k < weights.data.length; k++) {
            assertEquals(weights.data[k] * Math.pow(1000, -0.05), mean[k], 1e-6);
            assertEquals(weights.data[k], grid.targetWeights().data[k], 1e-6);
        }
    }

    @Test
    void weightsBeyondTheLargestAreClippedAndTheirShareIsTold() {
        FMatrixRMaj weights = new FMatrixRMaj(new float[][] {{2.5f, 1.99f, -7}, {0, 0.5f, -1}});
        for (ConductanceMapping mapping : List.of(PAIR, new ReferenceColumn(2))) {
            TileGrid grid = grid(Chips.ideal(mapping, 1, 2), weights, 1);
            assertEquals(2 / 6.0, grid.clippedShare());
            assertArrayEquals(new float[] {2, 1.99f, -2, 0, 0.5f, -1}, grid.targetWeights().data, 1e-6f);
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "4", "8"})
    void weightsGoToTheNearestLevel(int bits) {
        Chip chip = Chips.chip(
                Chips.exact(ConductanceLevels.ofBits(bits)),
                PAIR,
                new TileSize(7, 5),
                Converters.ideal(),
                Converters.ideal(),
                new Timing(0, 0));
        FMatrixRMaj weights = random(20, 13, 2, bits);
        TileGrid grid = grid(chip, weights, 1);
        double step = 2 / (Math.pow(2, bits) - 1);
        float[] mean = grid.meanForward().data;
        for (int k = 0; k < weights.data.length; k++) {
            assertEquals(Math.rint(weights.data[k] / step) * step, grid.targetWeights().data[k], 1e-6);
            assertEquals(grid.targetWeights().data[k], mean[k], 1e-6);
        }
        assertEquals(0, grid.program(grid.targetWeights()), "levels are where they are");
    }

    @Test
    void aWeightThatIsNoNumberIsRefusedWithItsPlace() {
        FMatrixRMaj weights = new FMatrixRMaj(new float[][] {{0, 1}, {2, Float.NaN}});
        Chip chip = Chips.ideal(PAIR, 7, 5);
        String message = "weights must be numbers but hold NaN in row 1, column 1 (counted from 0)";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> grid(chip, weights, 1))
                        .getMessage());
        TileGrid grid = grid(chip, new FMatrixRMaj(2, 2), 1);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> grid.program(weights))
                        .getMessage());
        weights.data[3] = Float.NEGATIVE_INFINITY;
        grid.program(weights);
        assertArrayEquals(new float[] {0, 1, 2, -2}, grid.targetWeights().data);
    }

    /** What is no number in an input cannot be overlooked: it leaves no number of its example. */
    @Test
    void anInputThatIsNoNumberHasNoResult() {
        FMatrixRMaj inputs = new FMatrixRMaj(new float[][] {{1, Float.NaN}, {1, 1}});
        TileGrid grid = grid(noisy(PAIR, SCALED, new Timing(0, 0)), new FMatrixRMaj(new float[][] {{1}, {0}}), 1);
        FMatrixRMaj results = grid.read(inputs, TRAINING);
        assertTrue(Float.isNaN(results.data[0]));
        assertEquals(1, results.data[1], 0.2);
    }

    @Test
    void aReferencedCellOfFewBitsHoldsZero() {
        Chip chip = Chips.chip(
                Chips.exact(ConductanceLevels.ofBits(2)),
                new ReferenceColumn(2),
                new TileSize(7, 5),
                Converters.ideal(),
                Converters.ideal(),
                new Timing(0, 0));
        TileGrid grid = grid(chip, row(0, 0.6f, -0.6f, 2), 1);
        assertArrayEquals(new float[] {0, 0, 0, 2}, grid.targetWeights().data);
        assertArrayEquals(new float[] {0, 0, 0, 2}, grid.meanForward().data, 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theMeanForwardIsTheMeanOfManyNoisyReads(long seed) {
        int reads = 4000;
        for (ConductanceMapping mapping : List.of(PAIR, new ReferenceColumn(2))) {
            TileGrid grid = grid(noisy(mapping, Converters.ideal(), new Timing(0, 0)), random(9, 6, 2, seed), seed);
            FMatrixRMaj one = random(1, 9, 1, seed);
            FMatrixRMaj many = new FMatrixRMaj(reads, 9);
            for (int k = 0; k < many.data.length; k++) {
                many.data[k] = one.data[k % 9];
            }
            FMatrixRMaj currents = grid.read(many, TRAINING);
            for (int line = 0; line < 6; line++) {
                assertMeanIsThatOf(grid.meanForward(), one, currents, line, seed);
            }
        }
    }

    private static void assertMeanIsThatOf(
            FMatrixRMaj weights, FMatrixRMaj x, FMatrixRMaj currents, int line, long seed) {
        double mean = 0;
        for (int k = 0; k < x.numCols; k++) {
            mean += (double) x.data[k] * weights.get(k, line);
        }
        double[] samples = new double[currents.numRows];
        double square = 0;
        for (int read = 0; read < samples.length; read++) {
            samples[read] = currents.get(read, line);
            square += Math.pow(samples[read] - mean, 2);
        }
        Significance.assertMean(mean, Math.sqrt(square / samples.length), samples, seed);
    }

    @Test
    void tilesOfOneGridHaveFaultsAndNoiseOfTheirOwn() {
        TileGrid grid = grid(noisy(PAIR, Converters.ideal(), new Timing(0, 0)), new FMatrixRMaj(14, 10), 3);
        assertEquals(4, grid.tiles().size());
        float[] first = grid.tiles().get(0).crossbar().planes().get(0).now();
        for (Tile tile : grid.tiles().subList(1, 4)) {
            assertTrue(!Arrays.equals(first, tile.crossbar().planes().get(0).now()));
        }
    }
}
