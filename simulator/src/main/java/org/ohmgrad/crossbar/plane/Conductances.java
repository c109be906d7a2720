package org.ohmgrad.crossbar.plane;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.WriteOutcome;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;

/**
 * The state of one plane of cells: what each was written to, when, how often, and what it conducts now. Rows are word
 * lines, columns bit lines, arrays row-major.
 */
public final class Conductances {
    private final int rows;
    private final int cols;
    private final double lowest;
    private final DeviceModel device;
    private final float[] written;
    private final float[] now;
    private final int[] writes;
    private final CellDrift drift;
    private final SeenCells seen;
    private final WriteCounts counts;
    private final CellWear wear;
    private final @Nullable PulsedWriter byPulses;
    private final BitSet stuck = new BitSet();
    private final boolean drawsOnWrite;
    private boolean someStuck;
    private final Draws writeDraws;

    /**
     * Cells as they come from the fab: open until first written, but for the stuck ones.
     *
     * @param rows word lines
     * @param cols bit lines
     * @param shared with the other planes of the crossbar
     * @param origin of the plane's draws
     */
    public Conductances(int rows, int cols, PlaneSettings settings, SharedWrites shared, Origin origin) {
        Cell cell = settings.cell();
        this.rows = rows;
        this.cols = cols;
        lowest = settings.lowest();
        counts = shared.counts();
        device = cell.device();
        written = new float[rows * cols];
        writes = new int[rows * cols];
        byPulses = pulsedWriter(settings, rows * cols, origin);
        wear = new CellWear(cell.endurance(), writes, byPulses == null, origin.draws(Phase.INIT, "endurance"));
        drift = new CellDrift(device, rows * cols, lowest, shared.times(), origin.draws(Phase.INIT, "drift"));
        now = drift.any() ? new float[rows * cols] : written;
        int fluctuating = device.telegraphNoise().any() ? rows * cols : 0;
        var telegraphDraws = origin.draws(Phase.INIT, "telegraph");
        seen = new SeenCells(
                device,
                settings.programming(),
                now,
                new TelegraphStates(device.telegraphNoise(), fluctuating, telegraphDraws));
        writeDraws = origin.draws(Phase.PROGRAM, "write");
        drawsOnWrite = device.drawsPerWrite() > 0;
        if (cell.faults().any()) {
            breakCells(cell, origin.draws(Phase.INIT, "faults"));
        }
        someStuck = !stuck.isEmpty();
    }

    private Conductances(int rows, int cols, float[] numbers) {
        this.rows = rows;
        this.cols = cols;
        lowest = Double.NEGATIVE_INFINITY;
        device = Cell.ofNumbers().device();
        written = numbers;
        now = numbers;
        writes = new int[0];
        counts = new WriteCounts();
        byPulses = null;
        drawsOnWrite = false;
        someStuck = false;
        writeDraws = new Draws(0, "");
        drift = new CellDrift(device, 0, lowest, new WriteTimes(), writeDraws);
        seen = new SeenCells(device, 0, now, new TelegraphStates(device.telegraphNoise(), 0, writeDraws));
        wear = new CellWear(new NoEndurance(), writes, true, writeDraws);
    }

    private static @Nullable PulsedWriter pulsedWriter(PlaneSettings settings, int cells, Origin origin) {
        Cell cell = settings.cell();
        return cell.programming()
                .procedure(cell.device(), settings.readVoltage())
                .map(procedure -> new PulsedWriter(
                        procedure,
                        new PulsedCells(cell.device(), cells, origin.draws(Phase.INIT, "device-to-device")),
                        origin.draws(Phase.PROGRAM, "pulses")))
                .orElse(null);
    }

