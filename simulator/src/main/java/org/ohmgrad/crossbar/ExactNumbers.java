package org.ohmgrad.crossbar;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.PulseCounts;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.Settled;

/** Exact numbers in the place of cells: the target levels themselves are what reads multiply by, and nothing wears. */
final class ExactNumbers implements Cells {
    private final List<Conductances> planes;
    private final WriteCounts counts = new WriteCounts();
    private final Realised unwritten;
    private final Realised written;

    @Settled
    private boolean isWritten;

    /**
     * ExactNumbers that live in an array of target levels.
     *
     * @param targets rows x cols, row-major; shared with the crossbar
     */
    ExactNumbers(int rows, int cols, float[] targets) {
        planes = List.of(Conductances.ofNumbers(rows, cols, targets));
        var noise = new LineNoise(List.of(), planes, List.of(), rows, cols, 1, 1);
        var zeros = new FMatrixRMaj(rows, cols);
        unwritten = new Realised(new Sides<>(zeros, zeros), noise);
        var numbers = FMatrixRMaj.wrap(rows, cols, targets);
        written = new Realised(new Sides<>(numbers, numbers), noise);
    }

    @Override
    public List<Conductances> planes() {
        return planes;
    }

    @Override
    public WriteCounts writeCounts() {
        return counts;
    }

    @Override
    public int write(float[] targets, float[] wanted, int from, int count, double clock) {
        int changed = Differences.BEST.count(wanted, targets, from, count);
        System.arraycopy(wanted, 0, targets, from, count);
        isWritten = true;
        counts.addFinished(changed);
        return changed;
    }

    @Override
    public void beginPulses() {
        throw new IllegalStateException("numbers take no pulses");
    }

    @Override
    public void pulse(int row, int[] pulses, int hits, PulseMoment now) {
        beginPulses();
    }

    @Override
    public void pulse(int row, int[] columns, int[] pulses, int hits, PulseMoment now) {
        beginPulses();
    }

    @Override
    public void pulse(int row, PulseCounts counts, PulseMoment now) {
        beginPulses();
    }

    @Override
    public int weightsAtEnds() {
        return 0;
    }

    @Override
    public void warm(double kelvin) {}

    @Override
    public void refresh(double clock) {}

    @Override
    public Realised realised() {
        return isWritten ? written : unwritten;
    }

    @Override
    public Realised realised(Occasion occasion) {
        return realised();
    }

    @Override
    public double[] preDistortion() {
        return new double[0];
    }

    @Override
    public double load(Direction direction, FMatrixRMaj voltages) {
        return 0;
    }

    @Override
    public double strayed() {
        return 0;
    }

    @Override
    public void forgetStrayed() {}

    @Override
    public void keep(Archive archive) {
        isWritten = archive.keep(isWritten);
        counts.keep(archive);
    }
}
