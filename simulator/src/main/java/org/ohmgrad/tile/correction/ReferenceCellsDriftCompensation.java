package org.ohmgrad.tile.correction;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * One factor for each tile, from cells that are set aside on it: they hold the highest weight, are written when the tile is
 * made and never again, and are read together on a bit line of their own at half the read voltage. SIDRA's curriculum (6.9)
 * has 16 such cells on a tile set the scale of the DACs at boot; what they hold and how they are read is assumed. Cells that
 * learn were written later than these and so have drifted less, which this way of compensating cannot know. Half their
 * number must lie within the converter's range.
 *
 * @param cells cells set aside on each tile
 * @param reads how often they are read each time, to average noise
 */
public record ReferenceCellsDriftCompensation(
        @Default("16") int cells, @Default("16") int reads) implements DriftCompensation {
    /** Refuses numbers of cells outside [1, 256] and of reads outside [1, 4096]. */
    public ReferenceCellsDriftCompensation {
        Check.that()
                .inRange("cells", cells, 1, 256)
                .inRange("reads", reads, 1, 4096)
                .holds();
    }

    /** As a file that gives no key has it. */
    public ReferenceCellsDriftCompensation() {
        this(16, 16);
    }

    @Override
    public Crossbar watched(Crossbar tile, Maker like) {
        float top = tile.mapping().highest(tile.mapping().top(tile.levels()));
        if (Float.isInfinite(top)) {
            throw new IllegalArgumentException("reference cells need cells, not signed numbers");
        }
        Crossbar aside = like.cells(cells);
        float[] highest = new float[cells];
        Arrays.fill(highest, top);
        aside.program(highest, 0);
        return aside;
    }

    @Override
    public FMatrixRMaj voltages(int lines, Draws draws) {
        FMatrixRMaj voltages = new FMatrixRMaj(reads, lines);
        Arrays.fill(voltages.data, 0.5f);
        return voltages;
    }

    @Override
    public float[] gains(FMatrixRMaj before, FMatrixRMaj now, int cols) {
        return DriftCompensation.same(before, now, cols);
    }
}