    /** Numbers in the place of cells: they neither wear nor age, and their writes are not counted. */
    public static Conductances ofNumbers(int rows, int cols, float[] numbers) {
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

    /**
     * Conductances now, siemens, row-major, at the temperature of programming and without telegraph noise: what writes and
     * pulses start from. The live array, not to be modified.
     */
    public float[] now() {
        return now;
    }

    /**
     * The same as reads see it: at the temperature of the reads and with telegraph noise. The live array, not to be modified; it is
     * brought up to date by the next read.
     */
    public float[] seen() {
        return seen.siemens();
    }

    /** Conductance that the last write or pulse of a cell left, siemens, from which it drifts. */
    public float written(int index) {
        return written[index];
    }

    /** What makes {@link #seen()} of {@link #now()}. */
    public SeenCells sight() {
        return seen;
    }

    /** Lowest conductance that a write may leave, siemens; -infinity where numbers stand for cells. */
    public double lowest() {
        return lowest;
    }

    /** Whether a fault, or its wear, holds the cell where it is. */
    public boolean isStuck(int index) {
        return stuck.get(index);
    }

    /** Finished writes of a cell, trains of pulses not among them; 0 for the exact numbers of a float network, which are no cells. */
    public int writes(int index) {
        return writes.length == 0 ? 0 : writes[index];
    }

    /**
     * Writes one cell. A stuck cell is written in vain; the write counts all the same.
     *
     * @param target siemens
     * @param clock chip time, seconds
     */
    public void write(int index, double target, double clock) {
        int time = drift.time(clock);
        if (byPulses == null) {
            counts.addFinished(1);
            land(index, target, drawsOnWrite ? writeDraws.normal(writes[index], index) : 0, time);
        } else {
            fire(byPulses, index, target, time);
        }
    }

    /**
     * Writes cells that were never written before, in the same way.
     *
     * @param index first cell
     * @param targets siemens; element at + k is that of cell index + k
     */
    public void writeFirst(int index, double[] targets, int at, int count, double clock) {
        int time = drift.time(clock);
        if (byPulses == null) {
            landFirst(index, targets, at, count, time);
        } else {
            for (int k = 0; k < count; k++) {
                fire(byPulses, index + k, targets[at + k], time);
            }
        }
    }

    private void landFirst(int index, double[] targets, int at, int count, int time) {
        float[] z = new float[count];
        if (drawsOnWrite) {
            writeDraws.normals(0, index, z, 0, count);
        }
        for (int k = 0; k < count; k++) {
            land(index + k, targets[at + k], z[k], time);
        }
        counts.addFinished(count);
    }

    private void land(int index, double target, float z, int time) {
        writes[index]++;
        if (someStuck && stuck.get(index)) {
            counts.addFailure();
        } else {
            move(index, device.programmed(target, z), time, writes[index]);
            wearOut(index, wear.write(index));
        }
    }

    private void fire(PulsedWriter writer, int index, double target, int time) {
        boolean held = someStuck && stuck.get(index);
        int number = writes[index]++;
        boolean fresh = number == 0 && !held;
        double before = fresh ? writer.formed(index) : now[index];
        WriteOutcome outcome = writer.write(index, number, before, target, held ? 0 : wear.life(index));
        counts.add(outcome);
        if (!held && (fresh || outcome.pulses() > 0)) {
            move(index, outcome.siemens(), time, writes[index]);
            wearOut(index, wear.fire(index, outcome.pulses()));
        }
    }

    private void move(int index, double siemens, int time, int draw) {
        written[index] = (float) (siemens < lowest ? lowest : siemens);
        now[index] = written[index];
        drift.changed(index, time, draw);
    }

    private void wearOut(int index, boolean isWorn) {
        if (isWorn) {
            stuck.set(index);
            someStuck = true;
            counts.addWorn();
        }
    }

    /**
     * Lets every healthy cell drift to a time.
     *
     * @param clock chip time, seconds
     */
    public void age(double clock) {
        drift.age(clock, written, stuck, now);
    }

    /** Seconds from a cell's last write to the last {@link #age}; 0 for cells that never change. */
    public double secondsSinceWrite(int index) {
        return drift.secondsSince(index);
    }

    /** How far the cells have worn. */
    public Wear wear() {
        return wear.now();
    }

    /**
     * A cell got a train of pulses, and was moved by it in {@link #now()} unless it is stuck: its drift starts anew, and it has
     * worn. A cell that has worn out stays where this train took it.
     *
     * @param pulses how many; counted even if the cell is stuck
     * @param clock chip time, seconds
     */
    void pulsed(int index, int pulses, double clock) {
        counts.addPulses(pulses);
        if (!someStuck || !stuck.get(index)) {
            // A train is no write, but the drift that begins with it has a draw of its own.
            move(index, now[index], drift.time(clock), writes[index] + 1);
            wearOut(index, wear.fire(index, pulses));
        }
    }

    /**
     * The same for a stretch of cells.
     *
     * @param pulses pulses[k] is what cell index + k got, in either direction; 0 if it was left alone
     */
    void pulsed(int index, int[] pulses, int count, double clock) {
        if (drift.any() || someStuck || wear.isLimited()) {
            for (int k = 0; k < count; k++) {
                if (pulses[k] != 0) {
                    pulsed(index + k, Math.abs(pulses[k]), clock);
                }
            }
        } else {
            counts.addPulses(wear.fire(index, pulses, count));
        }
    }

    /** Brings a cell between two conductances (siemens), without a write. */
    void hold(int index, float low, float high) {
        float held = Math.max(low, Math.min(high, now[index]));
        if (held != now[index]) {
            written[index] = held;
            now[index] = held;
        }
    }

    /** Whether a fault holds any cell. */
    boolean anyStuck() {
        return someStuck;
    }

    /** Sum of the writes of all cells. */
    public long totalWrites() {
        return Arrays.stream(writes).asLongStream().sum();
    }

    /** Keeps the cells, but not the times and counts that planes share. */
    public void keep(Archive archive) {
        archive.keep(written);
        if (now != written) {
            archive.keep(now);
        }
        archive.keep(writes);
        drift.keep(archive);
        wear.keep(archive);
        long[] held = Arrays.copyOf(stuck.toLongArray(), (written.length + Long.SIZE - 1) / Long.SIZE);
        archive.keep(held);
        stuck.clear();
        stuck.or(BitSet.valueOf(held));
        someStuck = archive.keep(someStuck);
        seen.keep(archive);
    }
}
