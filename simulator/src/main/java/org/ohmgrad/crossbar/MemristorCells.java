package org.ohmgrad.crossbar;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.DiscreteLevels;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.device.VarianceTerm;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;

/**
 * Planes of memristors. The matrices that reads multiply by are kept, and after a write only the elements of the cells
 * written are made anew, unless these are many.
 */
final class MemristorCells implements Cells {
    private static final int STRETCH = 1024;
    private static final int SHARE = 16;
    private static final int FEW = 4;

    private final int rows;
    private final int cols;
    private final ConductanceMapping mapping;
    private final List<PlaneWires> wires;
    private final DeviceModel device;
    private final List<Conductances> planes;
    private final WriteTimes times = new WriteTimes();
    private final WriteCounts counts = new WriteCounts();
    private final int top;
    private final double gMin;
    private final double range;
    private final double[] levels;
    private final double[] preDistortion;
    private final float perSiemens;
    private final FMatrixRMaj forward;
    private final FMatrixRMaj transposed;
    private final double noiseUnit;
    private final double readVoltage;
    private final DrivenLines lines;
    // Both are made anew with every temperature.
    private LineNoise noise;
    private Realised realised;
    private double kelvin;
    private final int[] changed;
    private int changes;
    private boolean allChanged = true;
    private boolean referencesWritten;
    // Whether a cell has changed since the wires were solved, and the training step at which they were.
    private boolean strayed = true;
    private boolean solved;
    private long solvedAt;
    private long step;
    private double agedAt;
    private final IntFunction<PulsedPlane> pulsedPlane;

    @NotKept("of one row and step")
    private final int[] hit;

    private List<PulsedPlane> pulsed = List.of();

