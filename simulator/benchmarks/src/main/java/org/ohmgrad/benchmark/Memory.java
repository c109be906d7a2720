package org.ohmgrad.benchmark;

import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.update.AccumulateAndProgram;
import org.ohmgrad.training.update.UpdateContext;

/** What a chip takes of the heap. */
final class Memory {
    private static final int SIDE = 2048;
    private static final int VECTORS = 64;
    private static final int ROWS = 10_240;
    private static final int COLS = 20_480;

    private Memory() {}

    /** Prints the bytes of a weight, then programs all of a SIDRA Y1 chip and reads it in both directions. */
    static void print() {
        System.out.println(Machine.words());
        System.out.printf(
                Locale.ROOT,
                "A trained chip with drift, proportional noise and accumulators: %.1f bytes a weight.%n",
                bytesPerWeight());
        large();
    }

    private static double bytesPerWeight() {
        FMatrixRMaj weights = Matrices.normals(SIDE, SIDE, 0.3f, "weights");
        FMatrixRMaj gradient = new FMatrixRMaj(SIDE, SIDE);
        FMatrixRMaj vectors = Matrices.normals(16, SIDE, "vectors");
        long before = used();
        var grid = new TileGrid(Chips.proportional(), weights, new Clock(), new Origin(1, "layer1"));
        var update = new AccumulateAndProgram().start(new UpdateContext(grid, new Clock(), new Sgd(), 1, "layer1"));
        for (int step = 0; step < 3; step++) {
            FMatrixRMaj next = Matrices.normals(SIDE, SIDE, 0.01f, "gradient" + step);
            System.arraycopy(next.data, 0, gradient.data, 0, next.data.length);
            update.apply(WeightGradient.ofMatrix(gradient), 1, step);
            grid.refresh();
            grid.read(vectors, new Occasion(Phase.TEST, step, 0));
        }
        long after = used();
        if (update.cellWrites() == 0) {
            throw new IllegalStateException("nothing was learned");
        }
        return (after - before) / ((double) SIDE * SIDE);
    }

    private static long used() {
        for (int k = 0; k < 4; k++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void large() {
        long start = System.nanoTime();
        var grid = new TileGrid(
                Chips.proportional(),
                Matrices.normals(ROWS, COLS, 0.3f, "large"),
                new Clock(),
                new Origin(1, "layer1"));
        double written = secondsSince(start);
        double forward = timeOfRead(grid, Direction.FORWARD, ROWS);
        double transposed = timeOfRead(grid, Direction.TRANSPOSED, COLS);
        System.out.printf(
                Locale.ROOT,
                "%,d weights, two cells each, on %,d tiles: programmed in %.1f s, first read of %d vectors in %.1f s, the"
                        + " transposed one in %.1f s, in a heap of at most %.1f GiB.%n",
                (long) ROWS * COLS,
                grid.tiles().size(),
                written,
                VECTORS,
                forward,
                transposed,
                Runtime.getRuntime().maxMemory() / 0x1p30);
    }

    private static double timeOfRead(TileGrid grid, Direction direction, int lines) {
        FMatrixRMaj vectors = Matrices.normals(VECTORS, lines, "vectors");
        long start = System.nanoTime();
        grid.read(direction, vectors, new Occasion(Phase.TEST, 0, 0));
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
