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
    private final int[] writtenAt;
    private final WriteTimes times;
    private final BitSet stuck = new BitSet();
    private final boolean drawsOnWrite;
    private final boolean redrawsDrift;
    private final boolean someStuck;
    private final Draws writeDraws;
    private final Draws driftDraws;

    /**
     * Cells as they come from the fab: open until first written, but for the stuck ones.
     *
     * @param lowest where the result of a write is clipped, siemens
     * @param times shared by the planes of a crossbar
     * @param place name of the tile and plane in stream names
     */
    Conductances(int rows, int cols, Cell cell, double lowest, WriteTimes times, long seed, String place) {
        this.rows = rows;
        this.cols = cols;
        this.lowest = lowest;
        this.times = times;
        device = cell.device();
        written = new float[rows * cols];
        writes = new int[rows * cols];
        boolean drifts = device.steadySeconds() < Double.POSITIVE_INFINITY;
        now = drifts ? new float[rows * cols] : written;
        writtenAt = new int[drifts ? rows * cols : 0];
        writeDraws = new Draws(seed, Phase.PROGRAM.stream(place + "/write"));
        driftDraws = new Draws(seed, Phase.INIT.stream(place + "/drift"));
        drawsOnWrite = device.drawsPerWrite() > 0;
        redrawsDrift = device.driftIsRedrawn();
        if (cell.faults().any()) {
            breakCells(cell, new Draws(seed, Phase.INIT.stream(place + "/faults")));
        }
        someStuck = !stuck.isEmpty();
    }

    private Conductances(int rows, int cols, float[] numbers) {
        this.rows = rows;
        this.cols = cols;
        lowest = Double.NEGATIVE_INFINITY;
        times = new WriteTimes();
        device = Cell.ofNumbers().device();
        written = numbers;
        now = numbers;
        writes = new int[0];
        writtenAt = new int[0];
        drawsOnWrite = false;
        redrawsDrift = false;
        someStuck = false;
        writeDraws = new Draws(0, "");
        driftDraws = writeDraws;
    }

    /** Numbers in the place of cells: they neither wear nor age, and their writes are not counted. */
    static Conductances ofNumbers(int rows, int cols, float[] numbers) {
        return new Conductances(rows, cols, numbers);
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

    /** Lowest conductance that a write may leave, siemens; -infinity where numbers stand for cells. */
    double lowest() {
        return lowest;
    }

    /** Whether a fault holds the cell where it is. */
    public boolean isStuck(int index) {
        return stuck.get(index);
    }

    /** Finished writes of a cell; 0 for the exact numbers of a float network, which are no cells. */
    public int writes(int index) {
        return writes.length == 0 ? 0 : writes[index];
    }

    /**
     * Writes one cell. A stuck cell is written in vain; the write counts all the same.
     *
     * @param target siemens
     * @param clock chip time, seconds
     */
    void write(int index, double target, double clock) {
        float z = drawsOnWrite ? writeDraws.normal(writes[index], index) : 0;
        land(index, target, z, drifts() ? times.number(clock) : 0);
    }

    /**
     * Writes cells that were never written before, in the same way.
     *
     * @param index first cell
     * @param targets siemens; element at + k is that of cell index + k
     */
    void writeFirst(int index, double[] targets, int at, int count, double clock) {
        float[] z = new float[count];
        if (drawsOnWrite) {
            writeDraws.normals(0, index, z, 0, count);
        }
        int time = drifts() ? times.number(clock) : 0;
        for (int k = 0; k < count; k++) {
            land(index + k, targets[at + k], z[k], time);
        }
    }

    private boolean drifts() {
        return writtenAt.length > 0;
    }

    private void land(int index, double target, float z, int time) {
        writes[index]++;
        if (!someStuck || !stuck.get(index)) {
            double landed = device.programmed(target, z);
            written[index] = (float) (landed < lowest ? lowest : landed);
            now[index] = written[index];
            if (drifts()) {
                writtenAt[index] = time;
            }
        }
    }

    /**
     * Lets every healthy cell drift to a time.
     *
     * @param clock chip time, seconds
     */
    void age(double clock) {
        if (!drifts()) {
            return;
        }
        times.startAging(clock);
        float[] z = new float[CHUNK];
        for (int start = 0; start < written.length; start += CHUNK) {
            int count = Math.min(CHUNK, written.length - start);
            drawDrift(z, start, count);
            age(clock, z, start, start + count);
        }
    }

    private void drawDrift(float[] z, int start, int count) {
        if (redrawsDrift) {
            for (int k = 0; k < count; k++) {
                z[k] = driftDraws.normal(writes[start + k], start + k);
            }
        } else {
            driftDraws.normals(0, start, z, 0, count);
        }
    }

    private void age(double clock, float[] z, int start, int end) {
        for (int index = start; index < end; index++) {
            double age = times.age(writtenAt[index], device, clock);
            boolean held = someStuck && stuck.get(index);
            double aged = held ? written[index] : device.aged(written[index], age, z[index - start]);
            now[index] = (float) (aged < lowest ? lowest : aged);
        }
    }

    /** Seconds from a cell's last write to the last {@link #age}; 0 for cells that never change. */
    double secondsSinceWrite(int index) {
        return drifts() ? times.secondsSince(writtenAt[index]) : 0;
    }

    /** Sum of the writes of all cells. */
    public long totalWrites() {
        return Arrays.stream(writes).asLongStream().sum();
    }

    /** Writes of the cell that was written most; 0 for the exact numbers of a float network. */
    public long mostWrites() {
        return Arrays.stream(writes).max().orElse(0);
    }
}
