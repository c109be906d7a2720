package org.ohmgrad.benchmark;

import java.util.List;
import java.util.Map;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.law.SumReadNoise;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.AbsMaxInputScaling;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.LinearAdc;
import org.ohmgrad.tile.converter.LinearDac;

/** Chips of 8-bit pairs with programming noise and drift, an 8-bit DAC and a 9-bit ADC. */
final class Chips {
    private static final ReadNoise PROPORTIONAL = new ProportionalReadNoise(0.02);
    private static final ProgrammingNoise PROGRAMMING = new GaussianProgrammingNoise(0.01);
    private static final Drift DRIFT = new PowerLawDrift(5.82e-4, 0.1, 1);
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

    /**
     * Single cells beside a reference column, written to within 1 % by pulses; the device of
     * {@code configs/devices/sidra-hfo2.json}.
     */
    static Chip writeVerified() {
        var device = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new NoProgrammingNoise(),
                PROPORTIONAL,
                DRIFT,
                new SoftBounds(0.05, 0.05, 0.3),
                new DeviceToDevice(0.1, 0, 0, 0));
        var programming = new WriteVerifyProgramming(0.01, 200, 1, 1);
        var cell = new Cell(ConductanceLevels.ofBits(8), device, new NoStuckFaults(), programming, new NoEndurance());
        return chip(cell, new ReferenceColumn(2), 0);
    }

    private static Chip chip(ReadNoise noise) {
        var device = new ParametricDeviceModel(1e-6, 1e-4, PROGRAMMING, noise, DRIFT);
        return chip(new Cell(ConductanceLevels.ofBits(8), device, new NoStuckFaults()), new DifferentialPair(2), 1e-6);
    }

    private static Chip chip(Cell cell, ConductanceMapping mapping, double writeSeconds) {
        var converters = new Converters(new AbsMaxInputScaling(), new LinearDac(8), new LinearAdc(9, 12));
        return new Chip(
                "benchmark",
                "",
                cell,
                mapping,
                0.5,
                new TileSize(256, 256),
                converters,
                converters,
                new NoWires(),
                new Timing(1.5e-8, writeSeconds),
                Map.of());
    }
}
