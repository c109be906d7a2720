package org.ohmgrad.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.NominalPreDistortion;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Programming;
import org.ohmgrad.device.ResidualProgramming;
import org.ohmgrad.device.SinglePulseProgramming;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.pulse.BinarySwitch;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.settings.Check;
import org.ohmgrad.tile.converter.Converters;

/** Chips that cannot be, or that have a setting which would do nothing. */
class ImpossibleChipsTest {
    private static Cell oneBit(Programming programming) {
        var device = new ParametricDeviceModel(
                4e-5,
                1e-4,
                new NoProgrammingNoise(),
                new NoReadNoise(),
                new NoDrift(),
                new BinarySwitch(0.5, 0.5),
                DeviceToDevice.none());
        return new Cell(ConductanceLevels.ofBits(1), device, new NoStuckFaults(), programming, new NoEndurance());
    }

    private static Chip chip(
            Programming programming,
            ConductanceMapping mapping,
            WireResistance wires,
            double volts,
            double writeSeconds) {
        return new Chip(
                "test",
                "",
                oneBit(programming),
                mapping,
                volts,
                new TileSize(8, 8),
                Converters.ideal(),
                Converters.ideal(),
                wires,
                new Timing(0, writeSeconds),
                Map.of());
    }

    private static void refused(
            String message,
            Programming programming,
            ConductanceMapping mapping,
            WireResistance wires,
            double volts,
            double writeSeconds) {
        assertEquals(
                message,
                assertThrows(Check.BrokenRules.class, () -> chip(programming, mapping, wires, volts, writeSeconds))
                        .getMessage());
    }

    @Test
    void cellsOfOneBitStandInPairs() {
        chip(new ResidualProgramming(), new DifferentialPair(1), new NoWires(), 0.5, 1e-6);
        refused(
                "mapping must be differential-pair where cells have 1 bit: a reference column gives up one level of a cell so"
                        + " that zero is one, which leaves none for other weights",
                new ResidualProgramming(),
                new ReferenceColumn(1),
                new NoWires(),
                0.5,
                1e-6);
    }

    @Test
    void whatWritesByPulsesTakeIsNotStatedTwice() {
        for (Programming programming :
                new Programming[] {new SinglePulseProgramming(9), new WriteVerifyProgramming(0.1, 9, 1, 1)}) {
            chip(programming, new DifferentialPair(1), new NoWires(), 0.5, 0);
            refused(
                    "timing must have a writeSeconds of 0 where every write fires pulses, which take pulseSeconds and"
                            + " readSeconds",
                    programming,
                    new DifferentialPair(1),
                    new NoWires(),
                    0.5,
                    1e-6);
        }
    }

    @Test
    void cellsOfTwoStatesAreNotPreDistorted() {
        chip(new ResidualProgramming(), new DifferentialPair(1), new NodalSolve(2, 2, Terminals.SAME, 1), 0.5, 0);
        refused(
                "wires must have no preDistortion where cells have two states, of which none is a little higher",
                new ResidualProgramming(),
                new DifferentialPair(1),
                new NodalSolve(2, 2, Terminals.SAME, 1, new NominalPreDistortion(0.05)),
                0.5,
                0);
    }

    @Test
    void aReadDoesNotWrite() {
        refused(
                "readVoltage must be at most 10 volt, more than which a read would write its cells, but is 11.0",
                new ResidualProgramming(),
                new DifferentialPair(1),
                new NoWires(),
                11,
                0);
    }
}
