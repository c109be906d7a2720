package org.ohmgrad.training.update;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;

/**
 * Finds where pulses up and down move each cell equally far, as a chip can: fires them at all cells in turn, which leads cells
 * whose steps depend on their state there from anywhere (H. Kim et al., arXiv:1907.10228, 2019), and reads. Pulses and reads
 * are counted and take time like those of training. Cells are left at the point, up to the noise of their steps and half a step.
 */
final class SymmetryPoint {
    /** A round of reads, and a stretch of steps of pulses, that training never comes to. */
    static final int ROUND = 1 << 21;

    private static final long FIRST_STEP = 1L << 40;

    private final TileGrid grid;
    private final int[] ones;
    private final int[] minusOnes;
    private long fired;

    private SymmetryPoint(TileGrid grid) {
        this.grid = grid;
        int width = Math.min(grid.cols(), grid.chip().tile().cols());
        ones = new int[width];
        minusOnes = new int[width];
        Arrays.fill(ones, 1);
        Arrays.fill(minusOnes, -1);
    }

    /**
     * Brings an array to its symmetry point.
     *
     * @param grid of cells that take pulses, at which none was fired before
     * @param pairs pulses up, each followed by one down, before a look
     * @param looks how often the array is read after its last pulse up and after its last down; once more it is only pulsed,
     *     at first
     * @return the mean of these reads, rows x cols
     */
    static FMatrixRMaj find(TileGrid grid, int pairs, int looks) {
        var search = new SymmetryPoint(grid);
        search.fire(pairs);
        FMatrixRMaj sum = new FMatrixRMaj(grid.rows(), grid.cols());
        for (int look = 0; look < looks; look++) {
            search.fire(pairs - 1);
            search.fire(search.ones);
            search.look(sum, 2L * look);
            search.fire(search.minusOnes);
            search.look(sum, 2L * look + 1);
        }
        CommonOps_FDRM.scale(1f / (2 * looks), sum);
        return sum;
    }

    private void fire(int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            fire(ones);
            fire(minusOnes);
        }
    }

    private void fire(int[] pulses) {
        long step = FIRST_STEP + fired++;
        grid.firePulses(1, (tile, seconds) -> fire(tile, pulses, new PulseMoment(step, 0, seconds)));
    }

    private int fire(Tile tile, int[] pulses, PulseMoment moment) {
        int width = tile.crossbar().cols();
        for (int row = 0; row < tile.crossbar().rows(); row++) {
            tile.crossbar().pulse(row, Arrays.copyOf(pulses, width), width, moment);
        }
        return tile.crossbar().rows() * width * grid.chip().mapping().planes();
    }

    private void look(FMatrixRMaj sum, long number) {
        grid.refresh();
        FMatrixRMaj seen = grid.read(CommonOps_FDRM.identity(grid.rows()), new Occasion(Phase.TRAIN, number, 0, ROUND));
        CommonOps_FDRM.addEquals(sum, seen);
    }
}
