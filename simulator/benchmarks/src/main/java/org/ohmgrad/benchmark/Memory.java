package org.ohmgrad.benchmark;

import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
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
    private static final int LARGE = 10_000;

    private Memory() {}

    /** Prints the bytes of a weight, then programs and reads a hundred million of them. */
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
                Matrices.normals(LARGE, LARGE, 0.3f, "large"),
                new Clock(),
                new Origin(1, "layer1"));
        double written = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        FMatrixRMaj read = grid.read(Matrices.normals(64, LARGE, "vectors"), new Occasion(Phase.TEST, 0, 0));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d weights on %d tiles: programmed in %.1f s, first read of %d vectors in %.1f s, in a heap of at most %.1f GiB.%n",
                (long) LARGE * LARGE,
                grid.tiles().size(),
                written,
                read.numRows,
                seconds,
                Runtime.getRuntime().maxMemory() / 0x1p30);
    }
}
