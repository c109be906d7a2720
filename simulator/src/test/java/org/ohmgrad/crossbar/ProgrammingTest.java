package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.crossbar.Bench.RANGE;
import static org.ohmgrad.random.Significance.assertCount;
import static org.ohmgrad.random.Significance.assertMean;
import static org.ohmgrad.random.Significance.assertUncorrelated;
import static org.ohmgrad.random.Significance.assertVariance;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.device.law.GaussianProgrammingNoise;

class ProgrammingTest {
    private static final Parts NOISY = Parts.ideal().with(new GaussianProgrammingNoise(0.01));

    private static float[] all(int count, float target) {
        float[] targets = new float[count];
        Arrays.fill(targets, target);
        return targets;
    }

    private static double level(int level) {
        return G_MIN + level / 255.0 * RANGE;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 12345678901L})
    void everyWriteOfEveryCellLeavesAnIndependentErrorOfTheStatedSize(long seed) {
        int writes = 4000;
        Crossbar crossbar = Bench.fresh(2, 3, NOISY, new DifferentialPair(2), seed);
        double[][] errors = new double[6][writes];
        for (int write = 0; write < writes; write++) {
            int target = 100 + write % 2;
            crossbar.program(all(6, target), 0);
            for (int cell = 0; cell < 6; cell++) {
                errors[cell][write] = (crossbar.planes().get(0).now()[cell] - level(target)) / (0.01 * RANGE);
            }
        }
        for (int cell = 0; cell < 6; cell++) {
            assertMean(0, 1, errors[cell], seed);
            assertVariance(1, errors[cell], seed);
            assertUncorrelated(errors[cell], errors[(cell + 1) % 6], seed);
            double[] earlier = Arrays.copyOfRange(errors[cell], 0, writes - 1);
            assertUncorrelated(earlier, Arrays.copyOfRange(errors[cell], 1, writes), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, -4})
    void theTwoCellsOfAPairMissIndependently(long seed) {
        Parts parts = Parts.ideal().with(new GaussianProgrammingNoise(0.001));
        Crossbar crossbar = Bench.fresh(100, 100, parts, new DifferentialPair(2), seed);
        crossbar.program(all(10000, 50), 0);
        double[] plus = new double[10000];
        double[] minus = new double[10000];
        for (int cell = 0; cell < plus.length; cell++) {
            plus[cell] = (crossbar.planes().get(0).now()[cell] - level(50)) / (0.001 * RANGE);
            minus[cell] = (crossbar.planes().get(1).now()[cell] - level(0)) / (0.001 * RANGE);
        }
        assertVariance(1, plus, seed);
        assertVariance(1, minus, seed);
        assertUncorrelated(plus, minus, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aWriteIsClippedAtZeroAndNowhereElse(long seed) {
        double sigma = 0.2 * RANGE;
        Parts parts = Parts.ideal().with(new GaussianProgrammingNoise(0.2));
        Crossbar crossbar = Bench.fresh(100, 100, parts, new DifferentialPair(2), seed);
        crossbar.program(all(10000, 255), 0);
        float[] plus = crossbar.planes().get(0).now();
        float[] minus = crossbar.planes().get(1).now();
        assertCount(0.5, 10000, count(plus, G_MAX, 1), seed);
        assertCount(1 - Bench.normalCdf(1), 10000, count(plus, G_MAX + sigma, 1), seed);
        double atZero = Bench.normalCdf(-G_MIN / sigma);
        assertCount(atZero, 10000, count(minus, -1, 1e-30), seed);
        assertCount(0.5 - atZero, 10000, count(minus, 1e-30, G_MIN), seed);
        assertEquals(0, count(minus, -1, -1e-30));
    }

    private static int count(float[] conductances, double above, double below) {
        int count = 0;
        for (float g : conductances) {
            count += g > above && g < below ? 1 : 0;
        }
        return count;
    }

    @Test
    void aLevelThatIsNoneIsRefusedWithItsPlace() {
        Crossbar crossbar = Bench.fresh(2, 3, Parts.ideal(), new DifferentialPair(2), 1);
        for (float wrong : new float[] {Float.NaN, 256, -256}) {
            float[] wanted = new float[6];
            wanted[4] = wrong;
            assertEquals(
                    "wanted levels must lie in [-255.0, 255.0] but that of row 1, column 1 (counted from 0) is "
                            + wrong,
                    assertThrows(IllegalArgumentException.class, () -> crossbar.program(wanted, 0))
                            .getMessage());
        }
        assertEquals(
                "wanted must hold 6 levels but holds 5",
                assertThrows(IllegalArgumentException.class, () -> crossbar.program(new float[5], 0))
                        .getMessage());
        assertEquals(0, crossbar.writeCounts().cells());
    }

    @Test
    void onlyCellsWhoseLevelChangesAreWrittenAndCounted() {
        Crossbar crossbar = Bench.fresh(2, 2, NOISY, new DifferentialPair(2), 7);
        assertEquals(8, crossbar.program(new float[] {5, -5, 0, 9}, 0));
        float[] plus = crossbar.planes().get(0).now().clone();
        float[] minus = crossbar.planes().get(1).now().clone();
        assertEquals(0, crossbar.program(new float[] {5, -5, 0, 9}, 0));
        assertEquals(1, crossbar.program(new float[] {7, -5, 0, 9}, 0));
        assertEquals(2, crossbar.program(new float[] {7, 3, 0, 9}, 0));
        assertEquals(1, crossbar.program(new float[] {7, 3, -1, 9}, 0));
        assertArrayEquals(new float[] {7, 3, -1, 9}, crossbar.targets());
        assertEquals(6, crossbar.planes().get(0).totalWrites());
        assertEquals(6, crossbar.planes().get(1).totalWrites());
        assertEquals(plus[3], crossbar.planes().get(0).now()[3]);
        assertEquals(minus[0], crossbar.planes().get(1).now()[0]);
        assertEquals(2, crossbar.planes().get(0).writes(0));
        assertEquals(1, crossbar.planes().get(1).writes(0));
    }

    @Test
    void theReferenceLinesAreWrittenOnceAndCounted() {
        Crossbar crossbar = Bench.fresh(3, 4, NOISY, new ReferenceColumn(2), 7);
        assertEquals(12 + 3 + 4, crossbar.program(all(12, 100), 0));
        float reference = crossbar.planes().get(0).now()[4];
        assertEquals(12, crossbar.program(all(12, 101), 0));
        assertEquals(reference, crossbar.planes().get(0).now()[4]);
        assertEquals(31, crossbar.planes().get(0).totalWrites());
    }

    @Test
    void theReferenceLinesAreWrittenEvenIfTheCrossbarWasReadBefore() {
        Crossbar crossbar = Bench.fresh(3, 4, NOISY, new ReferenceColumn(2), 7);
        crossbar.meanForward();
        assertEquals(12 + 3 + 4, crossbar.program(all(12, 100), 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1})
    void theErrorOfAWriteDependsOnItsCellAndItsNumberAlone(long seed) {
        Crossbar first = Bench.fresh(2, 2, NOISY, new DifferentialPair(2), seed);
        first.program(new float[] {50, 50, 50, 50}, 0);
        float once = first.planes().get(0).now()[0];
        first.program(new float[] {60, 50, 50, 50}, 0);
        first.program(new float[] {50, 50, 50, 50}, 0);
        float thrice = first.planes().get(0).now()[0];
        assertNotEquals(once, thrice);

        Crossbar second = Bench.fresh(2, 2, NOISY, new DifferentialPair(2), seed);
        second.program(new float[] {50, 70, -3, 0}, 5);
        assertEquals(once, second.planes().get(0).now()[0]);
        second.program(new float[] {51, 71, 40, 9}, 6);
        second.program(new float[] {50, 70, -3, 0}, 7);
        assertEquals(thrice, second.planes().get(0).now()[0]);
    }

    @Test
    void otherSeedsAndOtherPlacesMissOtherwise() {
        float here = onlyCell(1, "layer0/tile0,0");
        assertEquals(here, onlyCell(1, "layer0/tile0,0"));
        assertNotEquals(here, onlyCell(2, "layer0/tile0,0"));
        assertNotEquals(here, onlyCell(1, "layer0/tile0,1"));
    }

    private static float onlyCell(long seed, String place) {
        Crossbar crossbar = Bench.fresh(1, 1, NOISY, new DifferentialPair(2), seed, place);
        crossbar.program(new float[] {128}, 0);
        return crossbar.planes().get(0).now()[0];
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.crossbar.Bench#mappings")
    void exactWritesLandOnTheirTargets(ConductanceMapping mapping) {
        Crossbar crossbar = Bench.written(9, 9, Parts.ideal(), mapping, 1);
        float[] before = crossbar.meanForward().data.clone();
        float[] targets = crossbar.targets().clone();
        crossbar.program(all(81, 3), 0);
        crossbar.program(targets, 0);
        assertArrayEquals(before, crossbar.meanForward().data);
        assertTrue(crossbar.planes().stream().noneMatch(plane -> plane.isStuck(0)));
    }
}
