package org.ohmgrad.crossbar.plane;

import java.util.Arrays;
import org.ohmgrad.device.Endurance;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.Settled;

/** What the cells of a plane have taken of writes and pulses, and how much each can take. */
final class CellWear {
    private static final int CHUNK = 4096;

    private final int perWrite;

    @Settled
    private final int[] limits;

    private int[] pulses;
    private boolean isShared;

    /**
     * Fresh cells.
     *
     * @param writes finished writes of the cells, counted by others. Where each wears by one and nothing else has worn yet, they
     *     are the wear too and need no memory of their own
     * @param onlyWrites whether all writes are finished at once
     * @param draws stream of the cells' own limits; index = cell
     */
    CellWear(Endurance endurance, int[] writes, boolean onlyWrites, Draws draws) {
        perWrite = endurance.pulsesPerWrite();
        limits = endurance.isLimited() ? limits(endurance, writes.length, draws) : new int[0];
        isShared = onlyWrites && !endurance.isLimited();
        pulses = isShared ? writes : new int[writes.length];
    }

    private static int[] limits(Endurance endurance, int cells, Draws draws) {
        int[] limits = new int[cells];
        float[] z = new float[CHUNK];
        for (int start = 0; start < cells; start += CHUNK) {
            int count = Math.min(CHUNK, cells - start);
            draws.normals(0, start, z, 0, count);
            for (int k = 0; k < count; k++) {
                limits[start + k] = endurance.pulses(z[k]);
            }
        }
        return limits;
    }

    /** Pulses that a cell has still to take. */
    int life(int cell) {
        return limits.length == 0 ? Integer.MAX_VALUE : Math.max(0, limits[cell] - pulses[cell]);
    }

    /** Wears a cell by a write that is finished at once; true if it is worn out now. */
    boolean write(int cell) {
        return !isShared && fire(cell, perWrite);
    }

    /** Whether cells wear out at all. */
    boolean isLimited() {
        return limits.length > 0;
    }

    /**
     * Wears cells that never wear out.
     *
     * @param fired pulses of cell + k, of either sign; not modified
     * @return pulses in all
     */
    long fire(int cell, int[] fired, int count) {
        own();
        return PulseLoops.BEST.count(pulses, cell, fired, count);
    }

    private void own() {
        if (isShared) {
            pulses = pulses.clone();
            isShared = false;
        }
    }

    /** Wears a cell by pulses; true if it is worn out now. */
    boolean fire(int cell, int count) {
        own();
        int sum = pulses[cell] + count;
        pulses[cell] = sum < 0 ? Integer.MAX_VALUE : sum;
        return limits.length > 0 && pulses[cell] >= limits[cell];
    }

    Wear now() {
        double sum = Arrays.stream(pulses).asLongStream().sum();
        double shares = 0;
        double worstShare = 0;
        int wornOut = 0;
        for (int cell = 0; cell < limits.length; cell++) {
            double share = Math.min(1, (double) pulses[cell] / limits[cell]);
            shares += share;
            worstShare = Math.max(worstShare, share);
            wornOut += life(cell) == 0 ? 1 : 0;
        }
        double worst = Arrays.stream(pulses).max().orElse(0);
        return new Wear(pulses.length, sum / perWrite, worst / perWrite, shares, worstShare, wornOut);
    }

    /** Keeps what cells have taken; writes that are the wear too are kept by those who count them. */
    void keep(Archive archive) {
        if (!archive.keep(isShared)) {
            own();
            archive.keep(pulses);
        }
    }
}
