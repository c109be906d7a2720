package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.crossbar.Bench.RANGE;
import static org.ohmgrad.crossbar.Bench.VOLT;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.circuit.CholeskyCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.wires.NoPreDistortion;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.NominalPreDistortion;
import org.ohmgrad.crossbar.wires.PreDistortion;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;

/** Weights that are written larger where wires take more. */
class PreDistortionTest {
    private static final int ROWS = 48;
    private static final int COLS = 40;

    private static NodalSolve wires(double ohms, PreDistortion preDistortion) {
        return new NodalSolve(ohms, ohms, Terminals.SAME, 1, preDistortion);
    }

    private static Crossbar programmed(ConductanceMapping mapping, WireResistance wires, float[] targets) {
        var crossbar = new Crossbar(
                ROWS,
                COLS,
                new ArraySettings(Parts.ideal().cell(), mapping, wires, VOLT),
                new Origin(1, "layer0/tile0,0"));
        crossbar.program(targets, 0);
        return crossbar;
    }

    /** Normal weights of a tenth of the range, as trained networks have them, on whole levels. */
    private static float[] targets(ConductanceMapping mapping, long seed) {
        float[] targets = new float[ROWS * COLS];
        new Draws(seed, "test/weights").normals(0, 0, targets, 0, targets.length);
        for (int k = 0; k < targets.length; k++) {
            float steps = mapping.zero(255) + targets[k] * (mapping.highest(255) - mapping.lowest(255)) / 20;
            float bounded = Math.max(mapping.lowest(255), Math.min(mapping.highest(255), steps));
            targets[k] = Bench.EIGHT_BITS.nearest(bounded);
        }
        return targets;
    }

    /** Root mean square of the difference beside that of the wanted matrix. */
    private static double error(float[] found, float[] wanted) {
        double squares = 0;
        double sum = 0;
        for (int k = 0; k < found.length; k++) {
            squares += (found[k] - wanted[k]) * (double) (found[k] - wanted[k]);
            sum += wanted[k] * (double) wanted[k];
        }
        return Math.sqrt(squares / sum);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theMatrixOfAPairComesFiveTimesAsNearToItsWeights(long seed) {
        var mapping = new DifferentialPair(2);
        float[] targets = targets(mapping, seed);
        float[] wanted = programmed(mapping, new NoWires(), targets).meanForward().data;
        float[] plain =
                programmed(mapping, wires(3, new NoPreDistortion()), targets).meanForward().data;
        float[] distorted = programmed(mapping, wires(3, new NominalPreDistortion(0.04)), targets)
                .meanForward()
                .data;
        double without = error(plain, wanted);
        double with = error(distorted, wanted);
        assertTrue(5 * with < without, () -> without + " without, " + with + " with, seed " + seed);
    }

    @Test
    void theNominalArrayLooksAlikeFromItsTerminals() {
        double[] cells = wires(2, new NominalPreDistortion(0.2)).preDistortion(ROWS, COLS, G_MIN, G_MAX);
        double nominal = G_MIN + 0.2 * RANGE;
        Arrays.setAll(cells, cell -> cells[cell] * nominal);
        var oracle = new CholeskyCircuit(cells, ROWS, COLS, 2, 2, false);
        for (int row : new int[] {0, 7, ROWS - 1}) {
            double[] volts = new double[ROWS];
            volts[row] = 1;
            for (double current : oracle.solve(volts, true).currents()) {
                assertEquals(nominal, current, 1e-4 * nominal, "row " + row);
            }
        }
    }

    @Test
    void factorsGrowWithTheDistanceFromBothTerminals() {
        double[] factors = wires(2, new NominalPreDistortion(0.05)).preDistortion(ROWS, COLS, G_MIN, G_MAX);
        double drop = 2 * (G_MIN + 0.05 * RANGE);
        double near = 1 + drop * (COLS + ROWS);
        double corner = 1 + drop * (COLS * (COLS + 1) / 2 + ROWS * (ROWS + 1) / 2);
        assertEquals(near, factors[(ROWS - 1) * COLS], 1e-3);
        assertEquals(corner, factors[COLS - 1], 1e-3);
    }

    @Test
    void noCellIsWrittenAboveGMax() {
        var mapping = new DifferentialPair(2);
        float[] targets = new float[ROWS * COLS];
        Arrays.fill(targets, mapping.highest(255));
        Crossbar crossbar = programmed(mapping, wires(10, new NominalPreDistortion(0.05)), targets);
        for (float siemens : crossbar.planes().get(0).now()) {
            assertEquals((float) G_MAX, siemens);
        }
    }

    @Test
    void aRewrittenCellIsDistortedLikeAFreshOne() {
        var mapping = new ReferenceColumn(2);
        float[] targets = targets(mapping, 1);
        Crossbar fresh = programmed(mapping, wires(3, new NominalPreDistortion(0.5)), targets);
        Crossbar rewritten = programmed(mapping, wires(3, new NominalPreDistortion(0.5)), targets(mapping, 2));
        rewritten.program(targets, 0);
        assertEquals(
                0, error(rewritten.planes().get(0).now(), fresh.planes().get(0).now()));
    }

    @Test
    void aShareOutsideTheRangeIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new NominalPreDistortion(1.5));
        assertEquals("share must lie in [0, 1] but is 1.5", refusal.getMessage());
    }
}
