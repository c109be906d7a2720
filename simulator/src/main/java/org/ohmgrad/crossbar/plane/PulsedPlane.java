package org.ohmgrad.crossbar.plane;

import java.util.Arrays;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.NotKept;

/** A plane whose cells are moved by pulses from where they are: there is no conductance that they are meant to have. */
public abstract class PulsedPlane {
    private static final int FEW = 3;
    private static final int BLOCK = 64;
    private static final float[] NONE = {};

    private final Conductances plane;
    private final Draws draws;
    private final long stride;

    @NotKept("of one row and step")
    private final int[] fired;

    @NotKept("of one row and step")
    private final float[] z;

    PulsedPlane(Conductances plane, Origin origin) {
        this.plane = plane;
        draws = origin.draws(Phase.TRAIN, "pulses");
        stride = (plane.cols() + BLOCK - 1) / BLOCK * (long) BLOCK;
        fired = new int[plane.cols()];
        z = new float[plane.cols()];
    }

    /** The cells of a plane, each brought into its own range if the write before left it outside. */
    public static PulsedPlane of(Conductances plane, DeviceModel device, Origin origin) {
        int count = plane.rows() * plane.cols();
        var cells = new PulsedCells(device, count, origin.draws(Phase.INIT, "device-to-device"));
        return cells.law()
                .even()
                .<PulsedPlane>map(steps -> new Even(plane, cells.even(steps, count), origin))
                .orElseGet(() -> new Stateful(plane, cells, origin));
    }

    /** Fires a train at one cell. */
    abstract void fire(float[] siemens, int cell, int pulses, float z);

    /** Fires a train at every cell of a stretch that gets one. */
    abstract void fire(float[] siemens, int at, int[] pulses, float[] z, int count);

    /** Moves every cell of a stretch by what so many pulses may be expected to do. */
    abstract void move(float[] siemens, int at, PulseCounts counts, float[] z, int count);

    /** Brings a cell that stands within its range into a state that it can be in. */
    abstract void settle(int cell);

    /** Where a cell's range begins and ends, siemens. */
    abstract float end(int cell, boolean high);

    /**
     * Fires trains at a few cells of a row. Stuck cells get theirs in vain.
     *
     * @param hit the columns that get one, in order
     * @param hits how many they are
     * @param pulses pulses[k] at the cell of hit[k]; not modified
     * @param sign 1, or -1 to fire the other way
     */
    public final void fireAtFew(int row, int[] hit, int hits, int[] pulses, int sign, PulseMoment now) {
        draw(row, hits, now);
        int at = row * plane.cols();
        for (int k = 0; k < hits; k++) {
            int cell = at + hit[k];
            if (!plane.anyStuck() || !plane.isStuck(cell)) {
                fire(plane.now(), cell, sign * pulses[k], z[k]);
            }
            plane.pulsed(cell, Math.abs(pulses[k]), now.seconds());
        }
    }

    /**
     * Fires trains at a row of cells, most of which get one. Stuck cells get theirs in vain.
     *
     * @param pulses trains by column; not modified
     * @param sign 1, or -1 to fire the other way
     * @param count columns
     */
    public final void fireAtMost(int row, int[] pulses, int sign, int count, PulseMoment now) {
        draw(row, count, now);
        int at = row * plane.cols();
        for (int k = 0; k < count; k++) {
            fired[k] = sign * pulses[k];
        }
        float[] before = stuckCellsOf(at, count);
        fire(plane.now(), at, fired, z, count);
        putBack(before, at);
        plane.pulsed(at, fired, count, now.seconds());
    }

    /** Conductances of a stretch in which a cell may be stuck; empty if none is. */
    private float[] stuckCellsOf(int at, int count) {
        return plane.anyStuck() ? Arrays.copyOfRange(plane.now(), at, at + count) : NONE;
    }

    private void putBack(float[] before, int at) {
        for (int k = 0; k < before.length; k++) {
            plane.now()[at + k] = plane.isStuck(at + k) ? before[k] : plane.now()[at + k];
        }
    }

