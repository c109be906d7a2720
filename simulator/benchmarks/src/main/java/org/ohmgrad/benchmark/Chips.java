package org.ohmgrad.benchmark;

import java.util.List;
import java.util.Map;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.GaussianProgrammingNoise;
import org.ohmgrad.device.JohnsonReadNoise;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.PowerLawDrift;
import org.ohmgrad.device.ProportionalReadNoise;
import org.ohmgrad.device.ReadNoise;
import org.ohmgrad.device.ShotReadNoise;
import org.ohmgrad.device.SumReadNoise;
import org.ohmgrad.tile.AbsMaxInputScaling;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Converters;
import org.ohmgrad.tile.LinearAdc;
import org.ohmgrad.tile.LinearDac;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;

/** Chips of 8-bit pairs with programming noise and drift, an 8-bit DAC and a 9-bit ADC. */
final class Chips {
    private static final ReadNoise PROPORTIONAL = new ProportionalReadNoise(0.02);
    private static final ReadNoise JOHNSON = new JohnsonReadNoise(1e8, 300);

    private Chips() {}

    /** Proportional noise alone. */
    static Chip proportional() {
        return chip(PROPORTIONAL);
    }

    /** Proportional and Johnson noise. */
    static Chip johnson() {
        return chip(new SumReadNoise(List.of(PROPORTIONAL, JOHNSON)));
    }

    /** Proportional, Johnson and shot noise. */
    static Chip shot() {
        return chip(new SumReadNoise(List.of(PROPORTIONAL, JOHNSON, new ShotReadNoise(1e8))));
    }

    private static Chip chip(ReadNoise noise) {
        var device = new ParametricDeviceModel(
                1e-6, 1e-4, new GaussianProgrammingNoise(0.01), noise, new PowerLawDrift(5.82e-4, 0.1, 1));
        var converters = new Converters(new AbsMaxInputScaling(), new LinearDac(8), new LinearAdc(9, 12));
        return new Chip(
                "benchmark",
                "",
                new Cell(ConductanceLevels.ofBits(8), device, new NoStuckFaults()),
                new DifferentialPair(2),
                0.5,
                new TileSize(256, 256),
                converters,
                converters,
                new NoWires(),
                new Timing(1.5e-8, 1e-6),
                Map.of());
    }
}
