package org.ohmgrad.verify;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ohmgrad.device.law.CmoReadNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.PcmReadNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.law.SumReadNoise;

/**
 * A read noise, and its closed form written down once more.
 *
 * @param name for people
 * @param noise as the simulator draws it
 * @param gMin lowest conductance of the cells, siemens
 * @param gMax highest
 * @param variance of one cell's current, ampere squared, from siemens and volt
 */
record ReadNoiseLaw(String name, ReadNoise noise, double gMin, double gMax, DoubleBinaryOperator variance) {
    private static final double SIGMA = 0.02;
    private static final double HERTZ = 1e8;
    private static final double KELVIN = 330;
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double CHARGE = 1.602176634e-19;

    /** A law for cells of 1 to 100 uS. */
    ReadNoiseLaw(String name, ReadNoise noise, DoubleBinaryOperator variance) {
        this(name, noise, 1e-6, 1e-4, variance);
    }

    /** Every law that there is, but for silence. */
    static List<ReadNoiseLaw> all() {
        var proportional = new ReadNoiseLaw(
                "proportional, 2 %", new ProportionalReadNoise(SIGMA), (g, v) -> square(SIGMA * g * v));
        var johnson = new ReadNoiseLaw(
                "Johnson, 4kTG df", new JohnsonReadNoise(HERTZ, KELVIN), (g, v) -> 4 * BOLTZMANN * KELVIN * g * HERTZ);
        var shot = new ReadNoiseLaw(
                "shot, 2qG|V| df", new ShotReadNoise(HERTZ), (g, v) -> 2 * CHARGE * Math.abs(g * v) * HERTZ);
        return List.of(proportional, johnson, shot, sum(List.of(proportional, johnson, shot)), pcm(), cmo());
    }

    /** Right after the write: t0 = 20 s and a read of 250 ns. */
    private static ReadNoiseLaw pcm() {
        double growth = Math.log((20 + 250e-9) / (2 * 250e-9));
        return new ReadNoiseLaw("phase change (Joshi)", new PcmReadNoise(), 1e-7, 25e-6, (g, v) -> {
            double q = Math.min(0.2, 0.0088 / Math.max(Math.pow(g / 25e-6, 0.65), 1e-3));
            return square(g * q * v) * growth;
        });
    }

    /** Within the first second, a read of 1 us. */
    private static ReadNoiseLaw cmo() {
        double growth = Math.log((1 + 1e-6) / 2e-6);
        return new ReadNoiseLaw(
                "CMO/HfOx",
                new CmoReadNoise(),
                9e-6,
                88.2e-6,
                (g, v) -> square(0.0277316483e-6 * Math.log10(g / 1e-6) * v) * growth);
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
