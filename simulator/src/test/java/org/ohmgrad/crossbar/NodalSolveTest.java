package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.RANGE;
import static org.ohmgrad.crossbar.Bench.TRAINING;
import static org.ohmgrad.crossbar.Bench.VOLT;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.device.Cell;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;

/** Crossbars with wires beside the circuit of their cells. */
class NodalSolveTest {
    private static final int ROWS = 20;
    private static final int COLS = 14;
    private static final double WORD_OHMS = 20;
    private static final double BIT_OHMS = 30;
    private static final Occasion TEST = new Occasion(Phase.TEST, 0, 0);

    static Stream<Arguments> arrays() {
        return Bench.mappings()
                .flatMap(mapping -> Stream.of(Terminals.values()).map(terminals -> Arguments.of(mapping, terminals)));
    }

    private static Crossbar wired(ConductanceMapping mapping, Terminals terminals, int refreshEvery) {
        var wires = new NodalSolve(WORD_OHMS, BIT_OHMS, terminals, refreshEvery);
        var crossbar = new Crossbar(
                ROWS,
                COLS,
                new ArraySettings(Parts.ideal().cell(), mapping, wires, VOLT),
                new Origin(1, "layer0/tile0,0"));
        crossbar.program(Bench.randomTargets(crossbar, 1), 0);
        return crossbar;
    }

    @Test
    void oneCellAndItsTwoSegmentsAreInSeries() {
        var wires = new NodalSolve(WORD_OHMS, BIT_OHMS, Terminals.SAME, 1);
        assertEquals(1 / (WORD_OHMS + BIT_OHMS + 1e4), wires.drivenSiemens(1, 1, 1e-4), 1e-16);
    }

    @Test
    void anArrayWithoutResistanceTakesInWhatItsCellsConduct() {
        var wires = new NodalSolve(0, 0, Terminals.SAME, 1);
        assertEquals(ROWS * COLS * 1e-4, wires.drivenSiemens(ROWS, COLS, 1e-4), 1e-14);
        assertEquals(ROWS * COLS * 1e-4, new NoWires().drivenSiemens(ROWS, COLS, 1e-4), 1e-16);
    }

    /** What the circuits of all planes conduct, siemens, rows x cols of a plane. */
    private static double[] circuits(Crossbar crossbar, Terminals terminals) {
        Conductances first = crossbar.planes().get(0);
        double[] sum = new double[first.rows() * first.cols()];
        for (int p = 0; p < crossbar.planes().size(); p++) {
            float[] now = crossbar.planes().get(p).now();
            double[] cells = new double[now.length];
            Arrays.setAll(cells, k -> now[k]);
            double[] effective =
                    new WireCircuit(cells, first.rows(), first.cols(), WORD_OHMS, BIT_OHMS).effective(terminals);
            float sign = crossbar.mapping().sign(p);
            Arrays.setAll(sum, k -> sum[k] + sign * effective[k]);
        }
        return sum;
    }

    /** Signal per voltage, the reference line's current subtracted. */
    private static double[] matrix(Crossbar crossbar, double[] circuits, Direction direction) {
        int stride = crossbar.planes().get(0).cols();
        double[] matrix = new double[ROWS * COLS];
        for (int k = 0; k < matrix.length; k++) {
            int row = k / COLS;
            int col = k % COLS;
            int line = direction.driven(row * stride + stride - 1, circuits.length - stride + col);
            double reference = crossbar.mapping().referenceLines() == 0 ? 0 : circuits[line];
            matrix[k] = (circuits[row * stride + col] - reference) / RANGE;
        }
        return matrix;
    }

