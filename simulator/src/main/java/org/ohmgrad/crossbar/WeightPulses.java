package org.ohmgrad.crossbar;

import java.util.List;
import java.util.function.Supplier;
import org.ohmgrad.crossbar.plane.PulseCounts;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.plane.PulsedPlane;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.state.Settled;

/** Fires pulses at the cells of planes, each the way that makes the weight follow. */
final class WeightPulses {
    private static final int FEW = 4;

    private final int rows;
    private final int cols;
    private final ConductanceMapping mapping;
    private final CellPlace place;
    private final Changes changes;
    private final Supplier<List<PulsedPlane>> maker;

    @NotKept("of one row and step")
    private final int[] hit;

    @NotKept("of one row and step")
    private final int[] some;

    @Settled
    private List<PulsedPlane> pulsed = List.of();

    /** @param maker makes what pulses need of every plane, when they are first fired */
    WeightPulses(int rows, int cols, ConductanceMapping mapping, Changes changes, Supplier<List<PulsedPlane>> maker) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        this.changes = changes;
        this.maker = maker;
        place = new CellPlace(mapping, cols);
        hit = new int[cols + 1];
        some = new int[cols + 1];
    }

    /** What {@link Cells#beginPulses} says. */
    void begin() {
        if (pulsed.isEmpty()) {
            pulsed = maker.get();
            for (int row = 0; row < rows; row++) {
                for (PulsedPlane plane : pulsed) {
                    plane.hold(row, cols);
                }
            }
            changes.markAll();
        }
    }

    /** Fires trains at a row of cells. */
    void fire(int row, int[] pulses, int hits, PulseMoment now) {
        if (FEW * hits <= cols) {
            gatherHits(pulses);
            fireAtFew(row, hit, some, hits, now);
            return;
        }
        for (int p = 0; p < pulsed.size(); p++) {
            pulsed.get(p).fireAtMost(row, pulses, (int) mapping.sign(p), cols, now);
        }
        if (!changes.areAll()) {
            gatherHits(pulses);
            mark(row, hit, hits);
        }
    }

    private void gatherHits(int[] pulses) {
        int hits = 0;
        for (int col = 0; col < cols; col++) {
            hit[hits] = col;
            some[hits] = pulses[col];
            hits += pulses[col] == 0 ? 0 : 1;
        }
    }

    /** Fires trains at a few cells of a row: trains[k] at the weight of columns[k]. */
    void fireAtFew(int row, int[] columns, int[] trains, int hits, PulseMoment now) {
        for (int p = 0; p < pulsed.size(); p++) {
            pulsed.get(p).fireAtFew(row, columns, hits, trains, (int) mapping.sign(p), now);
        }
        mark(row, columns, hits);
    }

    private void mark(int row, int[] columns, int hits) {
        for (int k = 0; k < hits && !changes.areAll(); k++) {
            changes.mark(row * cols + columns[k]);
        }
    }

    /** Moves a row of cells by what so many pulses may be expected to do. */
    void move(int row, PulseCounts counts, PulseMoment now) {
        for (int p = 0; p < pulsed.size(); p++) {
            PulseCounts here = mapping.sign(p) > 0 ? counts : counts.reversed();
            pulsed.get(p).move(row, here, cols, now);
        }
        changes.markAll();
    }

    /** What {@link Cells#weightsAtEnds} says. */
    int weightsAtEnds() {
        int count = 0;
        for (int index = 0; index < rows * cols; index++) {
            count += isAtEnd(place.of(index), true) || isAtEnd(place.of(index), false) ? 1 : 0;
        }
        return count;
    }

    private boolean isAtEnd(int cell, boolean high) {
        for (int p = 0; p < pulsed.size(); p++) {
            if (!pulsed.get(p).isAtEnd(cell, high == mapping.sign(p) > 0)) {
                return false;
            }
        }
        return true;
    }
}
