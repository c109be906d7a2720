package org.ohmgrad.fit;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ohmgrad.device.pulse.PulseCurve;
import org.ohmgrad.device.pulse.PulseResponse;

/**
 * Pulse curves by NeuroSim's label.
 *
 * @param pulsesUp pulses from gMin to gMax
 * @param pulsesDown pulses from gMax to gMin
 */
record PulseCurveShape(int pulsesUp, int pulsesDown) implements Shape {
    private static final double LARGEST = PulseCurve.LARGEST_LABEL;

    @Override
    public String name() {
        return "pulse-curve";
    }

    @Override
    public List<Freedom> freedoms(boolean up) {
        return List.of(new Freedom(up ? "labelUp" : "labelDown", -LARGEST, LARGEST, 1));
    }

    @Override
    public PulseResponse response(double[] up, double[] down, double cycleToCycle) {
        return new PulseCurve(pulsesUp, pulsesDown, up[0], down[0], cycleToCycle);
    }

    @Override
    public double[] mirrored(double... numbers) {
        return new double[] {-numbers[0]};
    }

    @Override
    public List<double[]> starts(boolean up) {
        return DoubleStream.of(-8, -6, -4, -2, -0.5, 0.5, 2, 4, 6, 8)
                .mapToObj(label -> new double[] {label})
                .toList();
    }

    @Override
    public String unitOfSpread() {
        return "of the range";
    }

    @Override
    public boolean endsAreLimits() {
        return true;
    }
}
