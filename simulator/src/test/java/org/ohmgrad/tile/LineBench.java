package org.ohmgrad.tile;

import static org.ohmgrad.tile.Chips.PAIR;

import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.Adc;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.IdealAdc;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.LinearDac;
import org.ohmgrad.tile.correction.GaussianTransposedErrors;
import org.ohmgrad.tile.correction.KnownVectorsTransposeCalibration;
import org.ohmgrad.tile.correction.LineResponse;
import org.ohmgrad.tile.correction.NoTransposeCalibration;
import org.ohmgrad.tile.correction.NoTransposedErrors;
import org.ohmgrad.tile.correction.TransposeCalibration;
import org.ohmgrad.tile.correction.TransposedErrors;

/** Grids whose transposed read has errors, and all that a regression of them goes by. */
final class LineBench {
    static final TransposedErrors ERRORS = new GaussianTransposedErrors(0.1, 0.3);
    static final TransposedErrors NO_ERRORS = new NoTransposedErrors();
    static final TransposeCalibration NONE = new NoTransposeCalibration();
    static final double WRITE = 0.02;
    private static final double READ = 0.05;
    private static final double G_MIN = 2e-5;
    private static final double G_MAX = 1e-4;

    final TileGrid grid;
    private final FMatrixRMaj weights;
    private final FMatrixRMaj voltages;
    private final long seed;

    /** What a grid that has just been calibrated was calibrated by. */
    LineBench(TileGrid grid, long seed, long epoch) {
        this.grid = grid;
        this.seed = seed;
        weights = grid.targetWeights();
        Draws draws = new Draws(seed, Phase.CALIBRATION.stream("layer0/vectors"));
        voltages = grid.chip()
                .transposeCalibration()
                .voltages(grid.cols(), draws, epoch)
                .orElseThrow();
    }

    static TransposeCalibration known(int vectors) {
        return new KnownVectorsTransposeCalibration(vectors);
    }

    /** Perfect cells behind perfect ADCs. */
    static Chip exact(ConductanceMapping mapping, TransposedErrors errors, TransposeCalibration calibration) {
        return chip(mapping, new NoProgrammingNoise(), new NoReadNoise(), new IdealAdc(), errors, calibration);
    }

    /** Cells with read noise alone. */
    static Chip readNoise(int vectors) {
        ReadNoise noise = new ProportionalReadNoise(READ);
        return chip(PAIR, new NoProgrammingNoise(), noise, new IdealAdc(), ERRORS, known(vectors));
    }

    /** Cells with programming noise alone. */
    static Chip programmingNoise(int vectors) {
        ProgrammingNoise noise = new GaussianProgrammingNoise(WRITE);
        return chip(PAIR, noise, new NoReadNoise(), new IdealAdc(), ERRORS, known(vectors));
    }

    /** Perfect cells behind ADCs that round. */
    static Chip rounding(LinearAdc adc, int vectors) {
        return chip(PAIR, new NoProgrammingNoise(), new NoReadNoise(), adc, ERRORS, known(vectors));
    }

    /** Continuous cells that do not drift, on tiles of 32 x 24, read through DACs of 8 bits. */
    private static Chip chip(
            ConductanceMapping mapping,
            ProgrammingNoise write,
            ReadNoise read,
            Adc adc,
            TransposedErrors errors,
            TransposeCalibration calibration) {
        return new Chip(
                        "test",
                        "",
                        new Cell(
                                new ContinuousLevels(),
                                new ParametricDeviceModel(G_MIN, G_MAX, write, read, new NoDrift()),
                                new NoStuckFaults()),
                        mapping,
                        0.25,
                        new TileSize(32, 24),
                        Converters.ideal(),
                        new Converters(new AbsMaxInputScaling(), new LinearDac(8), adc),
                        new NoWires(),
                        new Timing(3, 0),
                        Map.of())
                .with(errors, calibration);
    }

    /** What the lines of a tile did before they were calibrated. */
    static LineResponse errorsOf(TileGrid grid, Tile tile, long seed) {
        return grid.chip()
                .transposedErrors()
                .of(tile.crossbar().rows(), new Origin(seed, "layer0/" + grid.nameOf(tile)));
    }

    LineResponse errorsOf(Tile tile) {
        return errorsOf(grid, tile, seed);
    }

    /** Visits every line of every tile. */
    void lines(ObjIntConsumer<Tile> visitor) {
        for (Tile tile : grid.tiles()) {
            for (int line = 0; line < tile.crossbar().rows(); line++) {
                visitor.accept(tile, line);
            }
        }
    }

    /** Gain that the regression found for a line. */
    double fittedGain(Tile tile, int line) {
        return errorsOf(tile).gain(line) / tile.transposedResponse().gain(line);
    }

    /** A line's signals of the known vectors, by its target weights and in units of current. */
    double[] signals(Tile tile, int line) {
        double[] signals = new double[voltages.numRows];
        for (int k = 0; k < signals.length; k++) {
            for (int col = tile.col(); col < tile.col() + tile.crossbar().cols(); col++) {
                signals[k] += voltages.get(k, col) * weights.get(tile.row() + line, col) / 2;
            }
        }
        return signals;
    }

    /** Standard deviation of a line's read noise when every bit line is at plus or minus the read voltage. */
    static double readDeviation(Tile tile, int line) {
        double sum = 0;
        int cols = tile.crossbar().cols();
        for (Conductances plane : tile.crossbar().planes()) {
            for (int col = 0; col < cols; col++) {
                double noise = READ * plane.now()[line * cols + col] / (G_MAX - G_MIN);
                sum += noise * noise;
            }
        }
        return Math.sqrt(sum);
    }

    /** Deviation of a slope: errors of cells enter it through the sum over vectors of signal times voltage. */
    double programmingDeviation(Tile tile, int line) {
        double[] signals = signals(tile, line);
        double[] sums = new double[tile.crossbar().cols()];
        for (int k = 0; k < signals.length; k++) {
            for (int col = 0; col < sums.length; col++) {
                sums[col] += signals[k] * voltages.get(k, tile.col() + col);
            }
        }
        return WRITE * Math.sqrt(2 * squares(sums)) / squares(signals);
    }

    static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
