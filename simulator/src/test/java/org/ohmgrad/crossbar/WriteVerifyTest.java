package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Programming;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.SinglePulseProgramming;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.WriteVerifyProgramming;
import org.ohmgrad.device.law.CmoRelaxation;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Significance;

class WriteVerifyTest {
    /** No normal of the generator lies farther out. */
    private static final double LARGEST_Z = 6.66;

    private static final double TOLERANCE = 0.01;
    private static final Programming VERIFIED = new WriteVerifyProgramming(TOLERANCE, 300, 1, 1);
    private static final PulseResponse SOFT = new SoftBounds(0.05, 0.05, 0.3);
    private static final DeviceToDevice ALIKE = DeviceToDevice.none();

    private static Cell cell(
            Programming programming,
            PulseResponse pulses,
            ReadNoise noise,
            Drift drift,
            DeviceToDevice differences,
            StuckFaults faults) {
        var device = new ParametricDeviceModel(
                Bench.G_MIN, Bench.G_MAX, new NoProgrammingNoise(), noise, drift, pulses, differences);
        return new Cell(Bench.EIGHT_BITS, device, faults, programming, new NoEndurance());
    }

    private static Cell cell(Programming programming, ReadNoise noise, DeviceToDevice differences) {
        return cell(programming, SOFT, noise, new NoDrift(), differences, new NoStuckFaults());
    }

    private static Crossbar crossbar(int rows, int cols, Cell cell, long seed) {
        return new Crossbar(
                rows,
                cols,
                new ArraySettings(cell, new DifferentialPair(2), new NoWires(), Bench.VOLT),
                new Origin(seed, "layer0"));
    }

    private static float[] all(int count, float level) {
        float[] targets = new float[count];
        Arrays.fill(targets, level);
        return targets;
    }

    private static double wanted(float target, int plane) {
        return Bench.G_MIN + Math.max(0, plane == 0 ? target : -target) / 255 * Bench.RANGE;
    }

