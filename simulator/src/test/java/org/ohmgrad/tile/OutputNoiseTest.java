package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.random.Significance;
import org.ohmgrad.settings.Check.BrokenRules;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.GaussianOutputNoise;
import org.ohmgrad.tile.converter.IdealAdc;
import org.ohmgrad.tile.converter.IdealDac;
import org.ohmgrad.tile.converter.NoInputScaling;
import org.ohmgrad.tile.converter.NoOutputNoise;
import org.ohmgrad.tile.converter.OutputNoise;

class OutputNoiseTest {
    private static final float W_MAX = 0.6f;
    private static final Occasion NOW = new Occasion(Phase.TRAIN, 3, 0);

    private static TileGrid grid(OutputNoise forward, OutputNoise transposed, FMatrixRMaj weights) {
        Chip ideal = Chip.ideal(W_MAX);
        var chip = new Chip(
                "noisy",
                "",
                ideal.cell(),
                new ReferenceColumn(W_MAX),
                1,
                new TileSize(64, 64),
                new Converters(new NoInputScaling(), new IdealDac(), new IdealAdc(), forward),
                new Converters(new AbsMaxInputScaling(), new IdealDac(), new IdealAdc(), transposed),
                new NoWires(),
                new Timing(0, 0),
                Map.of());
        return new TileGrid(chip, weights, new Clock(), new Origin(5, "layer1"));
    }

    private static double[] differences(FMatrixRMaj noisy, FMatrixRMaj still, double unit) {
        double[] differences = new double[noisy.data.length];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = (noisy.data[k] - still.data[k]) / unit;
        }
        return differences;
    }

    @Test
    void everyLineAndReadHasNoiseOfItsOwnWhateverTheInput() {
        FMatrixRMaj weights = Samples.normals(20, 30, 1);
        FMatrixRMaj inputs = new FMatrixRMaj(200, 20);
        TileGrid noisy = grid(new GaussianOutputNoise(0.05), new NoOutputNoise(), weights);
        TileGrid still = grid(new NoOutputNoise(), new NoOutputNoise(), weights);
        // A sigma of 0.05 cells is one of 0.06 in weight times input, as a weight of 0.6 is half a cell above the
        // reference.
        double[] differences = differences(noisy.read(inputs, NOW), still.read(inputs, NOW), 1);
        Significance.assertMean(0, 0.06, differences, 5);
        Significance.assertVariance(0.06 * 0.06, differences, 5);
    }

    @Test
    void theBackwardReadHasItsOwnAndIsScaledBack() {
        FMatrixRMaj weights = Samples.normals(20, 30, 1);
        FMatrixRMaj errors = new FMatrixRMaj(200, 30);
        errors.fill(1e-3f);
        TileGrid noisy = grid(new NoOutputNoise(), new GaussianOutputNoise(0.05), weights);
        TileGrid still = grid(new NoOutputNoise(), new NoOutputNoise(), weights);
        double[] differences = differences(noisy.readTransposed(errors, NOW), still.readTransposed(errors, NOW), 1e-3);
        Significance.assertVariance(0.06 * 0.06, differences, 5);
        FMatrixRMaj inputs = Samples.normals(3, 20, 2);
        assertArrayEquals(still.read(inputs, NOW).data, noisy.read(inputs, NOW).data);
    }

    @Test
    void examplesKeepTheirNoiseWhenABatchIsDivided() {
        TileGrid noisy = grid(new GaussianOutputNoise(0.05), new NoOutputNoise(), Samples.normals(20, 30, 1));
        FMatrixRMaj inputs = new FMatrixRMaj(6, 20);
        float[] whole = noisy.read(inputs, NOW).data;
        float[] part = noisy.read(new FMatrixRMaj(4, 20), NOW.from(2)).data;
        for (int k = 0; k < part.length; k++) {
            assertEquals(whole[60 + k], part[k], 0);
        }
    }

    @Test
    void aNegativeSigmaIsRefused() {
        assertThrows(BrokenRules.class, () -> new GaussianOutputNoise(-0.1));
    }
}
