package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.crossbar.Bench.RANGE;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.random.Origin;
import org.ohmgrad.settings.Check;

class ConductanceMappingTest {
    private static final double FLOAT = 1e-11;

    static Stream<ConductanceMapping> mappings() {
        return Stream.of(
                new DifferentialPair(2), new DifferentialPair(0.5f), new ReferenceColumn(2), new ReferenceColumn(0.3f));
    }

    private static float[] everyTarget(ConductanceMapping mapping, int top) {
        float low = mapping.lowest(top);
        float[] targets = new float[Math.round(mapping.highest(top) - low) + 1];
        for (int k = 0; k < targets.length; k++) {
            targets[k] = low + k;
        }
        return targets;
    }

    private static Crossbar holding(float[] targets, ConductanceMapping mapping, ConductanceLevels levels) {
        Crossbar crossbar = Bench.fresh(1, targets.length, Parts.ideal().with(levels), mapping, 1);
        crossbar.program(targets, 0);
        return crossbar;
    }

    @Test
    void everyKindIsTested() {
        assertEquals(
                List.of(DifferentialPair.class, ReferenceColumn.class, Identity.class),
                List.of(ConductanceMapping.class.getPermittedSubclasses()));
        assertEquals(List.of(NoWires.class, NodalSolve.class), List.of(WireResistance.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "5, 2", "8, 2", "10, 0.7"})
    void aPairStandsBothCellsAtTheLowestButTheOneThatCarriesTheWeight(int bits, float wMax) {
        ConductanceLevels levels = ConductanceLevels.ofBits(bits);
        ConductanceMapping mapping = new DifferentialPair(wMax);
        float[] targets = everyTarget(mapping, mapping.top(levels));
        Crossbar crossbar = holding(targets, mapping, levels);
        for (int k = 0; k < targets.length; k++) {
            double share = (double) targets[k] * mapping.weightPerStep(mapping.top(levels)) / wMax;
            assertEquals(
                    G_MIN + Math.max(share, 0) * RANGE, crossbar.planes().get(0).now()[k], FLOAT);
            assertEquals(
                    G_MIN + Math.max(-share, 0) * RANGE,
                    crossbar.planes().get(1).now()[k],
                    FLOAT);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "5, 2", "8, 2", "10, 0.7"})
    void aReferencedCellStandsAboveOrBelowTheMiddleByItsWeight(int bits, float wMax) {
        ConductanceLevels levels = ConductanceLevels.ofBits(bits);
        ConductanceMapping mapping = new ReferenceColumn(wMax);
        float[] targets = everyTarget(mapping, mapping.top(levels));
        Crossbar crossbar = holding(targets, mapping, levels);
        float[] now = crossbar.planes().get(0).now();
        for (int k = 0; k < targets.length; k++) {
            double weight = (double) (targets[k] - mapping.zero(mapping.top(levels)))
                    * mapping.weightPerStep(mapping.top(levels));
            assertEquals((G_MIN + G_MAX) / 2 + weight / (2 * wMax) * RANGE, now[k], FLOAT);
        }
        assertEquals(G_MIN, now[0], FLOAT);
        assertEquals(G_MAX, now[targets.length - 1], FLOAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 10})
    void aWeightOfZeroIsALevelAndReadsAsNothing(int bits) {
        for (ConductanceMapping mapping : List.of(new DifferentialPair(2), new ReferenceColumn(2))) {
            ConductanceLevels levels = ConductanceLevels.ofBits(bits);
            float zero = mapping.zero(mapping.top(levels));
            assertEquals(Math.rint(zero), zero);
            Crossbar crossbar = holding(new float[] {zero, zero, zero}, mapping, levels);
            assertArrayEquals(new float[3], crossbar.meanForward().data);
            assertArrayEquals(new float[3], crossbar.meanTransposed().data);
        }
    }

    @Test
    void aReferenceColumnOfOneBitHasNoLevelForZero() {
        assertEquals(0, new ReferenceColumn(2).top(ConductanceLevels.ofBits(1)));
        assertEquals(
                "cells of 2 levels have none for a weight of zero",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> holding(new float[] {0}, new ReferenceColumn(2), ConductanceLevels.ofBits(1)))
                        .getMessage());
        assertEquals(3, new DifferentialPair(2).distinctWeights(1));
    }

