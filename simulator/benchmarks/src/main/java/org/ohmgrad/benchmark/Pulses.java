package org.ohmgrad.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.update.BatchPulses;
import org.ohmgrad.training.update.MatrixUpdate;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.UpdateContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Stochastic pulses at 512 x 512 cells of Gokmen and Vlasov's device, with all variations: 31 slots, and 2.5 pulses to a cell and
 * vector. Times are of one vector.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Pulses {
    private static final int SIZE = 512;
    private static final int VECTORS = 64;
    private static final double STEP = 0.001;
    private static final double PULSES = 2.5;
    private static final double PRODUCT = 0.25;

    private final WeightGradient dense = gradient(0);
    private final WeightGradient sparse = gradient(0.8f);
    private final MatrixUpdate perExample = update(BatchPulses.PER_EXAMPLE);
    private final MatrixUpdate folded = update(BatchPulses.FOLDED);
    private long step;

    /** Gokmen and Vlasov's device beside a reference column. */
    static Chip chip() {
        var device = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new NoProgrammingNoise(),
                new NoReadNoise(),
                new NoDrift(),
                new ConstantStep(STEP / 1.2, STEP / 1.2, 0.3),
                new DeviceToDevice(0.3, 0.02, 0.15, 0.15));
        return new Chip(
                "benchmark",
                "",
                new Cell(new ContinuousLevels(), device, new NoStuckFaults()),
                new ReferenceColumn(0.6f),
                1,
                new TileSize(SIZE, SIZE),
                Converters.ideal(),
                Converters.ideal(),
                new NoWires(),
                new Timing(0, 0),
                Map.of());
    }

    private static MatrixUpdate update(BatchPulses batch) {
        var grid = new TileGrid(chip(), new FMatrixRMaj(SIZE, SIZE), new Clock(), new Origin(1, "layer1"));
        return new StochasticPulses(31, true, batch)
                .start(new UpdateContext(grid, new Clock(), new Sgd(), 1, "layer1"));
    }

    /** Inputs and deltas evenly spread in [-1, 1]; a share of the inputs is 0. */
    private static WeightGradient gradient(float dark) {
        return WeightGradient.of(uniforms("inputs", dark), uniforms("deltas", 0));
    }

    private static FMatrixRMaj uniforms(String name, float dark) {
        var matrix = new FMatrixRMaj(VECTORS, SIZE);
        var lit = new float[matrix.data.length];
        var draws = new Draws(1, "benchmark/pulses/" + name);
        draws.uniforms(0, 0, matrix.data, 0, lit.length);
        draws.uniforms(1, 0, lit, 0, lit.length);
        for (int k = 0; k < lit.length; k++) {
            matrix.data[k] = lit[k] < dark ? 0 : 2 * matrix.data[k] - 1;
        }
        return matrix;
    }

    private MatrixUpdate apply(MatrixUpdate update, WeightGradient gradient) {
        update.apply(gradient, PULSES * STEP / PRODUCT * VECTORS, step++);
        return update;
    }

    /** Example by example. */
    @Benchmark
    @OperationsPerInvocation(VECTORS)
    public MatrixUpdate perExample() {
        return apply(perExample, dense);
    }

    /** The same where four inputs of five are 0. */
    @Benchmark
    @OperationsPerInvocation(VECTORS)
    public MatrixUpdate sparse() {
        return apply(perExample, sparse);
    }

    /** All 64 examples in one draw for each cell. */
    @Benchmark
    @OperationsPerInvocation(VECTORS)
    public MatrixUpdate folded() {
        return apply(folded, dense);
    }
}
