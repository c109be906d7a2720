package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.plane.Wear;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.Endurance;
import org.ohmgrad.device.LimitedEndurance;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Programming;
import org.ohmgrad.device.ResidualProgramming;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Significance;

class EnduranceTest {
    private static final Programming RESIDUAL = new ResidualProgramming();

    private static Crossbar crossbar(int rows, int cols, Programming programming, Endurance endurance, long seed) {
        return crossbar(rows, cols, programming, endurance, new PowerLawDrift(0.05, 0, 1), seed);
    }

    private static Crossbar crossbar(
            int rows, int cols, Programming programming, Endurance endurance, Drift drift, long seed) {
        var device = new ParametricDeviceModel(
                Bench.G_MIN,
                Bench.G_MAX,
                programming.firesPulses() ? new NoProgrammingNoise() : new GaussianProgrammingNoise(0.01),
                new NoReadNoise(),
                drift,
                new ConstantStep(0.1, 0.1, 0),
                DeviceToDevice.none());
        Cell cell = new Cell(Bench.EIGHT_BITS, device, new NoStuckFaults(), programming, endurance);
        return new Crossbar(
                rows,
                cols,
                new ArraySettings(cell, new DifferentialPair(2), new NoWires(), Bench.VOLT),
                new Origin(seed, "layer0"));
    }

    private static void program(Crossbar crossbar, float level) {
        float[] targets = new float[crossbar.rows() * crossbar.cols()];
        Arrays.fill(targets, level);
        crossbar.program(targets, 0);
    }

    @Test
    void aCellTakesAsManyWritesAsItsLimitSaysAndThenSticks() {
        Crossbar limited = crossbar(3, 4, RESIDUAL, new LimitedEndurance(5, 0, 7), 1);
        Crossbar free = crossbar(3, 4, RESIDUAL, new NoEndurance(), 1);
        for (int write = 1; write <= 5; write++) {
            assertEquals(0, limited.writeCounts().worn());
            program(limited, 10 * write);
            program(free, 10 * write);
            assertArrayEquals(
                    free.planes().get(0).now(), limited.planes().get(0).now(), "write " + write);
        }
        assertEquals(12, limited.writeCounts().worn(), "cells of the one plane");
        assertEquals(0, limited.writeCounts().failures());
        float[] last = limited.planes().get(0).now().clone();
        program(limited, 200);
        assertArrayEquals(last, limited.planes().get(0).now());
        assertEquals(12, limited.writeCounts().failures());
        assertEquals(12, limited.writeCounts().worn());
        limited.refresh(1e6);
        assertArrayEquals(last, limited.planes().get(0).now(), "a worn cell stays where it is");
        program(free, 200);
        assertNotEquals(last[0], free.planes().get(0).now()[0]);
        assertTrue(limited.planes().get(0).isStuck(0));
    }

    @Test
    void wearIsToldOnTheMeanAndAtItsWorst() {
        Crossbar crossbar = crossbar(1, 2, RESIDUAL, new LimitedEndurance(4, 0, 3), 1);
        program(crossbar, 10);
        crossbar.program(new float[] {20, 10}, 0);
        crossbar.program(new float[] {30, 10}, 0);
        assertEquals(new Wear(2, 4, 3, 1, 0.75, 0), crossbar.planes().get(0).wear());
        crossbar.program(new float[] {40, 10}, 0);
        crossbar.program(new float[] {50, 10}, 0);
        assertEquals(new Wear(2, 5, 4, 1.25, 1, 1), crossbar.planes().get(0).wear());
        Crossbar free = crossbar(1, 2, RESIDUAL, new NoEndurance(), 1);
        program(free, 10);
        free.program(new float[] {20, 10}, 0);
        assertEquals(new Wear(2, 3, 2, 0, 0, 0), free.planes().get(0).wear());
    }

    static Stream<Arguments> driftsAndEndurances() {
        return Stream.of(new NoDrift(), new PowerLawDrift(0.05, 0, 1))
                .flatMap(drift -> Stream.of(new NoEndurance(), new LimitedEndurance(100, 0, 1))
                        .map(endurance -> Arguments.of(drift, endurance)));
    }

    @ParameterizedTest
    @MethodSource("driftsAndEndurances")
    void wearIsWritesAndPulsesWhateverDrifts(Drift drift, Endurance endurance) {
        Crossbar crossbar = crossbar(3, 4, RESIDUAL, endurance, drift, 1);
        program(crossbar, 100);
        crossbar.beginPulses();
        crossbar.pulse(0, new int[] {1, -1, 1, -1}, 4, new PulseMoment(0, 0, 1));
        assertEquals(24 + 8, Wear.of(crossbar.planes()).total());
        assertEquals(2, Wear.of(crossbar.planes()).worst());
        assertEquals(
                24,
                crossbar.planes().stream().mapToLong(Conductances::totalWrites).sum());
        assertEquals(1, crossbar.planes().get(0).writes(0), "a train is no write");
        assertEquals(8, crossbar.writeCounts().pulses());
    }

    @Test
    void aCellDiesAtItsVeryPulse() {
        Programming verified = new WriteVerifyProgramming(0.01, 30, 1, 1);
        Crossbar crossbar = crossbar(1, 1, verified, new LimitedEndurance(8, 0, 1), 1);
        program(crossbar, 127.5f);
        assertEquals(5, crossbar.writeCounts().pulses());
        assertEquals(
                new Wear(1, 5, 5, 5 / 8.0, 5 / 8.0, 0), crossbar.planes().get(0).wear());
        program(crossbar, 255);
        double stuckAt = Bench.G_MIN + 0.8 * Bench.RANGE;
        assertEquals(stuckAt, crossbar.planes().get(0).now()[0], 1e-11);
        assertEquals(1, crossbar.writeCounts().failures());
        assertEquals(1, crossbar.writeCounts().worn());
        program(crossbar, 0);
        assertEquals(stuckAt, crossbar.planes().get(0).now()[0], 1e-11);
        assertEquals(2, crossbar.writeCounts().failures());
        assertEquals(1, crossbar.writeCounts().worn());
        assertEquals(5 + 30 + 30, crossbar.writeCounts().pulses());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asManyCellsAreDeadAsTheLogNormalLawSays(long seed) {
        Crossbar crossbar = crossbar(50, 100, RESIDUAL, new LimitedEndurance(20, 0.5, 1), seed);
        for (int write = 1; write <= 30; write++) {
            program(crossbar, write % 2 == 0 ? 10 : 20);
            if (write % 10 == 0) {
                double probability = Bench.normalCdf(Math.log((write + 0.5) / 20) / 0.5);
                Significance.assertCount(
                        probability, 5000, crossbar.planes().get(0).wear().wornOut(), seed);
                assertEquals(
                        crossbar.planes().get(0).wear().wornOut(),
                        crossbar.writeCounts().worn());
            }
        }
    }
}