    MemristorCells(
            int rows,
            int cols,
            Cell cell,
            ConductanceMapping mapping,
            WireResistance wires,
            double readVoltage,
            Temperature temperature,
            long seed,
            String place) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        device = cell.device();
        top = cell.bits().top();
        gMin = device.gMin();
        range = device.gMax() - device.gMin();
        levels = siemensOfLevels(cell.bits());
        perSiemens = (float) (1 / range);
        int references = mapping.referenceLines();
        planes = IntStream.range(0, mapping.planes())
                .mapToObj(p -> new Conductances(
                        rows + references,
                        cols + references,
                        cell,
                        mapping.lowestConductance(),
                        readVoltage,
                        temperature.programming(),
                        times,
                        counts,
                        seed,
                        place + "/plane" + p))
                .toList();
        pulsedPlane = p -> PulsedPlane.of(planes.get(p), device, seed, place + "/plane" + p);
        this.wires = planes.stream().map(wires::of).toList();
        preDistortion = wires.preDistortion(rows + references, cols + references, gMin, device.gMax());
        PlaneWires first = this.wires.get(0);
        forward = new FMatrixRMaj(rows, cols);
        boolean same = references == 0 && first.effective(false) == first.effective(true);
        transposed = same ? forward : new FMatrixRMaj(rows, cols);
        this.readVoltage = readVoltage;
        noiseUnit = readVoltage * range;
        kelvin = temperature.programming();
        noise = lineNoise(device.varianceTerms());
        lines = new DrivenLines(planes, this.wires, rows, cols);
        realised = new Realised(forward, transposed, noise);
        changed = new int[rows * cols / SHARE];
        hit = new int[cols + 1];
        warm(temperature.operation());
    }

    private LineNoise lineNoise(List<VarianceTerm> terms) {
        return new LineNoise(terms, planes, wires, rows, cols, readVoltage, noiseUnit);
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
                planes.get(p).write(cellOf(index), distorted(cellOf(index), conductance(level)), clock);
                written++;
            }
        }
        targets[index] = wanted;
        mark(index);
        return written;
    }

    /** Writes weights for the first time, all cells of each: all draws are first ones, which are quick to make. */
    private int writeFirst(float[] wanted, int at, int index, int count, double clock) {
        double[] siemens = new double[count];
        for (int p = 0; p < planes.size(); p++) {
            for (int k = 0; k < count; k++) {
                siemens[k] = distorted(cellOf(index + k), conductance(mapping.cellLevel(p, wanted[at + k])));
            }
            for (int done = 0; done < count; ) {
                int run = Math.min(cols - (index + done) % cols, count - done);
                planes.get(p).writeFirst(cellOf(index + done), siemens, done, run, clock);
                done += run;
            }
        }
        allChanged = true;
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

    /** Index in a plane of the cell of a weight. */
    private int cellOf(int index) {
        return mapping.referenceLines() == 0 ? index : index / cols * (cols + 1) + index % cols;
    }

    @Override
    public void beginPulses() {
        if (pulsed.isEmpty()) {
            pulsed = IntStream.range(0, planes.size()).mapToObj(pulsedPlane).toList();
            for (int row = 0; row < rows; row++) {
                for (PulsedPlane plane : pulsed) {
                    plane.hold(row, cols);
                }
            }
            allChanged = true;
        }
    }

    @Override
    public void pulse(int row, int[] pulses, int hits, PulseMoment now) {
        boolean few = FEW * hits <= cols;
        if (few || !allChanged) {
            gatherHits(pulses);
        }
        for (int p = 0; p < pulsed.size(); p++) {
            int sign = (int) mapping.sign(p);
            if (few) {
                pulsed.get(p).fireAtFew(row, hit, hits, pulses, sign, now);
            } else {
                pulsed.get(p).fireAtMost(row, pulses, sign, cols, now);
            }
        }
        for (int k = 0; k < hits && !allChanged; k++) {
            mark(row * cols + hit[k]);
        }
    }

    private void gatherHits(int[] pulses) {
        int hits = 0;
        for (int col = 0; col < cols; col++) {
            hit[hits] = col;
            hits += pulses[col] == 0 ? 0 : 1;
        }
    }

    @Override
    public void pulse(int row, PulseCounts counts, PulseMoment now) {
        for (int p = 0; p < pulsed.size(); p++) {
            PulseCounts here = mapping.sign(p) > 0 ? counts : counts.reversed();
            pulsed.get(p).move(row, here, cols, now);
        }
        allChanged = true;
    }

    @Override
    public int weightsAtEnds() {
        int count = 0;
        for (int index = 0; index < rows * cols; index++) {
            count += isAtEnd(cellOf(index), true) || isAtEnd(cellOf(index), false) ? 1 : 0;
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

    private void mark(int index) {
        if (changes == changed.length) {
            allChanged = true;
        } else {
            changed[changes++] = index;
        }
    }

    @Override
    public void refresh(double clock) {
        if (clock - agedAt > device.steadySeconds()) {
            planes.forEach(plane -> plane.age(clock));
            agedAt = clock;
            allChanged = true;
        }
        for (Conductances plane : planes) {
            allChanged |= plane.sight().refresh(clock);
        }
    }

    @Override
    public void warm(double to) {
        if (to != kelvin) {
            kelvin = to;
            noise = lineNoise(device.varianceTermsAt(kelvin));
            realised = new Realised(forward, transposed, noise);
            planes.forEach(plane -> plane.sight().warm(kelvin));
            allChanged = true;
        }
    }

    @Override
    public Realised realised(Occasion occasion) {
        if (occasion.phase() != Phase.TRAIN) {
            return realised();
        }
        step = occasion.step();
        return realised(!solved || wires.get(0).isDue(step - solvedAt));
    }

    @Override
    public Realised realised() {
        return realised(!solved || wires.get(0).isDue(Long.MAX_VALUE));
    }

    private Realised realised(boolean due) {
        strayed |= allChanged || changes > 0;
        if (due && strayed) {
            followAll();
            wires.forEach(PlaneWires::solve);
            solved = true;
            solvedAt = step;
            strayed = false;
            realiseAll();
        } else if (allChanged) {
            followAll();
            realiseAll();
        } else if (changes > 0) {
            realiseChanged();
        }
        allChanged = false;
        changes = 0;
        return realised;
    }

    private void followAll() {
        planes.forEach(plane -> plane.sight().followAll());
        wires.forEach(this::followAll);
    }

    private void followAll(PlaneWires plane) {
        int cells = planes.get(0).rows() * planes.get(0).cols();
        for (int cell = 0; cell < cells; cell++) {
            plane.follow(cell);
        }
    }

    @Override
    public double[] preDistortion() {
        return preDistortion;
    }

    @Override
    public double[] lineConductances(boolean isTransposed) {
        return lines.sums(isTransposed);
    }

    @Override
    public double strayed() {
        return wires.stream().mapToDouble(PlaneWires::strayed).max().orElse(0);
    }

    @Override
    public void forgetStrayed() {
        wires.forEach(PlaneWires::forgetStrayed);
    }

    @Override
    public void keep(Archive archive) {
        // First, as a change of temperature makes anew what is read over afterwards.
        warm(archive.keep(kelvin));
        times.keep(archive);
        counts.keep(archive);
        planes.forEach(plane -> plane.keep(archive));
        wires.forEach(plane -> plane.keep(archive));
        archive.keep(forward.data);
        if (transposed != forward) {
            archive.keep(transposed.data);
        }
        noise.keep(archive);
        lines.keep(archive);
        keepChanges(archive);
    }

    private void keepChanges(Archive archive) {
        archive.keep(changed);
        changes = archive.keep(changes);
        allChanged = archive.keep(allChanged);
        referencesWritten = archive.keep(referencesWritten);
        strayed = archive.keep(strayed);
        solved = archive.keep(solved);
        solvedAt = archive.keep(solvedAt);
        step = archive.keep(step);
        agedAt = archive.keep(agedAt);
    }

    private void realiseChanged() {
        for (int k = 0; k < changes; k++) {
            int index = changed[k];
            int row = index / cols;
            int col = index % cols;
            realise(index, row, col);
            lines.make(row, col);
            if (!noise.isSilent()) {
                noise.make(row, col);
            }
        }
        noise.sumLines();
    }

    private void realise(int index, int row, int col) {
        int stride = planes.get(0).cols();
        int cell = row * stride + col;
        for (int p = 0; p < wires.size(); p++) {
            planes.get(p).sight().follow(cell);
            wires.get(p).follow(cell);
        }
        boolean referenced = mapping.referenceLines() > 0;
        float[] first = wires.get(0).effective(false);
        float sum = sum(cell, false);
        forward.data[index] = (referenced ? sum - first[row * stride + cols] : sum) * perSiemens;
        if (transposed != forward) {
            float[] back = wires.get(0).effective(true);
            float backSum = sum(cell, true);
            transposed.data[index] = (referenced ? backSum - back[rows * stride + col] : backSum) * perSiemens;
        }
    }

    private float sum(int cell, boolean isTransposed) {
        float sum = wires.get(0).effective(isTransposed)[cell];
        for (int p = 1; p < wires.size(); p++) {
            sum = Math.fma(mapping.sign(p), wires.get(p).effective(isTransposed)[cell], sum);
        }
        return sum;
    }

    private void realiseAll() {
        for (int row = 0; row < rows; row++) {
            realise(row, false, forward.data);
            if (transposed != forward) {
                realise(row, true, transposed.data);
            }
        }
        noise.makeAll();
        lines.makeAll();
    }

    private void realise(int row, boolean isTransposed, float[] matrix) {
        int from = row * planes.get(0).cols();
        int to = row * cols;
        float[] first = wires.get(0).effective(isTransposed);
        System.arraycopy(first, from, matrix, to, cols);
        for (int p = 1; p < wires.size(); p++) {
            addPlane(wires.get(p).effective(isTransposed), from, mapping.sign(p), matrix, to, cols);
        }
        if (mapping.referenceLines() > 0) {
            subtractReference(first, row, isTransposed, matrix, to);
        }
        scale(matrix, to, cols);
    }

    private static void addPlane(float[] plane, int from, float sign, float[] matrix, int to, int count) {
        for (int k = 0; k < count; k++) {
            matrix[to + k] = Math.fma(sign, plane[from + k], matrix[to + k]);
        }
    }

    private void subtractReference(float[] plane, int row, boolean isTransposed, float[] matrix, int to) {
        int stride = planes.get(0).cols();
        for (int k = 0; k < cols; k++) {
            matrix[to + k] -= isTransposed ? plane[rows * stride + k] : plane[row * stride + cols];
        }
    }

    private void scale(float[] matrix, int from, int count) {
        for (int k = from; k < from + count; k++) {
            matrix[k] *= perSiemens;
        }
    }
}