    @Test
    void theReferenceColumnAndRowStandInTheMiddle() {
        Crossbar crossbar = Bench.written(3, 4, Parts.ideal(), new ReferenceColumn(2), 1);
        Conductances plane = crossbar.planes().get(0);
        assertEquals(4, plane.rows());
        assertEquals(5, plane.cols());
        for (int row = 0; row < 3; row++) {
            assertEquals((G_MIN + G_MAX) / 2, plane.now()[row * 5 + 4], FLOAT);
        }
        for (int col = 0; col < 4; col++) {
            assertEquals((G_MIN + G_MAX) / 2, plane.now()[3 * 5 + col], FLOAT);
        }
        assertEquals(0, plane.now()[3 * 5 + 4], "the corner is open");
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void theMeanReadRealisesTheWeightOfEveryTarget(ConductanceMapping mapping) {
        ConductanceLevels levels = ConductanceLevels.ofBits(6);
        float[] targets = everyTarget(mapping, mapping.top(levels));
        Crossbar crossbar = holding(targets, mapping, levels);
        for (int k = 0; k < targets.length; k++) {
            double weight =
                    (targets[k] - mapping.zero(mapping.top(levels))) * mapping.weightPerStep(mapping.top(levels));
            assertEquals(weight, crossbar.meanForward().data[k] * mapping.weightPerSignal(), 1e-6);
            assertEquals(weight, crossbar.meanTransposed().data[k] * mapping.weightPerSignal(), 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 7, 3", "3, 15, 7", "8, 511, 255", "10, 2047, 1023"})
    void aPairHasAlmostTwiceTheWeightsOfItsCellsLevels(int bits, long pair, long referenced) {
        assertEquals(pair, new DifferentialPair(2).distinctWeights(bits));
        assertEquals(referenced, new ReferenceColumn(2).distinctWeights(bits));
        assertEquals(Long.MAX_VALUE, new Identity().distinctWeights(bits));
        for (ConductanceMapping mapping : List.of(new DifferentialPair(2), new ReferenceColumn(2))) {
            int top = mapping.top(ConductanceLevels.ofBits(bits));
            assertEquals(mapping.distinctWeights(bits), everyTarget(mapping, top).length);
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void theEndsOfTheRangeAreTheLargestWeights(ConductanceMapping mapping) {
        int top = 255;
        float wMax = mapping instanceof DifferentialPair pair ? pair.wMax() : ((ReferenceColumn) mapping).wMax();
        assertEquals(wMax, (mapping.highest(top) - mapping.zero(top)) * mapping.weightPerStep(top), 1e-6);
        assertEquals(-wMax, (mapping.lowest(top) - mapping.zero(top)) * mapping.weightPerStep(top), 1e-6);
        assertEquals(1, mapping.sign(0));
        assertEquals(0, mapping.lowestConductance());
    }

    @Test
    void theIdentityHoldsAnyNumberExactly() {
        float[] weights = {-3.25f, 0, 1e-20f, 7e8f, -0.1f, 0.3f};
        Crossbar crossbar = new Crossbar(
                2, 3, new ArraySettings(unitCell(), new Identity(), new NoWires(), 1), new Origin(5, "layer0/tile0,0"));
        crossbar.program(weights, 0);
        assertArrayEquals(weights, crossbar.meanForward().data);
        assertSame(crossbar.meanForward(), crossbar.meanTransposed());
        assertEquals(Float.NEGATIVE_INFINITY, new Identity().lowest(1));
        assertEquals(Float.POSITIVE_INFINITY, new Identity().highest(1));
        assertEquals(1, new Identity().weightPerStep(1) * new Identity().weightPerSignal());
        assertEquals(0, new Identity().zero(1));
    }

    private static Cell unitCell() {
        return new Cell(new ContinuousLevels(), ParametricDeviceModel.ideal(0, 1), new NoStuckFaults());
    }

    @Test
    void theWeightsOfAPairAreAllDifferentAndEvenlySpaced() {
        ConductanceMapping mapping = new DifferentialPair(2);
        TreeSet<Float> weights = new TreeSet<>();
        for (float target : everyTarget(mapping, 7)) {
            weights.add(holding(new float[] {target}, mapping, ConductanceLevels.ofBits(3))
                    .meanForward()
                    .data[0]);
        }
        assertEquals(mapping.distinctWeights(3), weights.size());
        float last = Float.NaN;
        for (float weight : weights) {
            assertTrue(Float.isNaN(last) || Math.abs(weight - last - 1 / 7f) < 1e-6);
            last = weight;
        }
    }

    @Test
    void aLargestWeightThatIsNotPositiveIsRefused() {
        assertEquals(
                "wMax must be positive but is 0",
                assertThrows(Check.BrokenRules.class, () -> new DifferentialPair(0))
                        .getMessage());
        assertEquals(
                "wMax must be positive but is -2",
                assertThrows(Check.BrokenRules.class, () -> new ReferenceColumn(-2))
                        .getMessage());
    }
}
