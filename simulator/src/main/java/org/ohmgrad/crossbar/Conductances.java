package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;

/**
 * The state of one plane of cells: what each was written to, when, how often, and what it conducts now. Rows are word
 * lines, columns bit lines, arrays row-major.
 */
public final class Conductances {
    private static final int CHUNK = 4096;

    private final int rows;
    private final int cols;
    private final double lowest;
    private final DeviceModel device;
    private final float[] written;
    private final float[] now;
    private final int[] writes;
    private final double[] writtenAt;
    private final BitSet stuck = new BitSet();
    private final boolean drawsOnWrite;
    private final boolean someStuck;
    private final Draws writeDraws;
    private final Draws driftDraws;

    /**
     * Cells as they come from the fab: open until first written, but for the stuck ones.
     *
     * @param lowest where the result of a write is clipped, siemens
     * @param place name of the tile and plane in stream names
     */
    Conductances(int rows, int cols, Cell cell, double lowest, long seed, String place) {
        this.rows = rows;
        this.cols = cols;
        this.lowest = lowest;
        device = cell.device();
        written = new float[rows * cols];
        writes = new int[rows * cols];
        boolean drifts = device.steadySeconds() < Double.POSITIVE_INFINITY;
        now = drifts ? new float[rows * cols] : written;
        writtenAt = drifts ? new double[rows * cols] : new double[0];
        writeDraws = new Draws(seed, Phase.PROGRAM.stream(place + "/write"));
        driftDraws = new Draws(seed, Phase.INIT.stream(place + "/drift"));
        drawsOnWrite = device.drawsPerWrite() > 0;
        breakCells(cell, new Draws(seed, Phase.INIT.stream(place + "/faults")));
        someStuck = !stuck.isEmpty();
    }

    private void breakCells(Cell cell, Draws draws) {
        for (int index = 0; index < written.length; index++) {
            OptionalDouble fault =
                    cell.faults().stuckAt(draws.uniform(0, index), cell.bits(), device.gMin(), device.gMax());
            if (fault.isPresent()) {
                stuck.set(index);
                written[index] = (float) fault.getAsDouble();
                now[index] = written[index];
            }
        }
    }

    /** Word lines. */
    public int rows() {
        return rows;
    }

    /** Bit lines. */
    public int cols() {
        return cols;
    }

    /** Conductances now, siemens, row-major; the live array, not to be modified. */
    public float[] now() {
        return now;
    }

    /** Whether a fault holds the cell where it is. */
    public boolean isStuck(int index) {
        return stuck.get(index);
    }

    /** Finished writes of a cell. */
    public int writes(int index) {
        return writes[index];
    }

    /**
     * Writes one cell. A stuck cell is written in vain; the write counts all the same.
     *
     * @param target siemens
     * @param clock chip time, seconds
     */
    void write(int index, double target, double clock) {
        float z = drawsOnWrite ? writeDraws.normal(writes[index], index) : 0;
        writes[index]++;
        if (!someStuck || !stuck.get(index)) {
            double landed = device.programmed(target, z);
            written[index] = (float) (landed < lowest ? lowest : landed);
            now[index] = written[index];
            if (writtenAt.length > 0) {
                writtenAt[index] = clock;
            }
        }
    }

    /**
     * Lets every healthy cell drift to a time.
     *
     * @param clock chip time, seconds
     */
    void age(double clock) {
        if (writtenAt.length == 0) {
            return;
        }
        float[] z = new float[CHUNK];
        for (int start = 0; start < written.length; start += CHUNK) {
            int count = Math.min(CHUNK, written.length - start);
            driftDraws.normals(0, start, z, 0, count);
            age(clock, z, start, start + count);
        }
    }

    private void age(double clock, float[] z, int start, int end) {
        double since = Double.NaN;
        double age = 0;
        for (int index = start; index < end; index++) {
            if (writtenAt[index] != since) {
                since = writtenAt[index];
                age = device.age(Math.max(0, clock - since));
            }
            now[index] = stuck.get(index) ? written[index] : (float) device.aged(written[index], age, z[index - start]);
        }
    }

    /** Sum of the writes of all cells. */
    public long totalWrites() {
        return Arrays.stream(writes).asLongStream().sum();
    }
}
