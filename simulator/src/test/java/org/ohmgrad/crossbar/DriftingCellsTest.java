package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.random.Significance.assertMean;
import static org.ohmgrad.random.Significance.assertVariance;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.CustomDeviceModel;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.random.Origin;

class DriftingCellsTest {
    private static final double YEAR = 3.156e7;
    private static final ConductanceMapping PAIR = new DifferentialPair(2);
    private static final Parts UNIFORM = Parts.ideal().with(new PowerLawDrift(0.05, 0, 1));
    private static final Parts SPREAD = Parts.ideal().with(new PowerLawDrift(0.05, 0.2, 1));

    private static double[] exponents(float[] written, float[] now, double seconds) {
        double[] exponents = new double[written.length];
        for (int cell = 0; cell < exponents.length; cell++) {
            exponents[cell] = Math.log((double) written[cell] / now[cell]) / Math.log1p(seconds);
        }
        return exponents;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -5})
    void everyCellFallsByItsOwnExponentFromTheStatedLaw(long seed) {
        Crossbar crossbar = Bench.written(70, 70, SPREAD, PAIR, seed);
        float[] written = crossbar.planes().get(0).now().clone();
        crossbar.refresh(1e4);
        double[] early = exponents(written, crossbar.planes().get(0).now(), 1e4);
        crossbar.refresh(YEAR);
        double[] late = exponents(written, crossbar.planes().get(0).now(), YEAR);
        assertMean(0.05, 0.01, early, seed);
        assertVariance(1e-4, early, seed);
        assertArrayEquals(early, late, 1e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e9})
    void timeCountsFromEachCellsOwnLastWrite(double start) {
        Crossbar crossbar = Bench.fresh(1, 2, UNIFORM, PAIR, 1);
        crossbar.program(new float[] {100, 100}, start);
        crossbar.program(new float[] {100, 200}, start + 1000);
        crossbar.refresh(start + 5000);
        assertSignal(crossbar, 0, 100, 5000, 5000);
        assertSignal(crossbar, 1, 200, 4000, 5000);
        crossbar.program(new float[] {150, 200}, start + 5000);
        assertSignal(crossbar, 0, 150, 0, 5000);
        crossbar.refresh(start + 5003);
        assertSignal(crossbar, 0, 150, 3, 5003);
        assertSignal(crossbar, 1, 200, 4003, 5003);
    }

    private static void assertSignal(Crossbar crossbar, int cell, int level, double plusAge, double minusAge) {
        double plus = (G_MIN + level / 255.0 * (G_MAX - G_MIN)) * Math.pow(1 + plusAge, -0.05);
        double minus = G_MIN * Math.pow(1 + minusAge, -0.05);
        assertEquals(plus, crossbar.planes().get(0).now()[cell], 1e-7 * plus);
        assertEquals((plus - minus) / (G_MAX - G_MIN), crossbar.meanForward().data[cell], 3e-7);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void aRefreshWithinTheSteadyTimeChangesNothing(long seed) {
        Drift drift = new PowerLawDrift(0.05, 0.2, 1);
        Crossbar crossbar = Bench.written(20, 20, SPREAD, PAIR, seed);
        for (double clock : new double[] {1e-3, 1, 100}) {
            crossbar.refresh(clock);
            float[] held = crossbar.planes().get(0).now().clone();
            crossbar.refresh(clock);
            crossbar.refresh(clock + 0.9 * drift.steadySeconds(1e-4));
            assertArrayEquals(held, crossbar.planes().get(0).now());
        }
    }

    @Test
    void aHeldConductanceIsOffByNoMoreThanTheToleranceOfSteadySeconds() {
        Crossbar held = Bench.written(20, 20, SPREAD, PAIR, 5);
        Crossbar exact = Bench.written(20, 20, SPREAD, PAIR, 5);
        double steady = new PowerLawDrift(0.05, 0.2, 1).steadySeconds(1e-4);
        held.refresh(2 * steady);
        held.refresh(2.99 * steady);
        exact.refresh(2.99 * steady);
        for (int cell = 0; cell < 400; cell++) {
            float truth = exact.planes().get(0).now()[cell];
            assertEquals(truth, held.planes().get(0).now()[cell], 0x1p-14 * truth);
        }
    }

    @Test
    void manySmallRefreshesLeadWhereOneLargeOneLeads() {
        Crossbar often = Bench.written(9, 500, SPREAD, PAIR, 4);
        Crossbar once = Bench.written(9, 500, SPREAD, PAIR, 4);
        for (int step = 1; step <= 64; step++) {
            often.refresh(step / 64.0 * 1000);
        }
        once.refresh(1000);
        assertArrayEquals(once.planes().get(0).now(), often.planes().get(0).now());
        assertArrayEquals(once.meanForward().data, often.meanForward().data);
    }

    @Test
    void theReferenceLinesDriftLikeAnyLine() {
        Crossbar crossbar = Bench.written(3, 4, UNIFORM, new ReferenceColumn(2), 1);
        crossbar.refresh(999);
        double middle = (G_MIN + G_MAX) / 2 * Math.pow(1000, -0.05);
        assertEquals(middle, crossbar.planes().get(0).now()[4], 1e-11);
        assertEquals(middle, crossbar.planes().get(0).now()[3 * 5], 1e-11);
    }

    @Test
    void cellsWithoutDriftNeverMove() {
        Crossbar crossbar = Bench.written(5, 5, Parts.ideal(), PAIR, 1);
        float[] before = crossbar.planes().get(0).now().clone();
        crossbar.refresh(100 * YEAR);
        assertArrayEquals(before, crossbar.planes().get(0).now());
    }

    /** Loses half of its conductance every thousand seconds, and grows by a tenth with every write. */
    private record Halving(double gMin, double gMax) implements CustomDeviceModel {
        @Override
        public double programmed(double target, double z) {
            return target * 1.1;
        }

        @Override
        public double steadySeconds() {
            return 1e-4;
        }

        @Override
        public double aged(double written, double age, double z) {
            return written * Math.pow(2, -age / 1000);
        }
    }

    @Test
    void aDeviceOfOnesOwnIsUsedLikeAnyOther() {
        Cell cell = new Cell(new ContinuousLevels(), new Halving(G_MIN, G_MAX), new NoStuckFaults());
        Crossbar crossbar = new Crossbar(
                1, 2, new ArraySettings(cell, PAIR, new NoWires(), Bench.VOLT), new Origin(1, "layer0/tile0,0"));
        crossbar.program(new float[] {1, -0.5f}, 0);
        assertEquals(1.1, crossbar.meanForward().data[0], 1e-6);
        crossbar.refresh(2000);
        assertEquals(1.1 / 4, crossbar.meanForward().data[0], 1e-6);
        assertEquals(-0.55 / 4, crossbar.meanForward().data[1], 1e-6);
        assertTrue(Arrays.stream(new int[] {0, 1})
                .allMatch(k -> crossbar.planes().get(0).writes(k) == 1));
    }
}
