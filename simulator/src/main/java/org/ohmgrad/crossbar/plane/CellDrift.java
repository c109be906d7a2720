package org.ohmgrad.crossbar.plane;

import java.util.BitSet;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.Archive;

/** When the cells of a plane last changed by a write, and how they drift since. */
final class CellDrift {
    private static final int CHUNK = 4096;

    private final DeviceModel device;
    private final boolean redraws;
    private final double lowest;
    private final WriteTimes times;
    private final Draws draws;
    private final int[] writtenAt;
    // The number of the draw that a cell's drift comes from, where every change draws it anew.
    private final int[] number;

    /**
     * The cells of a plane.
     *
     * @param cells how many they are
     * @param lowest conductance that no drift goes below, siemens
     * @param times shared by the planes of a crossbar
     * @param draws stream of the cells' drift; index = cell
     */
    CellDrift(DeviceModel device, int cells, double lowest, WriteTimes times, Draws draws) {
        this.device = device;
        this.lowest = lowest;
        this.times = times;
        this.draws = draws;
        redraws = device.driftIsRedrawn();
        writtenAt = new int[device.steadySeconds() < Double.POSITIVE_INFINITY ? cells : 0];
        number = new int[redraws ? writtenAt.length : 0];
    }

    /** Whether cells drift at all. */
    boolean any() {
        return writtenAt.length > 0;
    }

    /** The number of a time at which cells are written; 0 if none drifts. */
    int time(double clock) {
        return any() ? times.number(clock) : 0;
    }

    /**
     * A write or a train of pulses has changed a cell, which drifts anew.
     *
     * @param time its number
     * @param least number of the draw that it drifts by, unless the cell has had that one: writes of the cell, this one
     *     included, or the one after them for a train
     */
    void changed(int cell, int time, int least) {
        if (any()) {
            writtenAt[cell] = time;
        }
        if (number.length > 0) {
            number[cell] = Math.max(number[cell] + 1, least);
        }
    }

    /**
     * Lets cells drift to a time.
     *
     * @param clock chip time, seconds
     * @param written conductances right after the writes, siemens; not modified
     * @param held cells that stay as they were written
     * @param now overwritten by the conductances at that time, siemens
     */
    void age(double clock, float[] written, BitSet held, float[] now) {
        if (!any()) {
            return;
        }
        times.startAging(clock);
        boolean someHeld = !held.isEmpty();
        float[] z = new float[CHUNK];
        for (int start = 0; start < written.length; start += CHUNK) {
            int count = Math.min(CHUNK, written.length - start);
            draw(z, start, count);
            for (int cell = start; cell < start + count; cell++) {
                boolean stays = someHeld && held.get(cell);
                now[cell] = stays ? written[cell] : aged(written[cell], cell, z[cell - start], clock);
            }
        }
    }

    private void draw(float[] z, int start, int count) {
        if (redraws) {
            for (int k = 0; k < count; k++) {
                z[k] = draws.normal(number[start + k], start + k);
            }
        } else {
            draws.normals(0, start, z, 0, count);
        }
    }

    private float aged(float written, int cell, float z, double clock) {
        double aged = device.aged(written, times.age(writtenAt[cell], device, clock), z);
        return (float) (aged < lowest ? lowest : aged);
    }

    /** Seconds from a cell's last write to the last {@link #age}; 0 for cells that never change. */
    double secondsSince(int cell) {
        return any() ? times.secondsSince(writtenAt[cell]) : 0;
    }

    /** Keeps when cells were written, but not {@link WriteTimes}, which planes share. */
    void keep(Archive archive) {
        archive.keep(writtenAt);
        archive.keep(number);
    }
}
