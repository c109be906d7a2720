package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Programming;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.ResidualProgramming;
import org.ohmgrad.device.SinglePulseProgramming;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.pulse.BinarySwitch;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.random.Origin;

/** Cells of magnetic tunnel junctions and their like. */
class TwoStateCellsTest {
    private static final float LOW = (float) 4e-5;
    private static final float HIGH = (float) 1e-4;
    private static final int COUNT = 200;

    static Stream<Programming> programmings() {
        return Stream.of(
                new ResidualProgramming(), new WriteVerifyProgramming(0.1, 20, 1, 3), new SinglePulseProgramming(5));
    }

    private static Crossbar crossbar(Programming programming, StuckFaults faults, DeviceToDevice differences) {
        var device = new ParametricDeviceModel(
                4e-5,
                1e-4,
                new NoProgrammingNoise(),
                new ProportionalReadNoise(0.02),
                new NoDrift(),
                new BinarySwitch(0.5, 0.5),
                differences);
        var cell = new Cell(ConductanceLevels.ofBits(1), device, faults, programming, new NoEndurance());
        return new Crossbar(
                10,
                COUNT / 10,
                new ArraySettings(cell, new DifferentialPair(2), new NoWires(), Bench.VOLT),
                new Origin(3, "layer0"));
    }

    private static void write(Crossbar crossbar, int shift) {
        float[] targets = new float[COUNT];
        for (int k = 0; k < COUNT; k++) {
            targets[k] = (k + shift) % 3 - 1;
        }
        crossbar.program(targets, 0);
    }

    private static void pulse(Crossbar crossbar, int shift) {
        int[] pulses = IntStream.range(0, crossbar.cols())
                .map(col -> (col + shift) % 3 - 1)
                .toArray();
        int hits = (int) IntStream.of(pulses).filter(count -> count != 0).count();
        for (int row = 0; row < crossbar.rows(); row++) {
            crossbar.pulse(row, pulses, hits, new PulseMoment(shift, 0, 0));
        }
    }

    private static void assertTwoStates(Crossbar crossbar) {
        for (Conductances plane : crossbar.planes()) {
            int high = 0;
            for (float now : plane.now()) {
                assertTrue(now == LOW || now == HIGH, () -> now + " siemens is between the states");
                high += now == HIGH ? 1 : 0;
            }
            assertTrue(high > 0 && high < COUNT, "both states occur");
        }
    }

    @ParameterizedTest
    @MethodSource("programmings")
    void everyWriteAndEveryPulseLeavesACellInOneOfItsStates(Programming programming) {
        var faults = new RandomStuckFaults(0.05, 0.05, 0.1, 0);
        Crossbar crossbar = crossbar(programming, faults, DeviceToDevice.none());
        for (int write = 0; write < 3; write++) {
            write(crossbar, write);
            assertTwoStates(crossbar);
        }
        crossbar.beginPulses();
        for (int step = 0; step < 5; step++) {
            assertTwoStates(crossbar);
            pulse(crossbar, step);
        }
        assertTwoStates(crossbar);
    }

    /** Programming knows mean cells only; where pulses take over, a cell goes to the nearer of its own two states. */
    @Test
    void cellsThatDifferHaveTwoStatesEach() {
        var differences = new DeviceToDevice(0, 0, 0.1, 0.1);
        Crossbar crossbar = crossbar(new ResidualProgramming(), new NoStuckFaults(), differences);
        write(crossbar, 0);
        crossbar.beginPulses();
        float[] now = crossbar.planes().get(0).now();
        List<Set<Float>> states = new ArrayList<>();
        for (int cell = 0; cell < COUNT; cell++) {
            states.add(new HashSet<>(List.of(now[cell])));
        }
        for (int step = 0; step < 30; step++) {
            pulse(crossbar, step);
            for (int cell = 0; cell < COUNT; cell++) {
                states.get(cell).add(now[cell]);
            }
        }
        states.forEach(own -> assertEquals(2, own.size(), own::toString));
        assertEquals(2 * COUNT, states.stream().flatMap(Set::stream).distinct().count(), "no two cells share one");
    }
}
