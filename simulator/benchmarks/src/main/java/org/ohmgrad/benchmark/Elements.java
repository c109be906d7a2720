package org.ohmgrad.benchmark;

import java.util.concurrent.TimeUnit;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.converter.LinearAdc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Work that is done number by number; times are of one element. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Elements {
    private static final int COUNT = 65_536;
    private static final int CELLS = 1_000_000;

    private final Draws draws = new Draws(1, "benchmark");
    private final LinearAdc adc = new LinearAdc(9, 4);
    private final float[] values = Matrices.normals(256, 256, "values").data;
    private final float[] scratch = new float[COUNT];
    private final float[] numbers = new float[COUNT];
    private long step;

    /** Standard normals. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] normals() {
        draws.normals(step++, 0, numbers, 0, COUNT);
        return numbers;
    }

    /** Uniform numbers. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] uniforms() {
        draws.uniforms(step++, 0, numbers, 0, COUNT);
        return numbers;
    }

    /** A converter: copying the numbers, and rounding and clipping them, with the count of what was clipped. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long quantise() {
        System.arraycopy(values, 0, scratch, 0, COUNT);
        return adc.convert(scratch);
    }

    /** A million cells, 500,000 pairs, written with noise for the first time. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public TileGrid programming() {
        return new TileGrid(Chips.proportional(), Weights.MATRIX, new Clock(), new Origin(1, "layer1"));
    }

    /** A million cells, each to a random one of 256 levels, written for the first time by pulses and verify reads. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public TileGrid writeVerify() {
        return new TileGrid(Chips.writeVerified(), Weights.LEVELS, new Clock(), new Origin(1, "layer1"));
    }

    private static final class Weights {
        static final org.ejml.data.FMatrixRMaj LEVELS = Matrices.uniforms(1000, 1000, -2, 2, "levels");
        static final org.ejml.data.FMatrixRMaj MATRIX = Matrices.normals(500, 1000, 0.3f, "weights");
    }
}
