package org.ohmgrad.crossbar;

import java.util.List;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.Settled;

/** Writes weights into the cells of planes. */
final class CellWriter {
    private static final int STRETCH = 1024;

    private final int rows;
    private final int cols;
    private final ConductanceMapping mapping;
    private final List<Conductances> planes;
    private final CellPlace place;
    private final Changes changes;
    private final int top;
    private final double gMin;
    private final double range;

    @Settled
    private final double[] levels;

    @Settled
    private final double[] preDistortion;

    @Settled
    private boolean referencesWritten;

    CellWriter(
            int rows,
            int cols,
            ConductanceMapping mapping,
            List<Conductances> planes,
            DeviceModel device,
            ConductanceLevels bits,
            WireResistance wires,
            Changes changes) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        this.planes = planes;
        this.changes = changes;
        place = new CellPlace(mapping, cols);
        top = mapping.top(bits);
        gMin = device.gMin();
        range = device.gMax() - device.gMin();
        levels = siemensOfLevels(bits);
        int references = mapping.referenceLines();
        preDistortion = wires.preDistortion(rows + references, cols + references, gMin, device.gMax());
    }

    /** What {@link Cells#preDistortion} says. */
    double[] preDistortion() {
        return preDistortion;
    }

    /** What {@link Cells#write} says. */
    int write(float[] targets, float[] wanted, int from, int count, double clock) {
        int written = referencesWritten ? 0 : writeReferences(clock);
        for (int k = next(wanted, targets, from, 0, count); k < count; k = next(wanted, targets, from, k, count)) {
            int index = from + k;
            if (Float.isNaN(targets[index])) {
                int run = unwritten(targets, index, Math.min(from + count, index + STRETCH));
                written += writeFirst(wanted, k, index, run, clock);
                System.arraycopy(wanted, k, targets, index, run);
                k += run;
            } else {
                written += rewrite(targets, wanted[k], index, clock);
                k++;
            }
        }
        return written;
    }

    private static int next(float[] wanted, float[] targets, int from, int k, int count) {
        return Differences.BEST.next(wanted, targets, from, k, count);
    }

    private static int unwritten(float[] targets, int index, int end) {
        int run = 0;
        while (index + run < end && Float.isNaN(targets[index + run])) {
            run++;
        }
        return run;
    }

    private int rewrite(float[] targets, float wanted, int index, double clock) {
        float old = targets[index];
        int written = 0;
        for (int p = 0; p < planes.size(); p++) {
            float level = mapping.cellLevel(p, wanted);
            if (level != mapping.cellLevel(p, old)) {
                planes.get(p).write(place.of(index), distorted(place.of(index), conductance(level)), clock);
                written++;
            }
        }
        targets[index] = wanted;
        changes.mark(index);
        return written;
    }

    /** Writes weights for the first time, all cells of each: all draws are first ones, which are quick to make. */
    private int writeFirst(float[] wanted, int at, int index, int count, double clock) {
        double[] siemens = new double[count];
        for (int p = 0; p < planes.size(); p++) {
            for (int k = 0; k < count; k++) {
                siemens[k] = distorted(place.of(index + k), conductance(mapping.cellLevel(p, wanted[at + k])));
            }
            for (int done = 0; done < count; ) {
                int run = Math.min(cols - (index + done) % cols, count - done);
                planes.get(p).writeFirst(place.of(index + done), siemens, done, run, clock);
                done += run;
            }
        }
        changes.markAll();
        return count * planes.size();
    }

    private int writeReferences(double clock) {
        referencesWritten = true;
        if (mapping.referenceLines() == 0) {
            return 0;
        }
        Conductances plane = planes.get(0);
        double middle = gMin + range / 2;
        for (int row = 0; row < rows; row++) {
            int cell = row * plane.cols() + cols;
            plane.write(cell, distorted(cell, middle), clock);
        }
        for (int col = 0; col < cols; col++) {
            int cell = rows * plane.cols() + col;
            plane.write(cell, distorted(cell, middle), clock);
        }
        return rows + cols;
    }

    private double distorted(int cell, double siemens) {
        return preDistortion.length == 0 ? siemens : Math.min(siemens * preDistortion[cell], gMin + range);
    }

    private double conductance(float level) {
        int whole = (int) level;
        return whole == level && whole < levels.length ? levels[whole] : gMin + level / top * range;
    }

    private double[] siemensOfLevels(ConductanceLevels bits) {
        double[] siemens = new double[bits instanceof DiscreteLevels ? top + 1 : 0];
        for (int level = 0; level < siemens.length; level++) {
            siemens[level] = gMin + (float) level / top * range;
        }
        return siemens;
    }

    /** Keeps what it holds. */
    void keep(Archive archive) {
        referencesWritten = archive.keep(referencesWritten);
    }
}
