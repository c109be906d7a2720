package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.fit.PulseMeasurements.Train;

/** Measurements of devices that are known, for tests of this package and of the command. */
public final class Measured {
    /** Lowest conductance of the devices, siemens. */
    public static final double G_MIN = 3e-9;

    /** Highest conductance of the devices, siemens. */
    public static final double G_MAX = 40e-9;

    private Measured() {}

    /** A device of these ends. */
    public static ParametricDeviceModel device(PulseResponse pulses, double readSigma, DeviceToDevice spread) {
        ReadNoise noise = readSigma > 0 ? new ProportionalReadNoise(readSigma) : new NoReadNoise();
        return new ParametricDeviceModel(G_MIN, G_MAX, new NoProgrammingNoise(), noise, new NoDrift(), pulses, spread);
    }

    /** Trains from an end to the other. */
    public static PulseMeasurements of(ParametricDeviceModel device, int up, int down, int cells, long seed) {
        return new SimulatedPulses(device, seed).of(up, down, cells);
    }

    /** The same with all readings off by some more of the range, drawn independently by a stream of its own. */
    public static PulseMeasurements with(PulseMeasurements measured, double evenSigma, long seed) {
        org.ohmgrad.random.Draws draws = new org.ohmgrad.random.Draws(seed, "test/even");
        List<Train> trains = new ArrayList<>();
        for (Train train : measured.trains()) {
            List<Point> points = new ArrayList<>();
            for (Point point : train.points()) {
                double z = draws.normal(trains.size(), point.pulse());
                points.add(new Point(point.pulse(), point.conductance() + evenSigma * (G_MAX - G_MIN) * z));
            }
            trains.add(new Train(train.up(), train.device(), points));
        }
        return new PulseMeasurements(trains);
    }
}
