package org.ohmgrad.fit;

import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.device.pulse.ExponentialStep;
import org.ohmgrad.device.pulse.PulseResponse;

/**
 * Steps that fall off exponentially, with slope and offset as in the law's source.
 *
 * @param pulsesUp longest train up
 * @param pulsesDown longest train down
 */
record ExponentialStepShape(int pulsesUp, int pulsesDown) implements Shape {
    private static final double SLOPE = 0.244;
    private static final double OFFSET = 0.2425;

    @Override
    public String name() {
        return "exponential-step";
    }

    @Override
    public List<Freedom> freedoms(boolean up) {
        return List.of(
                new Freedom(up ? "up" : "down", 1e-9, 0.1, 1e-6),
                new Freedom(up ? "aUp" : "aDown", 0, 1, 1e-4),
                new Freedom(up ? "gammaUp" : "gammaDown", 0, 20, 0.1));
    }

    @Override
    public PulseResponse response(double[] up, double[] down, double cycleToCycle) {
        return new ExponentialStep(up[0], down[0], up[1], down[1], up[2], down[2], SLOPE, OFFSET, cycleToCycle);
    }

    /** Seen from the other end of the range, the offset has the other sign, which the factor makes up for. */
    @Override
    public double[] mirrored(double... numbers) {
        double factor = numbers[1] * Elementary.exp(2 * numbers[2] * OFFSET);
        return new double[] {numbers[0], Math.min(1, factor), numbers[2]};
    }

    @Override
    public List<double[]> starts(boolean up) {
        double pulses = up ? pulsesUp : pulsesDown;
        double step = Math.min(0.09, 2 / pulses);
        return Stream.of(new double[] {0.2, 2}, new double[] {0.02, 8}, new double[] {0.002, 12})
                .map(a -> up ? a : new double[] {Math.min(0.9, a[0] * 50), a[1]})
                .map(a -> new double[] {step, a[0], a[1]})
                .toList();
    }
}