    private static void assertNear(double[] expected, float[] found, double tolerance) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], found[k], tolerance * largest, "element " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void bothReadsMultiplyByTheCircuitsOfAllPlanes(ConductanceMapping mapping, Terminals terminals) {
        Crossbar crossbar = wired(mapping, terminals, 1);
        double[] forward = matrix(crossbar, circuits(crossbar, Terminals.SAME), Direction.FORWARD);
        double[] transposed = matrix(crossbar, circuits(crossbar, terminals), Direction.TRANSPOSED);
        assertNear(forward, crossbar.meanForward().data, 1e-6);
        assertNear(transposed, crossbar.meanTransposed().data, 1e-6);
        FMatrixRMaj one = new FMatrixRMaj(1, ROWS);
        one.data[3] = 1;
        float[] currents = Bench.read(crossbar, one, TEST, Direction.FORWARD).data;
        assertNear(Arrays.copyOfRange(forward, 3 * COLS, 4 * COLS), currents, 1e-5);
    }

    @Test
    void withTheSameTerminalsOneMatrixOfAPairServesBothReads() {
        Crossbar crossbar = wired(new DifferentialPair(2), Terminals.SAME, 1);
        assertSame(crossbar.meanForward(), crossbar.meanTransposed());
    }

    @Test
    void withoutResistanceTheMatricesAreThoseWithoutWires() {
        var wires = new NodalSolve(0, 0, Terminals.FAR, 1);
        var parts = Parts.ideal();
        for (ConductanceMapping mapping : Bench.mappings().toList()) {
            Crossbar ideal = Bench.written(ROWS, COLS, parts, mapping, 1);
            var crossbar = new Crossbar(
                    ROWS, COLS, new ArraySettings(parts.cell(), mapping, wires, VOLT), new Origin(1, "layer0/tile0,0"));
            crossbar.program(Bench.randomTargets(crossbar, 1), 0);
            assertArrayEquals(ideal.meanForward().data, crossbar.meanForward().data);
            assertArrayEquals(ideal.meanTransposed().data, crossbar.meanTransposed().data);
        }
    }

    /** Moves every seventh weight by some levels. */
    private static void rewrite(Crossbar crossbar, int levels) {
        float[] wanted = crossbar.targets().clone();
        for (int k = 0; k < wanted.length; k += 7) {
            wanted[k] += wanted[k] > 100 ? -levels : levels;
        }
        crossbar.program(wanted, 0);
    }

    private static float[] readAt(Crossbar crossbar, Occasion occasion) {
        FMatrixRMaj all = new FMatrixRMaj(ROWS, ROWS);
        for (int row = 0; row < ROWS; row++) {
            all.set(row, row, 1);
        }
        return Bench.read(crossbar, all, occasion, Direction.FORWARD).data;
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void aTrainingStepBetweenRefreshesFollowsWritesToFirstOrder(ConductanceMapping mapping, Terminals terminals) {
        Crossbar crossbar = wired(mapping, terminals, 10);
        float[] before = readAt(crossbar, TRAINING);
        rewrite(crossbar, 5);
        float[] followed = readAt(crossbar, TRAINING);
        float[] solved = readAt(crossbar, new Occasion(Phase.TRAIN, 11, 0));
        assertNear(matrix(crossbar, circuits(crossbar, Terminals.SAME), Direction.FORWARD), solved, 2e-6);
        double moved = distance(before, solved);
        assertTrue(distance(followed, solved) < 0.1 * moved, distance(followed, solved) + " of " + moved);
        double strayed = crossbar.wiresStrayed();
        assertTrue(strayed > 0 && strayed < 0.01, "" + strayed);
        rewrite(crossbar, 1);
        readAt(crossbar, new Occasion(Phase.TRAIN, 21, 0));
        assertEquals(strayed, crossbar.wiresStrayed(), "the largest of all solves");
        crossbar.forgetWiresStrayed();
        assertEquals(0, crossbar.wiresStrayed());
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (double) (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void aStepBeforeTheNextRefreshReadsAsTheLastOneDid() {
        Crossbar crossbar = wired(new DifferentialPair(2), Terminals.SAME, 10);
        readAt(crossbar, TRAINING);
        rewrite(crossbar, 5);
        float[] followed = readAt(crossbar, TRAINING);
        assertArrayEquals(followed, readAt(crossbar, new Occasion(Phase.TRAIN, 10, 0)));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void evaluationsAndProbesAreNeverBehind(ConductanceMapping mapping, Terminals terminals) {
        Crossbar crossbar = wired(mapping, terminals, 1000);
        readAt(crossbar, TRAINING);
        for (Phase phase : new Phase[] {Phase.VALIDATION, Phase.TEST, Phase.PROBE}) {
            rewrite(crossbar, 3);
            float[] found = readAt(crossbar, new Occasion(phase, 0, 0));
            assertNear(matrix(crossbar, circuits(crossbar, Terminals.SAME), Direction.FORWARD), found, 2e-6);
        }
    }

    @Test
    void refreshesFromEarlierVoltagesStayWithinAMillionth() {
        Crossbar crossbar = wired(new DifferentialPair(2), Terminals.FAR, 1);
        for (int step = 1; step < 12; step++) {
            rewrite(crossbar, step);
            readAt(crossbar, new Occasion(Phase.TRAIN, step, 0));
            double[] expected = matrix(crossbar, circuits(crossbar, Terminals.FAR), Direction.TRANSPOSED);
            assertNear(expected, crossbar.meanTransposed().data, 1e-6);
        }
    }

    @Test
    void signedNumbersHaveNoWires() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Crossbar(
                        2,
                        2,
                        new ArraySettings(
                                Cell.ofNumbers(), new Identity(), new NodalSolve(1, 1, Terminals.SAME, 1), VOLT),
                        new Origin(1, "layer0/tile0,0")));
        assertEquals("wires with resistance need cells, not signed numbers", refusal.getMessage());
    }

    @Test
    void nonsenseIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> new NodalSolve(-1, Double.NaN, Terminals.SAME, 0));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("wordLineOhms must lie in [0"), message);
        assertTrue(message.contains("bitLineOhms must lie in [0"), message);
        assertTrue(message.contains("refreshEvery must be at least 1"), message);
    }
}
