package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.fit.PulseMeasurements.Train;
import org.ohmgrad.random.Draws;

/** Trains of pulses at cells of a device, one cell a pair of trains, as a measurement would find them. */
public final class SimulatedPulses {
    private static final double VOLT = 1;

    private final ParametricDeviceModel device;
    private final PulseLaw law;
    private final Draws draws;
    private final double startUp;
    private final double startDown;

    /**
     * @param device has a law of pulses
     * @param seed any number
     */
    public SimulatedPulses(ParametricDeviceModel device, long seed) {
        this(device, seed, 0, 1);
    }

    /**
     * @param device has a law of pulses
     * @param seed any number
     * @param startUp state from which trains up start, a share of a cell's range
     * @param startDown the same of trains down
     */
    SimulatedPulses(ParametricDeviceModel device, long seed, double startUp, double startDown) {
        this.startUp = startUp;
        this.startDown = startDown;
        this.device = device;
        law = device.pulseLaw().orElseThrow();
        draws = new Draws(seed, "fit/simulated");
    }

    /**
     * Trains from their start in each cell's range, read after every pulse.
     *
     * @param up pulses of each train up; none if 0
     * @param down pulses of each train down; none if 0
     * @param cells how many cells
     */
    public PulseMeasurements of(int up, int down, int cells) {
        List<Train> trains = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            String name = String.format(Locale.ROOT, "%06d", cell);
            CellTraits one = cell(cell);
            if (up > 0) {
                trains.add(new Train(true, name, points(one, true, up, 4L * cell)));
            }
            if (down > 0) {
                trains.add(new Train(false, name, points(one, false, down, 4L * cell + 2)));
            }
        }
        return new PulseMeasurements(trains);
    }

    private CellTraits cell(int number) {
        float[] z = new float[DeviceToDevice.DRAWS];
        draws.normals(-1 - number, 0, z, 0, z.length);
        return device.deviceToDevice().cell(device.gMin(), device.gMax(), z, 0);
    }

    private List<Point> points(CellTraits cell, boolean up, int pulses, long step) {
        List<Point> points = new ArrayList<>();
        double siemens = cell.low() + (up ? startUp : startDown) * (cell.high() - cell.low());
        for (int pulse = 0; pulse <= pulses; pulse++) {
            points.add(new Point(pulse, siemens + noise(siemens) * draws.normal(step, pulse)));
            siemens = cell.after(law, siemens, up, draws.normal(step + 1, pulse));
        }
        return points;
    }

    private double noise(double siemens) {
        double variance = 0;
        for (VarianceTerm term : device.varianceTerms()) {
            variance += term.variance(siemens, VOLT);
        }
        return Math.sqrt(variance) / VOLT;
    }
}
