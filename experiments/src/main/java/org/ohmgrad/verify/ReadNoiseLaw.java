package org.ohmgrad.verify;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ohmgrad.device.JohnsonReadNoise;
import org.ohmgrad.device.ProportionalReadNoise;
import org.ohmgrad.device.ReadNoise;
import org.ohmgrad.device.ShotReadNoise;
import org.ohmgrad.device.SumReadNoise;

/**
 * A read noise, and its closed form written down once more.
 *
 * @param name for people
 * @param noise as the simulator draws it
 * @param variance of one cell's current, ampere squared, from siemens and volt
 */
record ReadNoiseLaw(String name, ReadNoise noise, DoubleBinaryOperator variance) {
    private static final double SIGMA = 0.02;
    private static final double HERTZ = 1e8;
    private static final double KELVIN = 330;
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double CHARGE = 1.602176634e-19;

    /** Every law that there is, but for silence. */
    static List<ReadNoiseLaw> all() {
        var proportional = new ReadNoiseLaw(
                "proportional, 2 %", new ProportionalReadNoise(SIGMA), (g, v) -> square(SIGMA * g * v));
        var johnson = new ReadNoiseLaw(
                "Johnson, 4kTG df", new JohnsonReadNoise(HERTZ, KELVIN), (g, v) -> 4 * BOLTZMANN * KELVIN * g * HERTZ);
        var shot = new ReadNoiseLaw(
                "shot, 2qG|V| df", new ShotReadNoise(HERTZ), (g, v) -> 2 * CHARGE * Math.abs(g * v) * HERTZ);
        return List.of(proportional, johnson, shot, sum(List.of(proportional, johnson, shot)));
    }

    private static ReadNoiseLaw sum(List<ReadNoiseLaw> laws) {
        return new ReadNoiseLaw(
                "their sum",
                new SumReadNoise(laws.stream().map(ReadNoiseLaw::noise).toList()),
                (g, v) -> laws.stream()
                        .mapToDouble(law -> law.variance().applyAsDouble(g, v))
                        .sum());
    }

    private static double square(double x) {
        return x * x;
    }
}
