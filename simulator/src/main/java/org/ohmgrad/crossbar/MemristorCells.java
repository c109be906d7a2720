package org.ohmgrad.crossbar;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.PlaneSettings;
import org.ohmgrad.crossbar.plane.PulseCounts;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.plane.PulsedPlane;
import org.ohmgrad.crossbar.plane.SharedWrites;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.Settled;

/**
 * Planes of memristors. The matrices that reads multiply by are kept, and after a write only the elements of the cells
 * written are made anew, unless these are many.
 */
final class MemristorCells implements Cells {
    private final int rows;
    private final int cols;
    private final DeviceModel device;
    private final double readVoltage;
    private final List<Conductances> planes;
    private final List<PlaneWires> wires;
    private final SharedWrites writes = new SharedWrites();
    private final Changes changes;
    private final CellWriter writer;
    private final WeightPulses pulses;
    private final RealisedMatrices matrices;
    private final DrivenLines lines;
    // Both are made anew with every temperature.
    private LineNoise noise;

    @Settled
    private Realised realised;

    private double kelvin;
    // Whether a cell has changed since the wires were solved, and the training step at which they were.
    private boolean strayed = true;
    private boolean solved;
    private long solvedAt;
    private long step;
    private double agedAt;

    MemristorCells(int rows, int cols, ArraySettings settings, Origin origin) {
        ConductanceMapping mapping = settings.mapping();
        this.rows = rows;
        this.cols = cols;
        readVoltage = settings.readVoltage();
        device = settings.cell().device();
        kelvin = settings.temperature().programming();
        var plane = new PlaneSettings(settings.cell(), mapping.lowestConductance(), readVoltage, kelvin);
        planes = IntStream.range(0, mapping.planes())
                .mapToObj(p -> new Conductances(
                        rows + mapping.referenceLines(),
                        cols + mapping.referenceLines(),
                        plane,
                        writes,
                        origin.part("plane" + p)))
                .toList();
        wires = planes.stream().map(settings.wires()::of).toList();
        changes = new Changes(rows * cols);
        writer = new CellWriter(
                rows, cols, mapping, planes, device, settings.cell().bits(), settings.wires(), changes);
        pulses = new WeightPulses(rows, cols, mapping, changes, () -> pulsedPlanes(origin));
        matrices = new RealisedMatrices(rows, cols, mapping, wires, device.gMax() - device.gMin());
        lines = new DrivenLines(planes, wires, rows, cols);
        noise = lineNoise(device.varianceTerms());
        realised = new Realised(matrices.matrices(), noise);
        warm(settings.temperature().operation());
    }

    private List<PulsedPlane> pulsedPlanes(Origin origin) {
        return IntStream.range(0, planes.size())
                .mapToObj(p -> PulsedPlane.of(planes.get(p), device, origin.part("plane" + p)))
                .toList();
    }

    private LineNoise lineNoise(List<VarianceTerm> terms) {
        double unit = readVoltage * (device.gMax() - device.gMin());
        return new LineNoise(terms, planes, wires, rows, cols, readVoltage, unit);
    }

    @Override
    public List<Conductances> planes() {
        return planes;
    }

    @Override
    public WriteCounts writeCounts() {
        return writes.counts();
    }

    @Override
    public int write(float[] targets, float[] wanted, int from, int count, double clock) {
        return writer.write(targets, wanted, from, count, clock);
    }

    @Override
    public double[] preDistortion() {
        return writer.preDistortion();
    }

    @Override
    public void beginPulses() {
        pulses.begin();
    }

    @Override
    public void pulse(int row, int[] trains, int hits, PulseMoment now) {
        pulses.fire(row, trains, hits, now);
    }

    @Override
    public void pulse(int row, int[] columns, int[] trains, int hits, PulseMoment now) {
        pulses.fireAtFew(row, columns, trains, hits, now);
    }

    @Override
    public void pulse(int row, PulseCounts expected, PulseMoment now) {
        pulses.move(row, expected, now);
    }

    @Override
    public int weightsAtEnds() {
        return pulses.weightsAtEnds();
    }

    @Override
    public void refresh(double clock) {
        if (clock - agedAt > device.steadySeconds()) {
            planes.forEach(plane -> plane.age(clock));
            agedAt = clock;
            changes.markAll();
        }
        for (Conductances plane : planes) {
            if (plane.sight().refresh(clock)) {
                changes.markAll();
            }
        }
    }

    @Override
    public void warm(double to) {
        if (to != kelvin) {
            kelvin = to;
            noise = lineNoise(device.varianceTermsAt(kelvin));
            realised = new Realised(matrices.matrices(), noise);
            planes.forEach(plane -> plane.sight().warm(kelvin));
            changes.markAll();
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
        strayed |= changes.areAny();
        if (due && strayed) {
            followAll();
            wires.forEach(PlaneWires::solve);
            solved = true;
            solvedAt = step;
            strayed = false;
            realiseAll();
        } else if (changes.areAll()) {
            followAll();
            realiseAll();
        } else if (changes.areAny()) {
            realiseChanged();
        }
        changes.forget();
        return realised;
    }

    private void followAll() {
        planes.forEach(plane -> plane.sight().followAll());
        int cells = planes.get(0).rows() * planes.get(0).cols();
        for (PlaneWires plane : wires) {
            for (int cell = 0; cell < cells; cell++) {
                plane.follow(cell);
            }
        }
    }

    private void realiseAll() {
        matrices.makeAll();
        noise.makeAll();
        lines.makeAll();
    }

    private void realiseChanged() {
        for (int k = 0; k < changes.count(); k++) {
            int row = changes.at(k) / cols;
            int col = changes.at(k) % cols;
            follow(row * planes.get(0).cols() + col);
            matrices.make(row, col);
            lines.make(row, col);
            if (!noise.isSilent()) {
                noise.make(row, col);
            }
        }
        noise.sumLines();
    }

    private void follow(int cell) {
        for (int p = 0; p < wires.size(); p++) {
            planes.get(p).sight().follow(cell);
            wires.get(p).follow(cell);
        }
    }

    @Override
    public double load(Direction direction, FMatrixRMaj voltages) {
        return lines.load(direction, voltages);
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
        writes.keep(archive);
        planes.forEach(plane -> plane.keep(archive));
        wires.forEach(plane -> plane.keep(archive));
        matrices.keep(archive);
        noise.keep(archive);
        lines.keep(archive);
        changes.keep(archive);
        writer.keep(archive);
        strayed = archive.keep(strayed);
        solved = archive.keep(solved);
        solvedAt = archive.keep(solvedAt);
        step = archive.keep(step);
        agedAt = archive.keep(agedAt);
    }
}
