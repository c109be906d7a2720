package org.ohmgrad.fit;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.device.pulse.SoftBounds;

/**
 * Soft bounds.
 *
 * @param pulsesUp longest train up
 * @param pulsesDown longest train down
 */
record SoftBoundsShape(int pulsesUp, int pulsesDown) implements Shape {
    @Override
    public String name() {
        return "soft-bounds";
    }

    @Override
    public List<Freedom> freedoms(boolean up) {
        return List.of(new Freedom(up ? "up" : "down", 1e-9, 1, 1e-6));
    }

    @Override
    public PulseResponse response(double[] up, double[] down, double cycleToCycle) {
        return new SoftBounds(up[0], down[0], cycleToCycle);
    }

    @Override
    public double[] mirrored(double... numbers) {
        return numbers.clone();
    }

    @Override
    public List<double[]> starts(boolean up) {
        double pulses = up ? pulsesUp : pulsesDown;
        return DoubleStream.of(0.5, 2, 6, 20)
                .mapToObj(bend -> new double[] {Math.min(0.9, bend / pulses)})
                .toList();
    }
}
