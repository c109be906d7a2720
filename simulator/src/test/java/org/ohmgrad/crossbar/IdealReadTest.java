package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.TRAINING;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;

/** Reads of crossbars without noise against plain products in double precision. */
class IdealReadTest {
    private static final int[][] SHAPES = {{1, 1, 1}, {3, 5, 1}, {16, 7, 2}, {65, 33, 17}, {300, 128, 8}};

    static Stream<Arguments> crossbars() {
        return Bench.mappings()
                .flatMap(mapping -> LongStream.of(0, 1, -77).mapToObj(seed -> Arguments.of(mapping, seed)));
    }

    /** Signal of every weight as its target says, rows x cols, in current units. */
    private static double[] signals(Crossbar crossbar) {
        int top = crossbar.mapping().top(crossbar.levels());
        double zero = crossbar.mapping().zero(top);
        double[] signals = new double[crossbar.targets().length];
        for (int k = 0; k < signals.length; k++) {
            signals[k] = (crossbar.targets()[k] - zero) / top;
        }
        return signals;
    }

    private static void assertProduct(Crossbar crossbar, FMatrixRMaj voltages, Direction direction) {
        double[] signals = signals(crossbar);
        FMatrixRMaj currents = Bench.read(crossbar, voltages, TRAINING, direction);
        for (int example = 0; example < voltages.numRows; example++) {
            for (int line = 0; line < currents.numCols; line++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < voltages.numCols; k++) {
                    int cell = direction.driven(k * crossbar.cols() + line, line * crossbar.cols() + k);
                    sum += voltages.get(example, k) * signals[cell];
                    size += Math.abs(voltages.get(example, k));
                }
                assertEquals(sum, currents.get(example, line), 4e-7 * size);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void aReadIsAProductWithTheMatrixAndATransposedReadWithItsTranspose(ConductanceMapping mapping, long seed) {
        for (int[] shape : SHAPES) {
            Parts parts = shape[0] % 2 == 1 ? Parts.ideal() : Parts.ideal().with(new ContinuousLevels());
            Crossbar crossbar = Bench.written(shape[0], shape[1], parts, mapping, seed);
            assertProduct(crossbar, Bench.randomVoltages(shape[2], shape[0], seed), Direction.FORWARD);
            assertProduct(crossbar, Bench.randomVoltages(shape[2], shape[1], seed), Direction.TRANSPOSED);
        }
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void aTransposedReadIsTheAdjointOfARead(ConductanceMapping mapping, long seed) {
        Crossbar crossbar = Bench.written(40, 30, Parts.ideal(), mapping, seed);
        FMatrixRMaj x = Bench.randomVoltages(9, 40, seed);
        FMatrixRMaj y = Bench.randomVoltages(9, 30, seed + 1);
        FMatrixRMaj forward = Bench.read(crossbar, x, TRAINING, Direction.FORWARD);
        FMatrixRMaj back = Bench.read(crossbar, y, TRAINING, Direction.TRANSPOSED);
        for (int example = 0; example < 9; example++) {
            assertEquals(dot(y, forward, example), dot(back, x, example), 2e-5);
        }
    }

    private static double dot(FMatrixRMaj a, FMatrixRMaj b, int row) {
        double sum = 0;
        for (int k = 0; k < a.numCols; k++) {
            sum += (double) a.get(row, k) * b.get(row, k);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void aReadIsLinear(ConductanceMapping mapping, long seed) {
        Crossbar crossbar = Bench.written(20, 10, Parts.ideal(), mapping, seed);
        for (Direction direction : Direction.values()) {
            FMatrixRMaj x = Bench.randomVoltages(4, direction.driven(20, 10), seed);
            FMatrixRMaj y = Bench.randomVoltages(4, direction.driven(20, 10), seed + 1);
            FMatrixRMaj both = new FMatrixRMaj(4, x.numCols);
            for (int k = 0; k < both.data.length; k++) {
                both.data[k] = 0.5f * x.data[k] - 0.25f * y.data[k];
            }
            FMatrixRMaj ofX = Bench.read(crossbar, x, TRAINING, direction);
            FMatrixRMaj ofY = Bench.read(crossbar, y, TRAINING, direction);
            FMatrixRMaj ofBoth = Bench.read(crossbar, both, TRAINING, direction);
            for (int k = 0; k < ofBoth.data.length; k++) {
                assertEquals(0.5 * ofX.data[k] - 0.25 * ofY.data[k], ofBoth.data[k], 5e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void aReadModifiesNothingAndRepeatsExactly(ConductanceMapping mapping, long seed) {
        Crossbar crossbar = Bench.written(12, 9, Parts.ideal(), mapping, seed);
        FMatrixRMaj voltages = Bench.randomVoltages(3, 12, seed);
        float[] before = voltages.data.clone();
        float[] first = Bench.read(crossbar, voltages, TRAINING, Direction.FORWARD).data;
        assertArrayEquals(
                first, Bench.read(crossbar, voltages, new Occasion(Phase.TEST, 9, 5), Direction.FORWARD).data);
        assertArrayEquals(before, voltages.data);
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void cellsAreOpenUntilTheyAreWritten(ConductanceMapping mapping, long seed) {
        Crossbar crossbar = Bench.fresh(6, 4, Parts.ideal(), mapping, seed);
        FMatrixRMaj voltages = Bench.randomVoltages(2, 6, seed);
        assertArrayEquals(new float[8], Bench.read(crossbar, voltages, TRAINING, Direction.FORWARD).data);
        for (float target : crossbar.targets()) {
            assertTrue(Float.isNaN(target));
        }
        crossbar.program(Bench.randomTargets(crossbar, seed), 0);
        assertProduct(crossbar, voltages, Direction.FORWARD);
    }

    @ParameterizedTest
    @MethodSource("crossbars")
    void aReadSeesWhatWasWrittenLast(ConductanceMapping mapping, long seed) {
        Crossbar crossbar = Bench.written(6, 4, Parts.ideal(), mapping, seed);
        FMatrixRMaj voltages = Bench.randomVoltages(2, 6, seed);
        assertProduct(crossbar, voltages, Direction.FORWARD);
        crossbar.program(Bench.randomTargets(crossbar, seed + 1), 0);
        assertProduct(crossbar, voltages, Direction.FORWARD);
        assertProduct(crossbar, Bench.randomVoltages(2, 4, seed), Direction.TRANSPOSED);
    }

    @Test
    void wiresWithoutResistanceLeaveThePlaneAsItIs() {
        Conductances plane = Bench.written(2, 3, Parts.ideal(), new DifferentialPair(2), 1)
                .planes()
                .get(0);
        assertSame(plane.now(), new NoWires().of(plane).effective(Direction.FORWARD));
        assertSame(plane.now(), new NoWires().of(plane).effective(Direction.TRANSPOSED));
    }

    @Test
    void aNoisyReadBelongsToAPhaseThatReads() {
        Crossbar crossbar = Bench.written(2, 2, Parts.ideal().with(new ShotReadNoise(1e8)), new DifferentialPair(2), 1);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Bench.read(crossbar, new FMatrixRMaj(1, 2), new Occasion(Phase.ORDER, 0, 0), Direction.FORWARD));
        assertEquals("no reads belong to the phase ORDER", refusal.getMessage());
    }

    @Test
    void aCrossbarKnowsItsShape() {
        Crossbar crossbar = Bench.written(5, 3, Parts.ideal(), new ReferenceColumn(2), 1);
        assertEquals(5, crossbar.rows());
        assertEquals(3, crossbar.cols());
        assertEquals(1, crossbar.planes().size());
        assertEquals(Bench.EIGHT_BITS, crossbar.levels());
        assertEquals(new ReferenceColumn(2), crossbar.mapping());
    }
}
