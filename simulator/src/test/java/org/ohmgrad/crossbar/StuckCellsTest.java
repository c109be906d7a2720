package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.random.Significance.assertCount;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;

class StuckCellsTest {
    private static final StuckFaults FAULTS = new RandomStuckFaults(0.04, 0.03, 0.02, 0.02);
    private static final Parts FAULTY = Parts.ideal().with(FAULTS);
    private static final ConductanceMapping PAIR = new DifferentialPair(2);

    private static BitSet stuck(Conductances plane) {
        BitSet stuck = new BitSet();
        for (int cell = 0; cell < plane.now().length; cell++) {
            stuck.set(cell, plane.isStuck(cell));
        }
        return stuck;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MIN_VALUE})
    void elevenPercentOfTheCellsAreStuckWhereTheSharesSay(long seed) {
        Crossbar crossbar = Bench.fresh(150, 100, FAULTY, PAIR, seed);
        for (Conductances plane : crossbar.planes()) {
            assertCount(0.11, 15000, stuck(plane).cardinality(), seed);
            assertCount(0.04 + 0.02 / 256, 15000, at(plane, G_MIN), seed);
            assertCount(0.03 + 0.02 / 256, 15000, at(plane, G_MAX), seed);
            assertCount(0.89 + 0.02, 15000, at(plane, 0), seed);
        }
        assertNotEquals(stuck(crossbar.planes().get(0)), stuck(crossbar.planes().get(1)));
    }

    private static int at(Conductances plane, double conductance) {
        int count = 0;
        for (float g : plane.now()) {
            count += g == (float) conductance ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void noWriteAndNoTimeMovesAStuckCell(long seed) {
        Parts parts = FAULTY.with(new GaussianProgrammingNoise(0.05)).with(new PowerLawDrift(0.05, 0.1, 1));
        Crossbar crossbar = Bench.fresh(40, 40, parts, PAIR, seed);
        Conductances plane = crossbar.planes().get(0);
        float[] born = plane.now().clone();
        crossbar.program(Bench.randomTargets(crossbar, seed), 10);
        crossbar.refresh(1e6);
        BitSet stuck = stuck(plane);
        for (int cell = 0; cell < born.length; cell++) {
            assertEquals(1, plane.writes(cell), "a write in vain counts too");
            if (stuck.get(cell)) {
                assertEquals(born[cell], plane.now()[cell]);
            } else {
                assertEquals(0, born[cell], "healthy cells are open until written");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void theSameCellsAreStuckWhateverTheOtherParts(long seed) {
        Crossbar plain = Bench.fresh(30, 30, FAULTY, PAIR, seed);
        Parts other = FAULTY.with(new GaussianProgrammingNoise(0.05))
                .with(new ProportionalReadNoise(0.02))
                .with(new PowerLawDrift(0.01, 0, 1))
                .with(ConductanceLevels.ofBits(3));
        Crossbar noisy = Bench.written(30, 30, other, PAIR, seed);
        for (int p = 0; p < 2; p++) {
            assertEquals(stuck(plain.planes().get(p)), stuck(noisy.planes().get(p)));
        }
    }

    @Test
    void otherSeedsAndPlacesBreakOtherCells() {
        BitSet here = stuck(Bench.fresh(30, 30, FAULTY, PAIR, 1).planes().get(0));
        assertNotEquals(
                here, stuck(Bench.fresh(30, 30, FAULTY, PAIR, 2).planes().get(0)));
        assertNotEquals(
                here,
                stuck(Bench.fresh(30, 30, FAULTY, PAIR, 1, "layer1/tile0,0")
                        .planes()
                        .get(0)));
    }

    @Test
    void theMeanReadShowsTheFaults() {
        Crossbar crossbar = Bench.fresh(20, 20, Parts.ideal().with(new RandomStuckFaults(0, 1, 0, 0)), PAIR, 1);
        crossbar.program(Bench.randomTargets(crossbar, 1), 0);
        for (float signal : crossbar.meanForward().data) {
            assertEquals(0, signal, "both cells of every pair are at gMax");
        }
    }
}
