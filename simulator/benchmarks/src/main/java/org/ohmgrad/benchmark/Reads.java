package org.ohmgrad.benchmark;

import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Full chip reads of 256 vectors: scaling, DAC, fresh noise, one ADC per pair and tile, digital sums. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reads {
    private static final int VECTORS = 256;

    /** Rows and columns of the matrix; 512 is 2 x 2 tiles. */
    @Param("512")
    public int size;

    private FMatrixRMaj vectors = new FMatrixRMaj(0, 0);
    private long step;

    /** Chips with fewer and more noises; made only where a benchmark asks for one. */
    @State(Scope.Thread)
    public static class Johnson {
        private TileGrid grid = grid(Chips.johnson(), 1);

        /** Writes the matrix. */
        @Setup
        public void write(Reads reads) {
            grid = grid(Chips.johnson(), reads.size);
        }
    }

    /** The same with shot noise. */
    @State(Scope.Thread)
    public static class Shot {
        private TileGrid grid = grid(Chips.shot(), 1);

        /** Writes the matrix. */
        @Setup
        public void write(Reads reads) {
            grid = grid(Chips.shot(), reads.size);
        }
    }

    private static TileGrid grid(Chip chip, int size) {
        return new TileGrid(chip, Matrices.normals(size, size, 0.1f, "matrix"), new Clock(), new Origin(1, "layer1"));
    }

    /** Makes what is read. */
    @Setup
    public void fill() {
        vectors = Matrices.normals(VECTORS, size, "vectors");
    }

    private Occasion next() {
        return new Occasion(Phase.TEST, step++, 0);
    }

    /** Forward. */
    @Benchmark
    public FMatrixRMaj forward(Johnson chip) {
        return chip.grid.read(vectors, next());
    }

    /** Transposed. */
    @Benchmark
    public FMatrixRMaj transposed(Johnson chip) {
        return chip.grid.readTransposed(vectors, next());
    }

    /** Forward with shot noise too. */
    @Benchmark
    public FMatrixRMaj forwardWithShot(Shot chip) {
        return chip.grid.read(vectors, next());
    }

    /** Transposed with shot noise too. */
    @Benchmark
    public FMatrixRMaj transposedWithShot(Shot chip) {
        return chip.grid.readTransposed(vectors, next());
    }
}
