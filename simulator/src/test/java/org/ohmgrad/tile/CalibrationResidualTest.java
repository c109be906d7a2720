package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.tile.Chips.grid;
import static org.ohmgrad.tile.Chips.random;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.random.Significance;
import org.ohmgrad.tile.converter.LinearAdc;

/** What calibration leaves, against closed forms. */
class CalibrationResidualTest {
    private static void assertStandardNormal(DoubleStream z, long seed) {
        double[] samples = z.toArray();
        assertTrue(samples.length > 100);
        Significance.assertMean(0, 1, samples, seed);
        Significance.assertVariance(1, samples, seed);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "8, 2", "32, 3", "128, 4", "512, 5"})
    void readNoiseLeavesTheVarianceOfTheRegression(int vectors, long seed) {
        DoubleStream.Builder gains = DoubleStream.builder();
        DoubleStream.Builder offsets = DoubleStream.builder();
        TileGrid grid = grid(LineBench.readNoise(vectors), random(40, 30, 2, seed), seed);
        for (int epoch = 0; epoch < 5; epoch++) {
            grid.calibrate(epoch);
            LineBench bench = new LineBench(grid, seed, epoch);
            bench.lines((tile, line) -> {
                double gain = bench.errorsOf(tile).gain(line);
                double noise = gain * LineBench.readDeviation(tile, line);
                double length = Math.sqrt(LineBench.squares(bench.signals(tile, line)));
                double fitted = bench.fittedGain(tile, line);
                if (length > 20 * noise) {
                    gains.add((fitted - gain) * length / noise);
                }
                offsets.add(tile.transposedResponse().offset(line) * fitted / noise * Math.sqrt(vectors));
            });
        }
        assertStandardNormal(gains.build(), seed);
        assertStandardNormal(offsets.build(), seed);
    }

    @ParameterizedTest
    @CsvSource({"16, 1", "64, 2", "256, 3"})
    void programmingNoiseIsTakenForGainAsFarAsItLooksLikeOne(int vectors, long seed) {
        DoubleStream.Builder z = DoubleStream.builder();
        for (long run = 10 * seed; run < 10 * seed + 5; run++) {
            TileGrid grid = grid(LineBench.programmingNoise(vectors), random(40, 30, 2, seed), run);
            grid.calibrate(0);
            LineBench bench = new LineBench(grid, run, 0);
            bench.lines((tile, line) ->
                    z.add((1 / tile.transposedResponse().gain(line) - 1) / bench.programmingDeviation(tile, line)));
        }
        assertStandardNormal(z.build(), seed);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "32, 2", "1024, 3"})
    void roundingLeavesAtMostHalfAStep(int vectors, long seed) {
        double half = 12 / 127.0 / 2;
        TileGrid grid = grid(LineBench.rounding(new LinearAdc(8, 12), vectors), random(40, 30, 2, seed), seed);
        grid.calibrate(0);
        LineBench bench = new LineBench(grid, seed, 0);
        bench.lines((tile, line) -> {
            double[] signals = bench.signals(tile, line);
            double sizes = Arrays.stream(signals).map(Math::abs).sum();
            double gain = bench.errorsOf(tile).gain(line);
            double fitted = bench.fittedGain(tile, line);
            assertEquals(gain, fitted, half * sizes / LineBench.squares(signals) + 1e-5);
            assertEquals(0, tile.transposedResponse().offset(line) * fitted, half + 1e-5);
        });
    }
}