    /** Largest distance from the targets, as a share of the range, after allowing so much for each cell's read noise. */
    private static double farthest(Crossbar crossbar, double noise) {
        double farthest = 0;
        for (int p = 0; p < 2; p++) {
            float[] now = crossbar.planes().get(p).now();
            for (int k = 0; k < now.length; k++) {
                double missed = Math.abs(now[k] - wanted(crossbar.targets()[k], p));
                farthest = Math.max(farthest, (missed - noise * now[k]) / Bench.RANGE);
            }
        }
        return farthest;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsLeftIsWithinTheToleranceOfAQuietVerify(long seed) {
        Crossbar crossbar =
                crossbar(40, 50, cell(VERIFIED, new NoReadNoise(), new DeviceToDevice(0.1, 0.1, 0, 0)), seed);
        assertEquals(4000, crossbar.program(Bench.randomTargets(crossbar, seed), 0));
        assertEquals(0, crossbar.writeCounts().failures());
        assertTrue(farthest(crossbar, 0) <= TOLERANCE + 1e-6, farthest(crossbar, 0) + " left");
        assertTrue(farthest(crossbar, 0) > 0.9 * TOLERANCE, "all of the tolerance is used");
        crossbar.program(Bench.randomTargets(crossbar, seed + 10), 0);
        assertTrue(farthest(crossbar, 0) <= TOLERANCE + 1e-6, "after a second write too");
    }

    /** False alarms: none, since the generator's normals are bounded. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsLeftIsWithinToleranceAndNoiseOfANoisyVerify(long seed) {
        Crossbar crossbar = crossbar(40, 50, cell(VERIFIED, new ProportionalReadNoise(0.02), ALIKE), seed);
        crossbar.program(Bench.randomTargets(crossbar, seed), 0);
        assertEquals(0, crossbar.writeCounts().failures());
        assertTrue(farthest(crossbar, LARGEST_Z * 0.02) <= TOLERANCE + 1e-6);
        assertTrue(farthest(crossbar, 0) > TOLERANCE, "noise lets cells pass that lie outside");
    }

    /** A cell at gMin passes at once for a level above it if noise, known from the law of shots, says so. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void asManyCellsPassUnpulsedAsTheirReadNoisePredicts(long seed) {
        double sigma = Math.sqrt(2 * ShotReadNoise.CHARGE * 3e13 * Bench.G_MIN / Bench.VOLT) / Bench.RANGE;
        Programming onePulse = new WriteVerifyProgramming(TOLERANCE, 1, 1, 1);
        Crossbar crossbar = crossbar(50, 200, cell(onePulse, new ShotReadNoise(3e13), ALIKE), seed);
        crossbar.program(all(10_000, 4), 0);
        int passed = 10_000
                - (int) Math.rint(10_000 * crossbar.planes().get(0).wear().mean());
        double offset = 4 / 255.0;
        double expected = Bench.normalCdf((offset + TOLERANCE) / sigma) - Bench.normalCdf((offset - TOLERANCE) / sigma);
        Significance.assertCount(expected, 10_000, passed, seed);
    }

    @Test
    void pulsesAndReadsOfAQuietCellAreThoseCountedByHand() {
        Cell cell = cell(
                new WriteVerifyProgramming(0.06, 100, 2, 1),
                new ConstantStep(0.1, 0.05, 0),
                new NoReadNoise(),
                new NoDrift(),
                ALIKE,
                new NoStuckFaults());
        Crossbar crossbar = crossbar(1, 2, cell, 1);
        crossbar.program(new float[] {128, -255}, 0);
        WriteCounts counts = crossbar.writeCounts();
        assertEquals(4, counts.cells());
        assertEquals(5 + 10, counts.pulses(), "0.5 is near enough to 128/255, and 1.0 to 1; 0.9 is not");
        assertEquals(2 * (15 + 4), counts.verifies());
        assertEquals(0, counts.finishedAtOnce());
        WriteCounts before = counts.copy();
        crossbar.program(new float[] {51, -255}, 0);
        assertEquals(5, counts.since(before).pulses(), "down from 0.5 to 0.25");
        assertEquals(12, counts.since(before).verifies());
        assertEquals(1, counts.since(before).cells());
        counts.reset();
        assertEquals(0, counts.cells() + counts.pulses() + counts.verifies());
        assertEquals(
                20.0 / 4,
                crossbar.planes().stream()
                                .mapToDouble(plane -> plane.wear().mean())
                                .sum()
                        / 2);
        assertEquals(10, crossbar.planes().get(1).wear().worst());
    }

    @Test
    void aCellWhoseRangeExcludesItsTargetFailsAtTheLastPulse() {
        Cell cell = cell(VERIFIED, new NoReadNoise(), new DeviceToDevice(0, 0, 0, 0.2));
        Crossbar crossbar = crossbar(20, 50, cell, 3);
        crossbar.program(all(1000, 230), 0);
        double wanted = wanted(230, 0);
        int below = 0;
        for (float now : crossbar.planes().get(0).now()) {
            below += now < wanted - TOLERANCE * Bench.RANGE - 1e-10 ? 1 : 0;
        }
        assertTrue(below > 200 && below < 400, below + " cells end below 230/255");
        assertEquals(below, crossbar.writeCounts().failures());
        assertTrue(crossbar.writeCounts().pulses() >= 300L * below);
    }

    @Test
    void stuckCellsTakeAllPulsesInVainUnlessTheyStandWhereTheyShould() {
        Cell cell = cell(VERIFIED, SOFT, new NoReadNoise(), new NoDrift(), ALIKE, new RandomStuckFaults(1, 0, 0, 0));
        Crossbar crossbar = crossbar(4, 5, cell, 3);
        crossbar.program(all(20, 100), 0);
        assertEquals(20, crossbar.writeCounts().failures());
        assertEquals(20 * 300, crossbar.writeCounts().pulses());
        assertEquals(20 * 301 + 20, crossbar.writeCounts().verifies());
        assertEquals(0, crossbar.writeCounts().worn());
        assertEquals((float) Bench.G_MIN, crossbar.planes().get(0).now()[7]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void neitherTheOrderOfWritesNorTheirStretchesDecideWhatIsLeft(int stretch) {
        Cell cell = cell(VERIFIED, new ProportionalReadNoise(0.02), new DeviceToDevice(0.1, 0.1, 0.02, 0.02));
        Crossbar whole = crossbar(8, 16, cell, 5);
        Crossbar parts = crossbar(8, 16, cell, 5);
        for (int round = 0; round < 3; round++) {
            float[] targets = Bench.randomTargets(whole, round);
            whole.program(targets, 0);
            for (int from = 128 - 128 % stretch; from >= 0; from -= stretch) {
                int count = Math.min(stretch, 128 - from);
                float[] wanted = Arrays.copyOfRange(targets, from, from + count);
                parts.program(wanted, from, count, 0);
            }
        }
        for (int p = 0; p < 2; p++) {
            assertArrayEquals(whole.planes().get(p).now(), parts.planes().get(p).now());
        }
        assertEquals(whole.writeCounts().pulses(), parts.writeCounts().pulses());
        assertEquals(whole.writeCounts().verifies(), parts.writeCounts().verifies());
    }

    @Test
    void anotherSeedLeavesSomethingElse() {
        Cell cell = cell(VERIFIED, new NoReadNoise(), ALIKE);
        Crossbar one = crossbar(1, 1, cell, 5);
        Crossbar other = crossbar(1, 1, cell, 6);
        one.program(new float[] {200}, 0);
        other.program(new float[] {200}, 0);
        assertNotEquals(one.planes().get(0).now()[0], other.planes().get(0).now()[0]);
    }

    @Test
    void aSingleTrainLeavesTheVariationOfItsPulses() {
        Cell cell = cell(
                new SinglePulseProgramming(100),
                new ConstantStep(0.02, 0.02, 0.3),
                new NoReadNoise(),
                new NoDrift(),
                ALIKE,
                new NoStuckFaults());
        Crossbar crossbar = crossbar(40, 50, cell, 3);
        crossbar.program(all(2000, 255 * 0.6f), 0);
        float[] now = crossbar.planes().get(0).now();
        double[] states = IntStream.range(0, now.length)
                .mapToDouble(k -> (now[k] - Bench.G_MIN) / Bench.RANGE)
                .toArray();
        double sigma = 0.02 * 0.3 * Math.sqrt(30);
        Significance.assertMean(0.6, sigma, states, 3);
        Significance.assertVariance(sigma * sigma, states, 3);
        assertEquals(2000 * 30, crossbar.writeCounts().pulses());
        assertEquals(4000, crossbar.writeCounts().verifies());
    }

    @Test
    void aCellThatPassesUnpulsedKeepsItsAge() {
        Cell cell = cell(VERIFIED, SOFT, new NoReadNoise(), new PowerLawDrift(1e-4, 0, 1), ALIKE, new NoStuckFaults());
        Crossbar crossbar = crossbar(1, 1, cell, 5);
        crossbar.program(new float[] {200}, 0);
        crossbar.refresh(1000);
        float aged = crossbar.planes().get(0).now()[0];
        double state = (aged - Bench.G_MIN) / Bench.RANGE * 255;
        long pulses = crossbar.writeCounts().pulses();
        crossbar.program(new float[] {state > 200 ? 201 : 199}, 1000);
        assertEquals(pulses, crossbar.writeCounts().pulses(), "a level away is near enough");
        assertEquals(2, crossbar.planes().get(0).writes(0));
        crossbar.refresh(1e6);
        float expected = (float) (aged * Math.pow(1e6 / 1001, -1e-4));
        assertEquals(expected, crossbar.planes().get(0).now()[0], 1e-5 * expected);
    }

    @Test
    void driftThatEveryWriteDrawsAnewIsKeptByACellThatPassesUnpulsed() {
        var device = new ParametricDeviceModel(
                9e-6, 88.2e-6, new NoProgrammingNoise(), new NoReadNoise(), new CmoRelaxation(), SOFT, ALIKE);
        Cell cell = new Cell(Bench.EIGHT_BITS, device, new NoStuckFaults(), VERIFIED, new NoEndurance());
        Crossbar touched = crossbar(1, 1, cell, 5);
        Crossbar left = crossbar(1, 1, cell, 5);
        touched.program(new float[] {100}, 0);
        left.program(new float[] {100}, 0);
        double state = (left.planes().get(0).now()[0] - 9e-6) / 79.2e-6 * 255;
        touched.program(new float[] {state > 100 ? 101 : 99}, 0);
        assertEquals(left.writeCounts().pulses(), touched.writeCounts().pulses());
        touched.refresh(100);
        left.refresh(100);
        assertEquals(left.planes().get(0).now()[0], touched.planes().get(0).now()[0]);
    }
}
