package org.ohmgrad.fit;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ohmgrad.device.pulse.LinearStep;
import org.ohmgrad.device.pulse.PulseResponse;

/**
 * Steps that shrink in a straight line over the range, nominal halfway through it.
 *
 * @param pulsesUp longest train up
 * @param pulsesDown longest train down
 */
record LinearStepShape(int pulsesUp, int pulsesDown) implements Shape {
    private static final double ORIGIN = 0.5;

    @Override
    public String name() {
        return "linear-step";
    }

    @Override
    public List<Freedom> freedoms(boolean up) {
        return List.of(
                new Freedom(up ? "up" : "down", 1e-9, 0.5, 1e-6), new Freedom(up ? "gammaUp" : "gammaDown", 0, 1, 0.1));
    }

    @Override
    public PulseResponse response(double[] up, double[] down, double cycleToCycle) {
        return new LinearStep(up[0], down[0], up[1], down[1], ORIGIN, cycleToCycle);
    }

    @Override
    public double[] mirrored(double... numbers) {
        return numbers.clone();
    }

    @Override
    public List<double[]> starts(boolean up) {
        double pulses = up ? pulsesUp : pulsesDown;
        return DoubleStream.of(0.1, 0.6, 0.95)
                .mapToObj(gamma -> new double[] {Math.min(0.4, (1 + gamma) / pulses), gamma})
                .toList();
    }
}