    /** The first normals of a row's own stretch, which begins where draws are made in blocks. */
    private void draw(int row, int count, PulseMoment now) {
        long first = (now.example() * plane.rows() + row) * stride;
        if (count < FEW) {
            for (int k = 0; k < count; k++) {
                z[k] = draws.normal(now.step(), first + k);
            }
        } else {
            draws.normals(now.step(), first, z, 0, count);
        }
    }

    /**
     * Moves every cell of a row by what so many pulses may be expected to do. Each draws one number, and wears by the expected
     * pulses, rounded.
     */
    public final void move(int row, PulseCounts counts, int count, PulseMoment now) {
        int at = row * plane.cols();
        float[] before = stuckCellsOf(at, count);
        draw(row, count, now);
        move(plane.now(), at, counts, z, count);
        putBack(before, at);
        for (int k = 0; k < count; k++) {
            fired[k] = (int) Math.rint(counts.up()[k] + counts.down()[k]);
        }
        plane.pulsed(at, fired, count, now.seconds());
    }

    /** Brings the cells of a row into their own ranges. */
    public final void hold(int row, int count) {
        int at = row * plane.cols();
        for (int cell = at; cell < at + count; cell++) {
            if (!plane.isStuck(cell)) {
                plane.hold(cell, end(cell, false), end(cell, true));
                settle(cell);
            }
        }
    }

    /** Whether a cell stands at an end of its range. */
    public final boolean isAtEnd(int cell, boolean high) {
        float siemens = plane.now()[cell];
        return high ? siemens >= end(cell, true) : siemens <= end(cell, false);
    }

    private static final class Even extends PulsedPlane {
        private final EvenSteps own;

        Even(Conductances plane, EvenSteps own, Origin origin) {
            super(plane, origin);
            this.own = own;
        }

        @Override
        void fire(float[] siemens, int cell, int pulses, float z) {
            siemens[cell] = PlainPulseLoops.after(siemens[cell], pulses, z, cell, own);
        }

        @Override
        void fire(float[] siemens, int at, int[] pulses, float[] z, int count) {
            PulseLoops.BEST.fire(siemens, at, pulses, z, count, own);
        }

        @Override
        void move(float[] siemens, int at, PulseCounts counts, float[] z, int count) {
            PulseLoops.BEST.move(siemens, at, counts, z, count, own);
        }

        @Override
        void settle(int cell) {}

        @Override
        float end(int cell, boolean high) {
            return high ? own.high()[cell] : own.low()[cell];
        }
    }

    private static final class Stateful extends PulsedPlane {
        private final Conductances plane;
        private final PulsedCells cells;
        private final PulseLaw law;

        Stateful(Conductances plane, PulsedCells cells, Origin origin) {
            super(plane, origin);
            this.plane = plane;
            this.cells = cells;
            law = cells.law();
        }

        @Override
        void fire(float[] siemens, int cell, int pulses, float z) {
            siemens[cell] = (float) cells.at(cell).afterTrain(law, siemens[cell], pulses, z);
        }

        @Override
        void fire(float[] siemens, int at, int[] pulses, float[] z, int count) {
            for (int k = 0; k < count; k++) {
                if (pulses[k] != 0) {
                    fire(siemens, at + k, pulses[k], z[k]);
                }
            }
        }

        @Override
        void move(float[] siemens, int at, PulseCounts counts, float[] z, int count) {
            throw new IllegalStateException("trains of steps that depend on the state cannot be drawn at once");
        }

        @Override
        void settle(int cell) {
            double state = cells.at(cell).state(plane.now()[cell]);
            double settled = law.settled(state);
            if (settled != state) {
                float siemens = (float) cells.at(cell).conductance(settled);
                plane.hold(cell, siemens, siemens);
            }
        }

        @Override
        float end(int cell, boolean high) {
            CellTraits at = cells.at(cell);
            return (float) (high ? at.high() : at.low());
        }
    }
}
